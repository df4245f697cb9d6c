import { commonBreaks } from '../../shared/text/common-breaks.ts'
import { commonFurniture } from '../../shared/text/common-furniture.ts'
import { readRaw } from '../readers/read-raw.ts'
import { cleanDocument, type ReadDocument } from './read-document.ts'

export interface NamedBytes {
  readonly bytes: Uint8Array
  readonly name: string
}

interface ReadPair {
  readonly left: ReadDocument
  readonly right: ReadDocument
}

/**
 * Reads two files that are to be compared. What stands around both texts alike is read as text: cut at two places, or a line of it
 * changed, it would be reported where nothing changed, or lost where something did. Breaks that both have alike stay.
 * Rejects with a DuigaoError with one of the `file-…` codes.
 */
export async function readPair(left: NamedBytes, right: NamedBytes): Promise<ReadPair> {
  const [leftRaw, rightRaw] = [await readRaw(left.bytes, left.name), await readRaw(right.bytes, right.name)]
  const read = (disabled: readonly string[]): ReadPair => ({
    left: cleanDocument(leftRaw, left.bytes, left.name, { disabled }),
    right: cleanDocument(rightRaw, right.bytes, right.name, { disabled }),
  })
  const first = read([])
  const framing = commonFurniture(first.left, first.right)
  const framed = framing.length === 0 ? first : read(framing)
  const breaks = commonBreaks(framed.left, framed.right)
  return breaks.length === 0 ? framed : read([...framing, ...breaks])
}
