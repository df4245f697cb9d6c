import type { PreviewGroup } from './preview-rows.ts'

/** Pixels of a line of the source and of the text, and what a row has around them. */
const RAW_LINE = 24
const CLEAN_LINE = 28.8
const CLEAN_PADDING = 12
/** Characters that a line holds where nothing is known of the width. */
const LINE_LENGTH = 38

/** About how high a row will be: enough for the scroll bar until it is drawn. `characters`: how many a line of the source holds. */
export function guessHeight({ from, to, lines }: PreviewGroup, characters: number | null): number {
  const clean = lines.reduce(
    (sum, { text }) => sum + Math.ceil(text.length / LINE_LENGTH) * CLEAN_LINE + CLEAN_PADDING,
    0,
  )
  const length = lines.reduce((sum, { text }) => sum + text.length, 0)
  const raw = characters === null ? Math.max(to - from, Math.ceil(length / LINE_LENGTH)) : to - from
  return Math.max(clean, raw * RAW_LINE + 6)
}
