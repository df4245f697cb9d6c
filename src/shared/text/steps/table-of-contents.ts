import { readLabel } from '../../outline/numbering.ts'
import type { Step, StepResult, WorkLine } from './step.ts'

/** An entry with leaders and page: 一、总则……3, 1.1 指标 ........ 12 */
const LEADER =
  /(?:\.{4,}|…{2,}|[·•⋯‥]{3,}|(?:[．。·]\s?){4,}|(?: \.){4,}|_{4,}|[-─┈┄]{5,}|—{3,})[\s.…·•⋯_-]*[-—（(]?\s*\d{1,4}\s*[-—)）]?$/
const HEADING = /目\s*[录錄次]$/

/**
 * Takes out the table of contents: entries with leaders and page numbers, and lists of headings under 目录 that come again in the text.
 * Its words stand in the headings themselves.
 */
export const tableOfContents: Step = { code: 'table-of-contents', apply: removeContents }

function removeContents(lines: readonly WorkLine[]): StepResult {
  const cuts = new Map<number, string>()
  lines.forEach((line, index) => {
    if (isEntry(line.text)) cuts.set(index, line.text)
  })
  if (cuts.size < MIN_ENTRIES) cuts.clear()
  else for (const index of brokenEntries(lines, cuts)) cuts.set(index, lines[index]?.text ?? '')
  for (const index of bracketedEntries(lines)) cuts.set(index, lines[index]?.text ?? '')
  for (const [index, text] of plainEntries(lines)) if (!cuts.has(index)) cuts.set(index, text)
  if (cuts.size === 0) return { lines, count: 0 }
  const dropped: { reason: string; text: string }[] = []
  const kept = lines.flatMap((line, index): WorkLine[] => {
    const cut = cuts.get(index) ?? (cuts.has(nextFull(lines, index)) ? (HEADING.exec(line.text)?.[0] ?? '') : '')
    if (cut === '') return [line]
    dropped.push({ reason: 'table-of-contents', text: cut })
    const rest = line.text.replace(cut, '')
    return rest.trim() === '' ? [] : [{ ...line, text: rest }]
  })
  return { lines: kept, count: dropped.length, dropped }
}

const MIN_ENTRIES = 3

/** An entry is short; longer lines are not looked at, because leaders in them are found slowly. */
const MAX_LEADER_LINE = 300

function isEntry(text: string): boolean {
  return text.length <= MAX_LEADER_LINE && LEADER.test(text.trim())
}

/** First lines of entries too long for one line: between two entries, short, without a stop, and with the entry below a heading of the text. */
function brokenEntries(lines: readonly WorkLine[], cuts: ReadonlyMap<number, string>): number[] {
  const body = lines.filter((_, index) => !cuts.has(index)).map((line) => compact(line.text))
  const whole = new Set(body)
  const joined = new Set(body.map((text, index) => text + (body[index + 1] ?? '')))
  return [...cuts.keys()].flatMap((index) => {
    const above = lines[index - 1]?.text ?? ''
    const entry = compact(above) + compact((lines[index]?.text ?? '').replace(LEADER, ''))
    if (above.trim() === '' || cuts.has(index - 1) || above.trim().length > MAX_ENTRY || HEADING.test(above)) return []
    return whole.has(entry) || joined.has(entry) ? [index - 1] : []
  })
}

/** The page of an entry in brackets at its end, perhaps misread by the recognition of a scan: （327）, （33D, “（401) */
const BRACKETED = /[（(〈]\s*\d{2,3}\s*[D帥]?\s*[)）〉]?\s*$/
const MIN_BRACKETED = 10
/** So many lines can stand between two pages of a contents list: titles and numbers that recognition parted from their pages. */
const MAX_APART = 14
const MIN_SENTENCE = 40

/** A contents list below 目录 whose pages stand in brackets: everything from the first page to the last but whole sentences (notes at the foot of its pages). */
function bracketedEntries(lines: readonly WorkLine[]): number[] {
  const start = lines.findIndex((line) => /^目\s*[录錄次]$/.test(line.text.trim()))
  if (start < 0) return []
  let [last, found] = [start, 0]
  for (let index = start + 1; index < lines.length && index - last <= MAX_APART; index += 1) {
    const text = lines[index]?.text.trim() ?? ''
    if (!BRACKETED.test(text) || (text.length > MIN_SENTENCE && text.includes('。'))) continue
    last = index
    found += 1
  }
  if (found < MIN_BRACKETED) return []
  return Array.from({ length: last - start + 1 }, (_, offset) => start + offset).filter((index) => {
    const text = lines[index]?.text.trim() ?? ''
    return !(text.length >= MIN_SENTENCE && text.endsWith('。'))
  })
}

function nextFull(lines: readonly WorkLine[], index: number): number {
  for (let next = index + 1; next < lines.length; next += 1) if (lines[next]?.text.trim() !== '') return next
  return -1
}

/**
 * Lines after 目录, as long as each is a heading that stands on a later line too. An entry that runs on into the first words
 * of the text is cut to what comes again.
 */
function plainEntries(lines: readonly WorkLine[]): [number, string][] {
  const start = lines.findIndex(
    (line) => /^目\s*[录錄次]/.test(line.text.trim()) && line.text.trim().length <= MAX_HEAD,
  )
  if (start < 0) return []
  const last = new Map<string, number>()
  lines.forEach((line, index) => last.set(compact(line.text), index))
  const entries: [number, string][] = []
  for (let index = start + 1; index < lines.length; index += 1) {
    const text = lines[index]?.text ?? ''
    if (text.trim() === '') continue
    if (text.trim().length > MAX_ENTRY) break
    const again = (last.get(compact(text)) ?? index) > index ? text : comesAgain(text, lines, index)
    if (again === '') break
    entries.push([index, again])
  }
  return entries.length >= MIN_ENTRIES ? [[start, lines[start]?.text ?? ''], ...entries] : []
}

const MAX_HEAD = 8
const MAX_ENTRY = 60

/** The part of a numbered entry that is a later line, when something else sticks to its end. */
function comesAgain(text: string, lines: readonly WorkLine[], index: number): string {
  if (readLabel(text.trim()) === null) return ''
  for (const line of lines.slice(index + 1)) {
    const heading = line.text.trim()
    if (heading.length >= 4 && text.trimStart().startsWith(heading)) return heading
  }
  return ''
}

function compact(text: string): string {
  return text.replace(/\s|[.…·]*\d{1,4}$/g, '')
}
