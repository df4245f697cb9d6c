import { CANNOT_END, CLOSED_END } from '../text/characters.ts'
import type { BlockKind } from './block.ts'
import { CHAPTER_STYLES, type LabelStyle, type LineLabel } from './numbering.ts'
import type { OutlineLine } from './outline-line.ts'
import { runOnGap } from './run-on-gap.ts'

/** The longest heading: 60 characters hold the longest chapter title of the national plans twice. */
const MAX_HEADING = 60
const MAX_PLAIN_HEADING = 30
const BODY_LENGTH = 40
/** A line of this length is text even where its paragraph was broken behind it. */
const MIN_WRAPPED = 60

/** Styles that head a part of a document whatever their line ends with. */
const CHAPTERS: ReadonlySet<LabelStyle> = new Set([...CHAPTER_STYLES, 'section-part'])
/** Styles that only ever count things inside a text. */
const ITEMS: ReadonlySet<LabelStyle> = new Set(['article', 'ordinal', 'gloss', 'dash', 'mark'])
/** Styles that also count the entries of a list, one below the other without text between. */
const COUNTERS: ReadonlySet<LabelStyle> = new Set(['number', 'number-bracket', 'circled'])

/** 第一，… heads a section where it is no sentence; 一是… never does. */
const ORDER = /^第.{1,3}[，,、]$/

/** Headings that stand alone at either end of a document, whatever is around them. */
const BARE =
  /^(?:引言|前言|序言|序|绪论|导言|导语|结语|结束语|后记|附则|附录|注释|[^，。]{0,8}(?:名词|用语|术语)(?:解释|注释|说明))$/
/** The heads of notes that explain words; the numbered lines below them are entries. */
const GLOSSARY = /(?:名词|用语|术语|词语)(?:解释|注释|说明)$|^注释$/
/** What the headings of reports that begin with a year are about. */
const YEAR_HEADING =
  /^[12][0-9]{3}\s*年[^，。；]{0,14}(?:回顾|总结|安排|任务|目标|工作|建议|重点|要求|打算|思路|计划|情况|成就|任务书)$/
/** No heading that stands alone is longer. */
const LONGEST_BARE = 16
const CAPTION = /^[图表]\s*[0-9０-９一二三四五六七八九十]/

/** Whether a line, by its words without blanks, is one of the headings that stand alone: 引言, 结 语, 名词解释. */
export function isBareHeading(words: string): boolean {
  return words.length <= LONGEST_BARE && BARE.test(words)
}

/** A sentence that ends within a line: what follows is text. */
const RUNS_ON = /[。！？][^”’》）」』]/

/** How a text is written, by which its lines are to be read. */
export interface TextHabits {
  /** Paragraphs end with a full stop. Where they do not, a short line may be a sentence, and no heading is seen without a number. */
  readonly closes: boolean
}

/** So many paragraphs show how a text is written. */
const ENOUGH_LINES = 200

/** The habits of a text, from its first paragraphs. */
export function findHabits(lines: readonly OutlineLine[]): TextHabits {
  const long = lines.filter((line) => line.text.length >= BODY_LENGTH && line.bars === 0).slice(0, ENOUGH_LINES)
  const closed = long.filter((line) => CLOSED_END.test(line.text))
  return { closes: closed.length >= long.length * MOSTLY_CLOSED }
}

/** Texts whose full stops were removed keep those of quotations and lists, a twentieth of them. */
const MOSTLY_CLOSED = 0.5

/** Whether a numbered line heads what follows, or is an item of a list. */
export function kindOfLabelled(
  lines: readonly OutlineLine[],
  index: number,
  label: LineLabel,
  { closes }: TextHabits,
): BlockKind {
  const line = lines[index]
  if (line === undefined) return 'item'
  const short = lengthOf(line.text) <= MAX_HEADING && line.text.trimEnd().length > label.length
  if (CHAPTERS.has(label.style))
    return short || line.text.length <= label.length || leads(line, label) ? 'heading' : 'item'
  if (ITEMS.has(label.style) && !(closes && ORDER.test(label.text) && line.text.length <= MAX_PLAIN_HEADING))
    return 'item'
  if (label.style === 'attachment') return kindOfAttachment(lines, index, label)
  if (!COUNTERS.has(label.style) && leads(line, label) && !/\S\s{2,}\S.*\S\s{2,}\S/.test(line.text)) return 'heading'
  if (!short || CLOSED_END.test(line.text) || CANNOT_END.test(line.text) || !isBalanced(line.text)) return 'item'
  if (RUNS_ON.test(line.text)) return 'item'
  return COUNTERS.has(label.style) && isEntry(lines, index, label.style) ? 'item' : 'heading'
}

/** A heading set apart from the text on its line. */
function leads({ text }: OutlineLine, label: LineLabel): boolean {
  const body = text.slice(label.length).trim()
  const gap = runOnGap(body)
  return gap !== null && gap <= MAX_HEADING && !/[。；：]/.test(body.slice(0, gap))
}

/** What a heading adds in brackets does not count for its length. */
function lengthOf(text: string): number {
  if (text.length <= MAX_HEADING) return text.length
  const without = text.replace(/（[^（）]*）/g, '')
  return without === text ? text.length : lengthOf(without)
}

