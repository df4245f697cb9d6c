import { CLOSED_END } from '../text/characters.ts'
import type { OutlineLine } from './outline-line.ts'

const MAX_ENTRY = 80
const MAX_HEAD = 12
/** Page numbers and the dots before them. */
const PAGE = /[.．…·•\s]*[（(〈]?\d{1,4}[）)〉]?$/

/**
 * The lines of a table of contents that stayed in a text: 目录 and the lines below it, up to where its first entry comes again
 * as a heading. They repeat the headings, and are none.
 */
export function findContents(lines: readonly OutlineLine[]): ReadonlySet<number> {
  const at = lines.findIndex(({ text }) => text.length <= MAX_HEAD && /^\s*目\s*[录次]\s*$/.test(text))
  if (at < 0) return new Set()
  for (const entry of [at + 1, at + 2]) {
    const key = keyOf(lines[entry])
    if (key === '') continue
    // Most lines begin otherwise, and need not be read for a page number.
    const end = lines.findIndex((line, index) => index > entry && line.words.startsWith(key) && keyOf(line) === key)
    if (end > at + 2 && lines.slice(at + 1, end).every(isEntry))
      return new Set(Array.from({ length: end - at }, (_, i) => at + i))
  }
  return new Set()
}

function isEntry(line: OutlineLine): boolean {
  return line.text.length <= MAX_ENTRY && !(CLOSED_END.test(line.text) && line.text.length > MAX_ENTRY / 2)
}

function keyOf(line: OutlineLine | undefined): string {
  return line === undefined ? '' : line.text.replace(PAGE, '').replace(/\s/g, '')
}
