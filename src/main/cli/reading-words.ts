import type { Block } from '../../shared/outline/block.ts'
import type { DocumentFacts, DocumentKind, FactEvidence, RegionLevel } from '../../shared/outline/document-facts.ts'
import { buildOutline, type OutlineNode } from '../../shared/outline/tree.ts'
import type { ReadDocument } from '../services/read-document.ts'
import { STAGE_NAMES } from '../services/stage-names.ts'

const KINDS: Readonly<Record<DocumentKind, string>> = {
  'five-year-plan': '五年规划',
  'government-report': '政府工作报告',
  'special-plan': '专项规划',
  bulletin: '统计公报',
  law: '法规',
  other: '其他',
}
const LEVELS: Readonly<Record<RegionLevel, string>> = { nation: '国家', province: '省', city: '市', county: '县' }

/** What the file holds besides its text: sheets, remarks, tracked changes; a line each, none where there is nothing. */
export function markLines({ sheets, comments, revisions }: ReadDocument): string[] {
  const changes = revisions && [
    `插入 ${revisions.insertions} 处 ${revisions.inserted} 字`,
    `删除 ${revisions.deletions} 处 ${revisions.deleted} 字`,
    `移动 ${revisions.moves} 处`,
  ]
  return [
    ...(sheets.length > 1 ? [`工作表：${sheets.join('、')}`] : []),
    ...(comments.length > 0 ? [`批注：${comments.length} 条`] : []),
    ...(changes ? [`修订（已接受）：${changes.join('，')}；${revisions?.authors.join('、')}`] : []),
  ]
}

/** What a document is, one fact a line, each with the words it was read from. */
export function factLines(facts: DocumentFacts): string[] {
  const { kind, period, region, level, stage, date } = facts
  const years = period === null ? null : period.from === period.to ? `${period.from}` : `${period.from}–${period.to}`
  const place = region === null || level === null ? region : `${region}（${LEVELS[level]}级）`
  const said: readonly (readonly [string, string | null, FactEvidence['field']])[] = [
    ['类型', KINDS[kind], 'kind'],
    ['时期', years, 'period'],
    ['地区', place, 'region'],
    ['阶段', stage === null ? null : STAGE_NAMES[stage], 'stage'],
    ['日期', date, 'date'],
  ]
  return said.map(([name, value, field]) => `${name}：${value ?? '未说明'}${reason(facts, field)}`)
}

function reason({ evidence }: DocumentFacts, field: FactEvidence['field']): string {
  const found = evidence.find((one) => one.field === field)
  return found === undefined ? '' : `（据${found.start === null ? '文件名' : '正文'}“${found.quote}”）`
}

/** The tree of headings, one a line, two blanks deeper for each level. */
export function outlineLines(blocks: readonly Block[], text: string): string[] {
  const lines = (nodes: readonly OutlineNode[], depth: number): string[] =>
    nodes.flatMap((node) => [`${'  '.repeat(depth)}${node.title}`, ...lines(node.children, depth + 1)])
  return lines(buildOutline(blocks, text), 0)
}
