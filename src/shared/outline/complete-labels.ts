import type { LineLabel } from './numbering.ts'
import type { OutlineLine } from './outline-line.ts'

/** A number that could be a decimal or a range (8.6个专项, 10、24小时): only its neighbours tell. */
const DOUBTFUL = /^(\d{1,3})\s?[.．、](?=\d)/
/** How many lines of an entry may stand between two numbers of a list. */
const REACH = 6

/** Reads numbers that are followed by a digit as labels where the list around them counts on: 7. 8.6个专项 9. */
export function completeLabels(lines: readonly OutlineLine[]): OutlineLine[] {
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