/** 附件：1．… opens the list of what is attached; so does 附件：… above the date of a letter. Alone it heads what is attached. */
function kindOfAttachment(lines: readonly OutlineLine[], index: number, label: LineLabel): BlockKind {
  const line = lines[index]
  if (line === undefined || line.text.length > MAX_HEADING) return 'paragraph'
  const rest = line.text.slice(label.length).trim()
  const colon = /[：:]\s*$/.test(label.text)
  if (colon && /^[0-9０-９一二]{1,2}\s*[.．、]/.test(rest)) return 'item'
  const dated = lines.slice(index + 1, index + 5).some(({ text }) => /^[0-9〇二]{4}年[^，。]{2,8}日$/.test(text.trim()))
  return colon && rest !== '' && dated ? 'item' : 'heading'
}

/** An entry has a neighbour of its own style on one side and no text of its own: three in a row are a list. */
function isEntry(lines: readonly OutlineLine[], index: number, style: LabelStyle): boolean {
  const same = (at: number): boolean => lines[at]?.label?.style === style
  const listed =
    (same(index - 1) && same(index + 1)) || (same(index + 1) && same(index + 2)) || (same(index - 1) && same(index - 2))
  return listed || isAttachmentList(lines, index - 1)
}

/** 2．… below 附件：1．…. */
function isAttachmentList(lines: readonly OutlineLine[], index: number): boolean {
  let at = index
  while (lines[at]?.label?.style === 'number' && index - at < 20) at -= 1
  const line = lines[at]
  return line?.label?.style === 'attachment' && kindOfAttachment(lines, at, line.label) === 'item'
}

/** For each line, whether it is an entry below 名词解释, up to the next heading of the document. */
export function findGlossaryEntries(lines: readonly OutlineLine[]): ReadonlySet<number> {
  const found = new Set<number>()
  let open = false
  lines.forEach((line, index) => {
    const style = line.label?.style
    const headed = style === 'comma' || style === 'attachment' || (style !== undefined && CHAPTERS.has(style))
    const from = headed ? (line.label?.length ?? 0) : 0
    const mayBeTitle = line.words.length <= from + MAX_PLAIN_HEADING
    const title = mayBeTitle ? line.text.slice(from).replace(/\s/g, '') : ''
    if (mayBeTitle && title.length <= MAX_PLAIN_HEADING && GLOSSARY.test(title)) open = true
    else if (headed) open = false
    else if (open) found.add(index)
  })
  return found
}

/**
 * A heading without a number: 引言, 结语, or a short line without closing mark between body text above (or a heading,
 * or nothing) and body text below. Runs of short lines (names, cells of a flattened table) are none.
 */
export function isPlainHeading(lines: readonly OutlineLine[], index: number, { closes }: TextHabits): boolean {
  const line = lines[index]
  const next = lines[index + 1]
  if (line === undefined || next === undefined) return false
  const { words } = line
  if (isBareHeading(words)) return true
  if (!closes) return false
  if (words.length > MAX_PLAIN_HEADING || words.length < 2 || !/[\u4e00-\u9fff]/.test(words)) return false
  if (CLOSED_END.test(words) || !isBalanced(words) || CAPTION.test(words) || !canBegin(words)) return false
  const before = isBoundary(lines, index - 1)
  if (/[，、,]/.test(words))
    return before && isBody(lines[index - 1]) && isBody(next) && /^[^，、,]{4,}，[^，、,]{4,}$/.test(words)
  return before && opens(next)
}

function canBegin(words: string): boolean {
  if (/^\d/.test(words)) return YEAR_HEADING.test(words)
  return !/^[（(《]/.test(words) && (!words.startsWith('“') || /^“十[一二三四五六七八九]?五”/.test(words))
}

/** What a heading can stand below: nothing, a whole paragraph, a heading. */
function isBoundary(lines: readonly OutlineLine[], index: number): boolean {
  const line = lines[index]
  if (line === undefined || isBody(line)) return true
  if (line.label === null) return /^各位.{1,20}[：:！!]$/.test(line.text) || isShortBody(line)
  return CLOSED_END.test(line.text) || (!CANNOT_END.test(line.text) && isBalanced(line.text))
}

/** What can stand below a heading: a paragraph, a numbered heading, a list of paragraphs. */
function opens(next: OutlineLine): boolean {
  if (isBody(next) || isShortBody(next) || (next.label === null && next.text.length >= MIN_WRAPPED)) return true
  return next.label !== null && (!ITEMS.has(next.label.style) || next.label.style === 'article')
}

function isBody(line: OutlineLine | undefined): boolean {
  return line !== undefined && line.text.length >= BODY_LENGTH && CLOSED_END.test(line.text)
}

/** A paragraph of one short sentence. */
function isShortBody(line: OutlineLine): boolean {
  return line.text.length >= BODY_LENGTH / 2 && /[。！]$/.test(line.text)
}

/** Whether each quotation mark and bracket that a line opens is closed in it. */
function isBalanced(text: string): boolean {
  return PAIRS.every(([open, close]) => count(text, open) === count(text, close))
}

const PAIRS = [
  ['“', '”'],
  ['《', '》'],
  ['（', '）'],
] as const

function count(text: string, unit: string): number {
  let found = 0
  for (let at = text.indexOf(unit); at >= 0; at = text.indexOf(unit, at + 1)) found += 1
  return found
}
