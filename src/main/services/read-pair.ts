import { commonFurniture } from '../../shared/text/common-furniture.ts'
import { type ReadDocument, readDocument } from './read-document.ts'

export interface NamedBytes {
  readonly bytes: Uint8Array
  readonly name: string
}

/**
 * Reads two files that are to be compared. What stands around both texts alike is read as text: cut at two places, or a line of it
 * changed, it would be reported where nothing changed, or lost where something did.
 * Rejects with a DuigaoError with one of the `file-…` codes.
 */
export async function readPair(
  left: NamedBytes,
  right: NamedBytes,
): Promise<{ readonly left: ReadDocument; readonly right: ReadDocument }> {
  const read = async (disabled: readonly string[]) => ({
    left: await readDocument(left.bytes, left.name, { disabled }),
    right: await readDocument(right.bytes, right.name, { disabled }),
  })
  const first = await read([])
  const common = commonFurniture(first.left, first.right)
  return common.length === 0 ? first : read(common)
}
