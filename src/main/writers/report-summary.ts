import type { ExportInput } from './export-input.ts'
import type { ReportRow } from './report-rows.ts'
import { CHANGE_WORDS } from './report-words.ts'

/** The figures at the head of a report, one sentence each; says also what is not listed. */
export function reportSummary(input: ExportInput, rows: readonly ReportRow[]): string[] {
  const { summary, rows: all, engine } = input.comparison
  const kinds = Object.entries(summary.targets)
    .filter(([kind, count]) => kind !== 'same' && count > 0)
    .map(([kind, count]) => `${CHANGE_WORDS[kind as keyof typeof CHANGE_WORDS]} ${count}`)
  const lines = [
    `本表列出 ${rows.length} 处修改；全文实质修改 ${summary.classes.substance} 处，措辞修改 ${summary.classes.wording} 处。`,
    kinds.length > 0 ? `指标变动：${kinds.join('，')}。` : '没有指标变动。',
  ]
  const silent = [
    ['标点', summary.classes.punctuation],
    ['编号', summary.classes.numbering],
    ['格式', summary.classes.layout],
  ].filter(([, count]) => Number(count) > 0)
  if (silent.length > 0)
    lines.push(`${silent.map(([word, count]) => `${word} ${count} 处`).join('、')}，不再逐条列示。`)
  const rough = all.filter((row) => !row.precise).length
  if (!engine.precise) lines.push(`有 ${rough} 处为近似比对，已在修改说明中注明，请人工核对。`)
  return lines
}

/** The name a report is offered under; without characters that Windows forbids. */
export function reportName(input: ExportInput, suffix: string, extension: string): string {
  const title =
    input.rightTitle
      .replace(/[\\/:*?"<>|\s]+/g, ' ')
      .trim()
      .slice(0, 80) || '未命名'
  return `${title}-${suffix}.${extension}`
}
