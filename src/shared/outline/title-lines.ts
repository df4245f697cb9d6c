import { CLOSED_END } from '../text/characters.ts'
import type { OutlineLine } from './outline-line.ts'

/** How official documents name themselves: the last word of a title. */
const TITLE_WORD =
  /(?:计划|规划|纲要|报告|公报|条例|规定|规则|办法|意见|方案|决定|决议|通知|通报|法|细则|解释|建议|要点|总结|讲话|函|批复|公告|通告|目标|清单|行动|措施|说明)(?:文本|全文|要点|摘要)?(?:[（(〔][^（）()〔〕]*[）)〕])?$/
const MAX_TITLE = 80
/** How far down a title can stand: below a few lines of file marks, never below the first paragraph. */
const HEAD_LINES = 10

/** The indexes of the lines that make up the document's title; empty when the text has none. */
export function findTitleLines(lines: readonly OutlineLine[]): ReadonlySet<number> {
  const said = lines.flatMap((line, index) => (line.hint?.kind === 'title' ? [index] : []))
  if (said.length > 0) return new Set(said)
  const head = headOf(lines)
  const named = head.findIndex((line) => isTitleLike(line) && TITLE_WORD.test(compact(line.text)))
  if (named >= 0) return new Set([named])
  const first = head[0]
  const second = lines[1]
  const introduces = second !== undefined && /^(?:——|（|\(|各位|[0-9０-９]{4}\s*年)/.test(second.text)
  return first !== undefined && isTitleLike(first) && introduces ? new Set([0]) : new Set()
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

function compact(text: string): string {
  return text.replace(/\s/g, '')
}
