import { CLOSED_END } from '../text/characters.ts'
import type { OutlineLine } from './outline-line.ts'

/** The lines at the top of a document that name it, and those that say when, where and by whom it was given. */
export interface DocumentHead {
  readonly titles: ReadonlySet<number>
  /** ——2025年1月16日在…会议上 begins with a dash and is no item of a list; 市长 李明 is no heading. */
  readonly subtitles: ReadonlySet<number>
}

/** How official documents name themselves: the last word of a title. */
const TITLE_WORD =
  /(?:计划|规划|纲要|报告|公报|条例|规定|规则|办法|意见|方案|决定|决议|通知|通报|法|细则|解释|建议|要点|总结|讲话|函|批复|公告|通告|目标|清单|行动|措施|说明|标准|规范|规程|准则|指南|制度|指引|预案)(?:文本|全文|要点|摘要)?[》”]?(?:[（(〔][^（）()〔〕]*[）)〕]){0,2}$/
const MAX_TITLE = 80
/** How far down a title can stand: below a few lines of file marks, never below the first paragraph. */
const HEAD_LINES = 10
const MAX_TITLE_LINES = 3

/** The second line of a title that was broken in two. */
const CONTINUES = /^(?:和|及|与|暨|的|以及|实施|关于)/
/** What a title that names the issuer on a line of its own goes on with. */
const AFTER_ISSUER = /^(?:关于|印发|国民经济)/
const ISSUER = /(?:中华人民共和国|政府|委员会|办公室|办公厅|人大常委会|法院|检察院|[省市县区州盟旗局厅部委])$/
const REGION_NAME = /(?:中华人民共和国|[省市县区州盟旗])$/
/** The office and name of the one who gives the report. */
const SPEAKER = /(?:总理|主席|省长|市长|县长|区长|州长|盟长|旗长|主任|书记)[\s　]*(?:\S{2,4}|\S[\s　]+\S{1,2})$/
const MAX_SPEAKER = 30
const PRINTED = /^(?:来源|作者|编辑|发布时间)[：:]/
const SUBTITLE = /^[—―─－–-]{1,4}\s*(?:在|[0-9０-９〇○零一二三四五六七八九]{4}\s*年)/
const INTRODUCED = /^(?:——|（|\(|各位|[0-9０-９]{4}\s*年)/

/** Finds the title and the lines below it. A title that the source file marks is taken as it is. */
export function findDocumentHead(lines: readonly OutlineLine[]): DocumentHead {
  const titles = findTitleLines(lines)
  return { titles, subtitles: findSubtitles(lines, titles) }
}

function findTitleLines(lines: readonly OutlineLine[]): ReadonlySet<number> {
  const said = lines.flatMap((line, index) => (line.hint?.kind === 'title' ? [index] : []))
  if (said.length > 0) return new Set(said)
  const head = headOf(lines)
  const named = head.findIndex((line) => isTitleLike(line) && TITLE_WORD.test(compact(line.text)))
  if (named >= 0) return new Set([...wholeTitle(head, named), ...repeatedTitles(head, named)])
  const first = head[0]
  const second = lines[1]
  const introduces = second !== undefined && INTRODUCED.test(second.text)
  const names = first !== undefined && isTitleLike(first) && !SPEAKER.test(first.text.trim())
  return names && introduces ? new Set([0]) : new Set()
}

/** The lines above the first paragraph, salutation or numbered line. */
function headOf(lines: readonly OutlineLine[]): readonly OutlineLine[] {
  const head: OutlineLine[] = []
  for (const line of lines.slice(0, HEAD_LINES)) {
    if (line.text.length > MAX_TITLE || line.text.startsWith('各位')) break
    if (line.label !== null && line.label.style !== 'dash' && line.label.style !== 'attachment') break
    head.push(line)
  }
  return head
}

function isTitleLike(line: OutlineLine): boolean {
  return line.label === null && line.text.length >= 3 && line.text.length <= MAX_TITLE && !CLOSED_END.test(line.text)
}

/** A title over several lines: its issuer or first half above, its second half below. */
function wholeTitle(head: readonly OutlineLine[], named: number): number[] {
  let [first, last] = [named, named]
  while (last - first + 1 < MAX_TITLE_LINES && leadsInto(head[first - 1], head[first])) first -= 1
  while (last - first + 1 < MAX_TITLE_LINES && continues(head[last + 1])) last += 1
  return Array.from({ length: last - first + 1 }, (_, i) => first + i)
}

function leadsInto(above: OutlineLine | undefined, line: OutlineLine | undefined): boolean {
  if (above === undefined || line === undefined || !isTitleLike(above) || SUBTITLE.test(above.text)) return false
  const [upper, lower] = [compact(above.text), compact(line.text)]
  if (/文件|来源|[0-9]号$|[：:]/.test(upper) || TITLE_WORD.test(upper)) return false
  if (AFTER_ISSUER.test(lower) && upper.length <= 30) {
    return lower.startsWith('国民经济') ? REGION_NAME.test(upper) : ISSUER.test(upper)
  }
  return CONTINUES.test(lower) || /关于|印发/.test(upper)
}

function continues(below: OutlineLine | undefined): boolean {
  if (below === undefined || !isTitleLike(below)) return false
  const text = compact(below.text)
  return CONTINUES.test(text) && TITLE_WORD.test(text)
}

/** A page and the document on it often both bear the title. */
function repeatedTitles(head: readonly OutlineLine[], named: number): number[] {
  const title = compact(head[named]?.text ?? '')
  return head.flatMap((line, index) => {
    const text = compact(line.text)
    const same = isTitleLike(line) && TITLE_WORD.test(text) && (title.includes(text) || text.includes(title))
    return same && index > named ? [index] : []
  })
}

function findSubtitles(lines: readonly OutlineLine[], titles: ReadonlySet<number>): ReadonlySet<number> {
  const from = Math.max(0, ...titles)
  const found = new Set<number>()
  for (let index = 0; index <= from + 4 && index < lines.length; index += 1) {
    if (!titles.has(index) && isSubtitle(lines[index]?.text.trim() ?? '')) found.add(index)
  }
  return found
}

/** When, where and by whom a report was given, and where it was printed. */
function isSubtitle(text: string): boolean {
  return SUBTITLE.test(text) || (text.length <= MAX_SPEAKER && (SPEAKER.test(text) || PRINTED.test(text)))
}

/** Without blanks, and without the specks that scanning leaves at the end of a line. */
function compact(text: string): string {
  return text.replace(/\s/g, '').replace(/[·•*※]+$/, '')
}
