import { parseChineseNumber } from '../text/chinese-number.ts'

/**
 * The numbering styles of Chinese official documents, outermost first (GB/T 9704: 一、（一）1.（1）; plans put 篇, 章, 节
 * above them). The order is the canonical nesting; a document uses some of them.
 */
export const LABEL_STYLES = [
  'volume', // 第一编
  'part', // 第一篇
  'section-part', // 第一部分
  'attachment', // 附件1 附录
  'chapter', // 第一章
  'clause-section', // 第一节
  'comma', // 一、
  'dotted-2', // 1.1
  'dotted-3', // 1.1.1
  'dotted-4', // 1.1.1.1
  'bracket', // （一）
  'box', // 专栏1
  'number', // 1.
  'number-bracket', // （1）
  'circled', // ①
  'article', // 第一条
  'ordinal', // 一是 第一，
  'gloss', // 〔1〕
  'dash', // ——
  'mark', // ● ■ ★
] as const
export type LabelStyle = (typeof LABEL_STYLES)[number]

/** Styles that only ever number the headings of a plan or law. */
export const CHAPTER_STYLES: ReadonlySet<LabelStyle> = new Set(['volume', 'part', 'chapter', 'clause-section'])

/** A number as written at the beginning of a line. `length` counts the UTF-16 units of the label without following blanks. */
export interface LineLabel {
  readonly style: LabelStyle
  readonly text: string
  readonly length: number
  /** The count it states: （三） → 3; null for dashes and marks. */
  readonly value: number | null
}

const ZH = '[〇零一二三四五六七八九十百]'
const NUM = `(?:${ZH}+|[0-9０-９]+)`
const NO_DECIMAL = '(?![0-9０-９])'

interface Rule {
  readonly style: LabelStyle
  readonly pattern: RegExp
}

const RULES: readonly Rule[] = [
  { style: 'volume', pattern: new RegExp(`^第\\s*(${NUM})\\s*[编编卷]`) },
  { style: 'part', pattern: new RegExp(`^第\\s*(${NUM})\\s*篇(?!文|论|报)`) },
  { style: 'section-part', pattern: new RegExp(`^第\\s*(${NUM})\\s*部分(?=[\\s：:])`) },
  { style: 'chapter', pattern: new RegExp(`^第\\s*(${NUM})\\s*章`) },
  { style: 'clause-section', pattern: new RegExp(`^第\\s*(${NUM})\\s*节`) },
  { style: 'article', pattern: new RegExp(`^第\\s*(${NUM})\\s*条(?:之[一二三四五六七八九十])?(?=[\\s　：]|$)`) },
  {
    style: 'attachment',
    pattern: /^附\s*[件录表]\s*([0-9０-９一二三四五六七八九十]*)\s*(?=[：:.．、\s]|$)[：:.．、]?/,
  },
  { style: 'box', pattern: /^专栏\s*(?:([0-9０-９]+|[一二三四五六七八九十]+)[：:]?|(?=[：:\s]))/ },
  { style: 'comma', pattern: new RegExp(`^(${ZH}+)\\s?[、．.](?!${ZH}+[、是])`) },
  { style: 'bracket', pattern: new RegExp(`^[（(〔]\\s*(${ZH}+)\\s*[）)〕][、.．]?`) },
  { style: 'number-bracket', pattern: /^[（(]\s*([0-9０-９]{1,2})\s*[）)][、.．]?/ },
  { style: 'gloss', pattern: /^[〔［[【]\s*([0-9０-９]{1,3})\s*[〕］\]】]/ },
  { style: 'number-bracket', pattern: /^([0-9０-９]{1,2})\s?[）)]/ },
  {
    style: 'dotted-4',
    pattern: new RegExp(`^[0-9]{1,2}(?:\\.[0-9]{1,2}){2}\\.([1-9][0-9]?)[.．]?(?=[\\s“《（\\u4e00-\\u9fff])`),
  },
  {
    style: 'dotted-3',
    pattern: new RegExp(`^[0-9]{1,2}\\.[0-9]{1,2}\\.([1-9][0-9]?)[.．]?(?=[\\s“《（\\u4e00-\\u9fff])`),
  },
  {
    style: 'dotted-2',
    pattern:
      /^[0-9]{1,2}\.([1-9][0-9]?)[.．]?(?=\s*[“《（\u4e00-\u9fff])(?![至到升])(?!\s*[万亿个倍千百元米人年月吨公亩分平美左辆件户家名项套所度条座处种和或])/,
  },
  { style: 'number', pattern: new RegExp(`^([0-9０-９]{1,3})\\s?[.．、]${NO_DECIMAL}(?![0-9０-９]{1,3}[、.．])`) },
  { style: 'circled', pattern: /^([①-⑳㈠-㈩⑴-⒇❶-❿])/ },
  { style: 'ordinal', pattern: new RegExp(`^(?:第(${ZH}{1,2})[，,、]|(${ZH}{1,2})[是要](?=[^年月日]))`) },
  { style: 'dash', pattern: /^(?:[—―─－]{2,4}|[-–][ ]?[-–][-–]{0,2}|━{2,4})(?=[^\s—\-–])/ },
  { style: 'mark', pattern: /^[●■★◆○◎▲□►➢☆◇•·](?=[\s\S])/ },
]

/** Characters that can begin a label; anything else is refused at once, which keeps a keystroke cheap. */
const FIRST = /^[第附专〇零一二三四五六七八九十百（(〔［[【0-9０-９①-⑳㈠-㈩⑴-⒇❶-❿—―─－\-–━●■★◆○◎▲□►➢☆◇•·]/

/** The label that a line begins with, or null. Leading blanks are not skipped. */
export function readLabel(line: string): LineLabel | null {
  if (!FIRST.test(line)) return null
  for (const { style, pattern } of RULES) {
    const match = pattern.exec(line)
    if (match === null) continue
    const count = match[1] ?? match[2] ?? ''
    return { style, text: match[0], length: match[0].length, value: labelValue(count) }
  }
  return null
}

function labelValue(count: string): number | null {
  if (count === '') return null
  const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'.indexOf(count)
  if (circled >= 0) return circled + 1
  const ascii = count.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
  if (/^[0-9]+$/.test(ascii)) return Number(ascii)
  return parseChineseNumber(count)
}
