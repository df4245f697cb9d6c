import { textWidth } from '../../../shared/text/characters.ts'
import type { Fragment } from './fragment.ts'
import type { RuledTable } from './ruled-table.ts'

/** How far from a ruled line, in font sizes, the blank may be estimated to stand: letters differ in width. */
const NEAR = 1.5

/**
 * Parts runs of text that go on across a line between two cells. Extractors put runs on one baseline together when the gap between them is
 * narrow, and a cell filled to its edge leaves a narrow one: a figure would stand in the column of the words before it.
 */
export function splitAtColumns(fragments: readonly Fragment[], table: RuledTable): Fragment[] {
  return fragments.flatMap((fragment) => splitFragment(fragment, table))
}

function splitFragment(fragment: Fragment, table: RuledTable): Fragment[] {
  const blanks = [...fragment.text.matchAll(/(?<=\S)\s+(?=\S)/g)]
  if (blanks.length === 0) return [fragment]
  const line = crossedLines(fragment, table).find((at) => nearestBlank(fragment, blanks, at) !== null)
  const blank = line === undefined ? null : nearestBlank(fragment, blanks, line)
  if (line === undefined || blank === null) return [fragment]
  const [before, after] = [fragment.text.slice(0, blank.index), fragment.text.slice(blank.index + blank[0].length)]
  const right = fragment.x + fragment.width
  const rest: Fragment = { text: after, x: line, y: fragment.y, width: right - line, size: fragment.size }
  return [{ ...fragment, text: before, width: line - fragment.x }, ...splitFragment(rest, table)]
}

/** The lines between two cells that the run goes across by more than a hair, from left to right. */
function crossedLines({ x, y, width, size }: Fragment, table: RuledTable): number[] {
  const across = table.columns.length - 1
  const row = table.rows.findLastIndex((at) => at >= y + size / 3)
  if (row < 0) return []
  return table.columns.slice(1, -1).filter((at, index) => {
    const field = row * across + index
    return at > x + size / 2 && at < x + width - size / 4 && table.cells[field] !== table.cells[field + 1]
  })
}

/** The blank that is nearest to a place; letters are taken to be as wide as they are as a rule (Han a font size, others half). */
function nearestBlank(fragment: Fragment, blanks: readonly RegExpExecArray[], at: number): RegExpExecArray | null {
  const scale = fragment.width / Math.max(1, textWidth(fragment.text))
  const distance = (blank: RegExpExecArray) =>
    Math.abs(fragment.x + (textWidth(fragment.text.slice(0, blank.index)) + blank[0].length / 2) * scale - at)
  const nearest = blanks.toSorted((a, b) => distance(a) - distance(b))[0]
  return nearest !== undefined && distance(nearest) <= fragment.size * NEAR ? nearest : null
}
