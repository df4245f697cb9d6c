import { CLOSED_END } from '../characters.ts'
import type { Step, StepContext, StepResult, WorkLine } from './step.ts'
import { CREDIT, isPageMark, PAGE_LINES } from './web-phrases.ts'

/** Paragraphs of an article: long, and closed by a mark. */
const MIN_BODY = 25
/** Where texts have no full stops, a line of this length is a paragraph. */
const MIN_OPEN_BODY = 45
/** Lines above the title that are longer than this are no menu. */
const MAX_HEAD_LINE = 60
/** What is cut below the article may be so many characters and such a share of the text at most; more is not believed. */
const MAX_CUT = 1500
const MAX_CUT_SHARE = 0.1
/** Lines of a menu are short. */
const MAX_MENU = 30
/** How far the head of a page can reach. */
const HEAD_SHARE = 0.4

/**
 * Takes out what a web page puts before and after an article: menus, tool bars, counters, licences, links. Only acts where lines stand that no
 * official document has (备案号, 返回顶部, 字号). Titles, dates of the meeting, names and signatures stay.
 */
export const webPage: Step = { code: 'web-page', apply: removePage }

function removePage(lines: readonly WorkLine[], { structured }: StepContext): StepResult {
  if (structured) return { lines, count: 0 }
  const credited = lines.findLastIndex((line) => line.text.trim() !== '')
  const credit = CREDIT.exec(lines[credited]?.text.trimEnd() ?? '')?.[0] ?? ''
  const page = removeFrame(lines)
  if (credit === '' || !page.lines.some((line) => line === lines[credited])) return page
  const kept = page.lines.map((line) =>
    line === lines[credited] ? { ...line, text: line.text.trimEnd().slice(0, -credit.length) } : line,
  )
  const dropped = [...(page.dropped ?? []), { reason: 'web-page', text: credit }]
  return { lines: kept, count: dropped.length, dropped }
}

function removeFrame(lines: readonly WorkLine[]): StepResult {
  const texts = lines.map((line) => pageKey(line.text))
  const lead = leadLine(texts)
  const first = texts.findIndex((text, index) => index !== lead && isBody(text))
  if (first < 0) return { lines, count: 0 }
  const head = headLines(texts, first)
  const cuts = new Map<number, string>()
  for (const index of [...head, ...tailLines(texts, lastBody(texts))]) cuts.set(index, lines[index]?.text ?? '')
  if (head.length > 0 && lead >= 0) cuts.set(lead, lines[lead]?.text ?? '')
  const label = lines.findIndex((line, index) => index < first && /^\s*标题[：:]./.test(line.text) && head.length > 0)
  if (label >= 0 && !cuts.has(label)) cuts.set(label, /^\s*标题[：:]/.exec(lines[label]?.text ?? '')?.[0] ?? '')
  return applyCuts(lines, cuts)
}

/** A line as the lists of page phrases know it: without blanks, with half-width digits. */
function pageKey(text: string): string {
  return text.replace(/\s+/g, '').replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
}

/** Cuts the given beginnings off lines. */
function applyCuts(lines: readonly WorkLine[], cuts: ReadonlyMap<number, string>): StepResult {
  const dropped: { reason: string; text: string }[] = []
  const kept = lines.flatMap((line, index): WorkLine[] => {
    const cut = cuts.get(index)
    if (cut === undefined) return [line]
    if (cut.trim() !== '') dropped.push({ reason: 'web-page', text: cut })
    return cut.length === line.text.length ? [] : [{ ...line, text: line.text.slice(cut.length) }]
  })
  return dropped.length === 0 ? { lines, count: 0 } : { lines: kept, count: dropped.length, dropped }
}

/** A summary above the article: a long line near the top whose words come again right below it. */
function leadLine(texts: readonly string[]): number {
  for (let index = 0; index < Math.min(texts.length, 60); index += 1) {
    const text = (texts[index] ?? '').replace(/[?？.…]/g, '')
    if (text.length < MIN_BODY * 2) continue
    const below = texts
      .slice(index + 1, index + 14)
      .join('')
      .replace(/[?？.…]/g, '')
    if (below.includes(text.slice(0, MIN_BODY * 2))) return index
  }
  return -1
}

