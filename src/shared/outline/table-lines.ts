import { SENTENCE_END } from '../text/characters.ts'
import type { LabelStyle } from './numbering.ts'
import type { OutlineLine } from './outline-line.ts'

/** Headings of tables as they stand alone in a cell; a line of several is one too. */
const HEADER =
  /^(?:序号?|号|指标|主要指标|项目|项目名称|项目类别|类别|名称|产品名称|城市名称|单位|计量单位|属性|指标属性|备注|城区类型|城镇类型|防护等级|地市|目标|现状)+$/
/** No cell is longer, but for descriptions that stand between short cells. */
const MAX_CELL = 40
const FEWEST_CELLS = 8
/** Of a table copied out cell by cell, this share of lines is figures. */
const FIGURES = 0.15

/** Styles that head a part of a document, and never number the rows of a table. */
const NO_CELL: ReadonlySet<LabelStyle> = new Set<LabelStyle>([
  'volume',
  'part',
  'section-part',
  'attachment',
  'chapter',
  'clause-section',
  'comma',
  'bracket',
  'box',
  'article',
  'ordinal',
])
const CAPTION = /^(?:续表|表|图)\s*[0-9０-９一二三四五六七八九十]/
const NOTE = /^[〔［[（(]?注[〕］\])）]?[释解]?\s*[0-9０-９]{0,3}[：:]/

/** The lines that are rows of tables: two bars or more, one bar beside another line with one, or cells copied out one a line. */
export function findTableLines(lines: readonly OutlineLine[]): ReadonlySet<number> {
  const found = new Set<number>()
  lines.forEach((line, index) => {
    const one = line.bars === 1 && (lines[index - 1]?.bars === 1 || lines[index + 1]?.bars === 1)
    if (line.bars >= 2 || one) found.add(index)
  })
  for (const { from, to } of cellRuns(lines)) for (let index = from; index < to; index += 1) found.add(index)
  return found
}

/** Runs of short lines under the headings of a table. */
function cellRuns(lines: readonly OutlineLine[]): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = []
  for (let index = 0; index < lines.length; index += 1) {
    if (!isHeader(lines[index])) continue
    let to = index + 1
    while (to < lines.length && isCell(lines, to)) to += 1
    if (isTable(lines.slice(index, to))) runs.push({ from: index, to })
    index = to - 1
  }
  return runs
}

function isHeader(line: OutlineLine | undefined): boolean {
  return line !== undefined && line.text.length <= MAX_CELL && HEADER.test(line.words)
}

function isCell(lines: readonly OutlineLine[], index: number): boolean {
  const line = lines[index]
  if (line === undefined || line.bars > 0) return false
  if ((line.label !== null && NO_CELL.has(line.label.style)) || NOTE.test(line.text) || CAPTION.test(line.text))
    return false
  if (isShort(line)) return true
  return isShort(lines[index - 1]) && isShort(lines[index + 1]) && isShort(lines[index + 2])
}

function isShort(line: OutlineLine | undefined): boolean {
  return line !== undefined && line.text.length <= MAX_CELL && !SENTENCE_END.test(line.text)
}

function isTable(lines: readonly OutlineLine[]): boolean {
  const figures = lines.filter((line) => /\d/.test(line.text) && line.text.length <= MAX_CELL).length
  return lines.length >= FEWEST_CELLS && figures >= lines.length * FIGURES
}
