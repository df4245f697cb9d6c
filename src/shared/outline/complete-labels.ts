import { CLOSED_END } from '../text/characters.ts'
import type { LineLabel } from './numbering.ts'
import type { OutlineLine } from './outline-line.ts'

/** A number that could be a decimal or a range (8.6个专项, 10、24小时): only its neighbours tell. */
const DOUBTFUL = /^(\d{1,3})\s?[.．、](?=\d)/
/** How many lines of an entry may stand between two numbers of a list. */
const REACH = 6

/** 1 总则: a number without a mark, as technical plans write it. */
const BARE = /^(\d{1,2})[\s　]+(?=[\u4e00-\u9fff]{2})/
const MAX_BARE = 30

/**
 * Reads what only the lines around can tell to be a label: 8.6个专项 between 7. and 9., and 1 总则 above 1.1.
 */
export function completeLabels(lines: readonly OutlineLine[]): OutlineLine[] {
  return completeBare(completeDoubtful(lines))
}

/** A bare number is a label where its first subsection follows, or where it counts on from one and text follows. */
function completeBare(lines: readonly OutlineLine[]): OutlineLine[] {
  const complete = [...lines]
  let last: number | null = null
  lines.forEach((line, index) => {
    const match = line.label === null && line.text.length <= MAX_BARE ? BARE.exec(line.text) : null
    if (match === null || CLOSED_END.test(line.text) || /[|％%]/.test(line.text)) return
    const value = Number(match[1])
    const below = lines[index + 1]?.label
    const opens = below?.style === 'dotted-2' && below.text.startsWith(`${value}.1`)
    const countsOn = last === value - 1 && CLOSED_END.test(lines[index + 1]?.text ?? '')
    if (!opens && !countsOn) return
    const text = match[1] ?? ''
    complete[index] = { ...line, label: { style: 'number', text, length: text.length, value } }
    last = value
  })
  return complete
}

/** Reads numbers that are followed by a digit as labels where the list around them counts on: 7. 8.6个专项 9. */
function completeDoubtful(lines: readonly OutlineLine[]): OutlineLine[] {
  const complete = [...lines]
  lines.forEach((line, index) => {
    const match = line.label === null ? DOUBTFUL.exec(line.text) : null
    if (match === null) return
    const value = Number(match[1])
    const before = nearest(complete, index, -1)
    const after = nearest(lines, index, 1)
    if (before !== value - 1 || after !== value + 1) return
    const label: LineLabel = { style: 'number', text: match[0], length: match[0].length, value }
    complete[index] = { ...line, label }
  })
  return complete
}

/** The value of the nearest number above or below, of a label or of what could be one. */
function nearest(lines: readonly OutlineLine[], index: number, step: 1 | -1): number | null {
  for (let i = index + step; Math.abs(i - index) <= REACH; i += step) {
    const line = lines[i]
    if (line === undefined) return null
    if (line.label?.style === 'number') return line.label.value
    const doubtful = line.label === null ? DOUBTFUL.exec(line.text) : null
    if (doubtful !== null) return Number(doubtful[1])
  }
  return null
}
