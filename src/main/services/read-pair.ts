import type { CleanOptions } from '../../shared/text/clean.ts'
import { commonBreaks } from '../../shared/text/common-breaks.ts'
import { commonFurniture } from '../../shared/text/common-furniture.ts'
import { CUTTING_STEPS, type CutText, haveCommonLines } from '../../shared/text/common-lines.ts'
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
 * changed, it would be reported where nothing changed, or lost where something did. Lines and breaks that both have alike stay, and
 * where one is set in short lines the other tells which of them begin a paragraph and which go on.
 * Rejects with a DuigaoError with one of the `file-…` codes.
 */
export async function readPair(left: NamedBytes, right: NamedBytes): Promise<ReadPair> {
  const [leftRaw, rightRaw] = [await readRaw(left.bytes, left.name), await readRaw(right.bytes, right.name)]
  const read = (forLeft: CleanOptions, forRight: CleanOptions): ReadPair => ({
    left: cleanDocument(leftRaw, left.bytes, left.name, forLeft),
    right: cleanDocument(rightRaw, right.bytes, right.name, forRight),
  })
  const first = read({}, {})
  const framing = commonFurniture(first.left, first.right)
  const [forLeft, forRight] = [witnessed(first.left, first.right), witnessed(first.right, first.left)]
  const without = (disabled: readonly string[]) => read({ ...forLeft, disabled }, { ...forRight, disabled })
  const isPlain = framing.length === 0 && !forLeft.paragraphs && !forRight.paragraphs
  const framed = isPlain ? first : without(framing)
  const uncut = isCut(framed.left) || isCut(framed.right) ? without([...framing, ...CUTTING_STEPS]) : framed
  const isUncut =
    uncut !== framed && haveCommonLines(states(uncut.left, framed.left), states(uncut.right, framed.right))
  const { left: ours, right: theirs } = isUncut ? uncut : framed
  const breaks = commonBreaks(ours, theirs)
  if (breaks.length === 0) return { left: ours, right: theirs }
  return without([...framing, ...(isUncut ? CUTTING_STEPS : []), ...breaks])
}

/** Where a document had its lines joined and the other has whole paragraphs, the other's lines to know its own by. */
function witnessed(document: ReadDocument, other: ReadDocument): CleanOptions {
  return isJoined(document) && !isJoined(other) ? { paragraphs: other.rawLines } : {}
}

function states(whole: ReadDocument, cut: ReadDocument): CutText {
  return { whole: whole.text, cut: cut.text }
}

function isCut({ log }: ReadDocument): boolean {
  return log.steps.some(({ code }) => CUTTING_STEPS.includes(code))
}

function isJoined({ log }: ReadDocument): boolean {
  return log.steps.some(({ code }) => code === 'joined-lines')
}
