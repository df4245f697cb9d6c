import type { DroppedText } from '../../../shared/text/raw-document.ts'
import type { View } from '../docx/view.ts'
import type { FlaggedRange } from './character-flags.ts'

/** Reads stretches of a story as they print: fields by their result, special characters by what they show. */
export interface StoryText {
  /** The text of a range of characters, with \n for line breaks and \t for tabs. */
  readonly read: (start: number, end: number) => { text: string; dropped: DroppedText[] }
  /** True for a paragraph mark that a tracked change took away. */
  readonly isGone: (character: number) => boolean
}

const FIELD = { begin: '\u0013', result: '\u0014', end: '\u0015' } as const
/** Characters that stand for something (MS-DOC 2.8.25): the others below the blank print nothing. */
const SIGNS: Readonly<Record<string, string>> = { '\t': '\t', '\v': '\n', '\u000e': '\n', '\u001e': '-' }

/** Fields run over paragraphs, so stories must be read from beginning to end. */
export function createStoryText(all: string, flagged: readonly FlaggedRange[], view: View): StoryText {
  /** For each open field whether its result has begun; before that stands its code, which does not print. */
  const fields: boolean[] = []
  const flagAt = (character: number) => findFlag(flagged, character)
  return {
    isGone: (character) => goneReason(flagAt(character), view) !== null,
    read: (start, end) => {
      let text = ''
      const dropped: { reason: string; text: string }[] = []
      for (let at = start; at < end; ) {
        const flag = flagAt(at)
        const stop = Math.min(end, flag === undefined ? nextFlag(flagged, at) : flag.end)
        const run = printed(all.slice(at, stop), fields, flag?.symbol ?? null)
        const reason = goneReason(flag, view) ?? (flag?.hidden === true ? 'hidden-text' : null)
        if (reason === null) text += run
        else if (run.trim() !== '') dropped.push({ reason, text: run })
        at = stop
      }
      return { text, dropped }
    },
  }
}

function goneReason(flag: FlaggedRange | undefined, view: View): string | null {
  if (view === 'accepted') return (flag?.deleted ?? null) === null ? null : 'deleted-revision'
  return (flag?.inserted ?? null) === null ? null : 'inserted-revision'
}

function printed(characters: string, fields: boolean[], symbol: string | null): string {
  let text = ''
  for (const sign of characters) {
    if (sign === FIELD.begin) fields.push(false)
    else if (sign === FIELD.result) {
      if (fields.length > 0) fields[fields.length - 1] = true
    } else if (sign === FIELD.end) fields.pop()
    else if (fields.every((result) => result)) text += symbol !== null && sign >= '\u0020' ? symbol : show(sign)
  }
  return text
}

function show(sign: string): string {
  if (sign < '\u0020') return SIGNS[sign] ?? ''
  return sign
}

/** The index of the last range that begins at or before a character. */
function lastBefore(flagged: readonly FlaggedRange[], character: number): number {
  let [low, high] = [0, flagged.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((flagged[middle]?.start ?? 0) <= character) low = middle + 1
    else high = middle
  }
  return low - 1
}

function findFlag(flagged: readonly FlaggedRange[], character: number): FlaggedRange | undefined {
  const range = flagged[lastBefore(flagged, character)]
  return range !== undefined && character < range.end ? range : undefined
}

function nextFlag(flagged: readonly FlaggedRange[], character: number): number {
  return flagged[lastBefore(flagged, character) + 1]?.start ?? Number.POSITIVE_INFINITY
}
