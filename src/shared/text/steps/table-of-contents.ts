import { readLabel } from '../../outline/numbering.ts'
import type { Step, StepResult, WorkLine } from './step.ts'

/** An entry with leaders and page: 一、总则……3, 1.1 指标 ........ 12 */
const LEADER = /(?:\.{4,}|…{2,}|·{4,}|(?:[．。]\s?){4,}|(?: \.){4,}|_{4,})[\s.…·]*[（(]?\s*\d{1,4}\s*[)）]?$/
const HEADING = /目\s*[录錄次]$/

/**
 * Takes out the table of contents: entries with leaders and page numbers, and lists of headings under 目录 that come again in the text.
 * Its words stand in the headings themselves.
 */
export const tableOfContents: Step = { code: 'table-of-contents', apply: removeContents }

function removeContents(lines: readonly WorkLine[]): StepResult {
  const entries = new Set<number>()
  lines.forEach((line, index) => {
    if (LEADER.test(line.text.trim())) entries.add(index)
  })
  if (entries.size < 3) entries.clear()
  for (const index of plainEntries(lines)) entries.add(index)
  if (entries.size === 0) return { lines, count: 0 }
  const dropped: { reason: string; text: string }[] = []
  const kept = lines.flatMap((line, index): WorkLine[] => {
    const title = entries.has(nextFull(lines, index)) && !entries.has(index) ? HEADING.exec(line.text.trim()) : null
    if (entries.has(index)) dropped.push({ reason: 'table-of-contents', text: line.text })
    else if (title !== null) {
      dropped.push({ reason: 'table-of-contents', text: title[0] })
      const rest = line.text.trim().slice(0, title.index)
      return rest === '' ? [] : [{ ...line, text: rest }]
    } else return [line]
    return []
  })
  return { lines: kept, count: dropped.length, dropped }
}

function nextFull(lines: readonly WorkLine[], index: number): number {
  for (let next = index + 1; next < lines.length; next += 1) if (lines[next]?.text.trim() !== '') return next
  return -1
}

/** Lines after 目录, as long as each is a numbered heading that stands on a later line too. */
function plainEntries(lines: readonly WorkLine[]): number[] {
  const start = lines.findIndex((line) => /^目\s*[录錄次]$/.test(line.text.trim()))
  if (start < 0) return []
  const later = new Map<string, number>()
  lines.forEach((line, index) => later.set(compact(line.text), index))
  const entries: number[] = []
  for (let index = start + 1; index < lines.length; index += 1) {
    const text = lines[index]?.text.trim() ?? ''
    if (text === '') continue
    const last = later.get(compact(text)) ?? index
    if (text.length > 60 || last <= index || (readLabel(text) === null && text.length > 30)) break
    entries.push(index)
  }
  return entries.length >= 3 ? entries : []
}

function compact(text: string): string {
  return text.replace(/\s|[.…·]*\d{1,4}$/g, '')
}
