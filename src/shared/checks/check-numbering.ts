import { LABEL_STYLES, type LabelStyle, type LineLabel, readLabel } from '../outline/numbering.ts'
import { formatChineseNumber } from '../text/chinese-number.ts'
import type { Range } from '../text/range.ts'
import type { DocumentSource } from './document-source.ts'
import type { Finding } from './finding.ts'

/** Styles whose numbers a reader follows; 1. and （1） are left out, they also number rows and footnotes. */
const FOLLOWED: readonly LabelStyle[] = ['volume', 'part', 'chapter', 'clause-section', 'comma', 'bracket', 'article']

interface Place extends Range {
  readonly value: number
  readonly label: string
}

/** Headings and items whose numbers leave one out: 一、二、四、. A number that begins again at 1 begins a new list. */
export function checkNumbering({ text, blocks }: DocumentSource): Finding[] {
  const last = new Map<LabelStyle, Place>()
  const findings: Finding[] = []
  for (const block of blocks) {
    if (block.kind !== 'heading' && block.kind !== 'item' && block.kind !== 'paragraph') continue
    const label = readLabel(text.slice(block.start, Math.min(block.end, block.start + 24)))
    if (label === null || label.value === null || !FOLLOWED.includes(label.style)) continue
    const place = { start: block.start, end: block.start + label.length, value: label.value, label: label.text }
    const before = last.get(label.style)
    if (before !== undefined && label.value === before.value + 2 && !standsBetween(text, before, place))
      findings.push(gap(before, place))
    forgetBelow(last, label)
    last.set(label.style, place)
  }
  return findings
}

/** A heading ends the lists below it. */
function forgetBelow(last: Map<LabelStyle, Place>, label: LineLabel): void {
  const rank = LABEL_STYLES.indexOf(label.style)
  for (const style of LABEL_STYLES.slice(rank + 1)) last.delete(style)
}

/** Whether the missing number stands somewhere between, inside a line: a contents list runs on without breaks. */
function standsBetween(text: string, before: Place, place: Place): boolean {
  const missing = formatChineseNumber(place.value - 1)
  return text
    .slice(before.end, place.start)
    .includes(place.label.replace(formatChineseNumber(place.value), missing).trim())
}

function gap(before: Place, place: Place): Finding {
  return {
    code: 'numbering-gap',
    severity: 'warning',
    message: `编号不连续：“${before.label}”之后是“${place.label}”，缺少第 ${place.value - 1} 项。`,
    start: place.start,
    end: place.end,
    expected: place.value - 1,
    found: place.value,
    related: [{ start: before.start, end: before.end }],
  }
}