/** Repetitions searched for in the whole text; a page repeats its article once or twice, then a search finds it where the last one ended. */
const MAX_SEARCHES = 200

/** The last paragraph that does not only repeat what stands above it. */
function lastBody(texts: readonly string[]): number {
  const all = texts.join('')
  let [start, searches, next] = [all.length, 0, -1]
  for (let index = texts.length - 1; index >= 0; index -= 1) {
    const text = texts[index] ?? ''
    start -= text.length
    const before = next - text.length
    if (before < 0 || next > start || !all.startsWith(text, before)) {
      if (!isBody(text)) continue
      searches += 1
      next = searches > MAX_SEARCHES ? -1 : all.indexOf(text)
      if (next < 0 || next + text.length > start) return index
    } else next = before
  }
  return -1
}

function isBody(text: string): boolean {
  if (isPageMark(text) || !/[\u4e00-\u9fff]{4}/.test(text)) return false
  return text.length >= MIN_OPEN_BODY || (text.length >= MIN_BODY && CLOSED_END.test(text))
}

/** Page lines above the first paragraph. Menus are runs of short lines above the first line that is the title. */
function headLines(texts: readonly string[], first: number): number[] {
  const end = Math.min(first, Math.ceil(texts.length * HEAD_SHARE))
  const head = Array.from({ length: end }, (_, index) => index)
  const marks = head.filter((index) => isPageMark(texts[index] ?? '')).length
  const lines = head.filter((index) => PAGE_LINES.some((line) => line.test(texts[index] ?? ''))).length
  if (marks === 0 || marks + lines < 3) return []
  const title = titleLine(texts, end)
  return head.filter((index) => {
    const text = texts[index] ?? ''
    if (index === title) return false
    if (title >= 0 && index < title) return text.length <= MAX_HEAD_LINE
    if (BARE_FIELD.test(texts[index - 1] ?? '') && text.length <= MAX_VALUE) return true
    return isPageMark(text) || PAGE_LINES.some((line) => line.test(text)) || (title >= 0 && text === texts[title])
  })
}

/** A field of the page whose value stands on the next line. */
const BARE_FIELD = /^(?:来源|时间|日期|发布时间|发布日期|发文时间|作者|编辑|阅读|评论|浏览|点击)[：:]$/
const MAX_VALUE = 20

const TITLE = /(?:报告|公报|规划|纲要|计划|意见|方案|办法|条例|规定|通知|决定|目标)(?:[（(].{1,12}[)）])?$/

/** The article's own title: the last of the lines with the most repeated title, because pages show it in their head, their path and above the text. */
function titleLine(texts: readonly string[], end: number): number {
  const counts = new Map<string, number>()
  for (const text of texts.slice(0, end)) {
    if (text.length < 6 || text.length > 60 || isPageMark(text) || PAGE_LINES.some((line) => line.test(text))) continue
    if (TITLE.test(text) && !/作(?:政府)?工作报告$/.test(text)) counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  let best: string | null = null
  for (const [text, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = text
  return best === null ? -1 : texts.slice(0, end).lastIndexOf(best)
}

/** Everything from the first mark below the last paragraph, with the menus right above it. */
function tailLines(texts: readonly string[], last: number): number[] {
  const mark = texts.findIndex((text, index) => index > last && isPageMark(text))
  if (mark < 0) return []
  let start = mark
  while (start - 1 > last && isShortOpen(texts[start - 1] ?? '')) start -= 1
  const menu = texts.slice(start, mark).filter((text) => text !== '').length
  if (menu < MIN_MENU) while (start < mark && !texts.slice(start, mark).every(isNoEnding)) start += 1
  const length = texts.slice(start).join('').length
  if (length > MAX_CUT && length > texts.join('').length * MAX_CUT_SHARE) return []
  return Array.from({ length: texts.length - start }, (_, index) => start + index)
}

/** So many short lines in a row are a menu; fewer can be a signature and its date. */
const MIN_MENU = 8

function isShortOpen(text: string): boolean {
  return text.length <= MAX_MENU && !CLOSED_END.test(text)
}

function isNoEnding(text: string): boolean {
  return !/附件|年.*月.*日|政府$|委员会$|局[）)]?$|办公[厅室]$/.test(text)
}
