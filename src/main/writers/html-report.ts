import type { Finding } from '../../shared/checks/finding.ts'
import type { Range } from '../../shared/text/range.ts'
import type { ExportedFile, ExportInput } from './export-input.ts'
import { escapeHtml } from './html-escape.ts'
import { REPORT_CSS } from './html-report-style.ts'
import { localDate } from './local-date.ts'
import { describeChange } from './report-notes.ts'
import { type ReportBlock, type ReportRow, reportRows, type Span } from './report-rows.ts'
import { reportName, reportSummary } from './report-summary.ts'

const TAGS: Readonly<Record<Span['mark'], readonly [string, string]>> = {
  none: ['', ''],
  deleted: ['<del>', '</del>'],
  inserted: ['<ins>', '</ins>'],
  moved: ['<span class="moved">', '</span>'],
}

function spanHtml({ text, mark }: Span): string {
  const [open, close] = TAGS[mark]
  return `${open}${escapeHtml(text)}${close}`
}

function blockHtml({ number, spans }: ReportBlock): string {
  return `<p><span class="no">${number}</span>${spans.map(spanHtml).join('')}</p>`
}

function sideHtml(blocks: readonly ReportBlock[], empty: string): string {
  return blocks.length > 0 ? blocks.map(blockHtml).join('') : `<p class="none">${empty}</p>`
}

function notesHtml(row: ReportRow): string {
  const targets = new Set(row.changes.map(describeChange))
  const notes = row.notes.map((note) => `<p${targets.has(note) ? ' class="target"' : ''}>${escapeHtml(note)}</p>`)
  const remarks = row.remarks.map((remark) => `<p class="remark">${escapeHtml(remark)}</p>`)
  return [...notes, ...remarks].join('')
}

function tableHtml(rows: readonly ReportRow[]): string {
  let section = ''
  const lines: string[] = []
  for (const [index, row] of rows.entries()) {
    const here = row.section.join('　')
    if (here !== section && here !== '')
      lines.push(`<tr class="section"><th colspan="4" scope="colgroup">${escapeHtml(here)}</th></tr>`)
    section = here
    lines.push(
      `<tr><td class="n">${index + 1}</td><td>${sideHtml(row.left, '（新增）')}</td><td>${sideHtml(row.right, '（删除）')}</td><td class="notes">${notesHtml(row)}</td></tr>`,
    )
  }
  return lines.join('\n')
}

function targetTable(input: ExportInput): string {
  const changes = input.comparison.targets.filter((change) => change.change !== 'same')
  if (changes.length === 0) return ''
  const lines = changes.map((change) => {
    const cell = (quote: string | undefined) => `<td>${quote === undefined ? '—' : escapeHtml(quote)}</td>`
    return `<tr><td class="target">${escapeHtml(describeChange(change))}</td>${cell(change.left?.quote)}${cell(change.right?.quote)}</tr>`
  })
  return `<h2>指标变动 ${changes.length} 项</h2><table class="targets"><thead><tr><th scope="col">变动</th><th scope="col">底本原句</th><th scope="col">本稿原句</th></tr></thead><tbody>${lines.join('\n')}</tbody></table>`
}

function remarkList(threads: readonly (readonly string[])[]): string {
  if (threads.length === 0) return ''
  const items = threads.map((lines) => `<li>${lines.map(escapeHtml).join('<br>')}</li>`)
  return `<h2>其他批注 ${threads.length} 条</h2><ul>${items.join('\n')}</ul>`
}

const SEVERITY_WORDS = { error: '错误', warning: '提醒', info: '提示' } as const

function findingList({ comparison }: ExportInput): string {
  const { left, right, against } = comparison
  const quote = (text: string, { start, end }: Range) => `<q>${escapeHtml(text.slice(start, end))}</q>`
  const item = (finding: Finding) => {
    const evidence = (finding.against ?? []).map((place) => ` 底本：${quote(left.text, place)}`)
    return `<li>${SEVERITY_WORDS[finding.severity]}：${escapeHtml(finding.message)} ${quote(right.text, finding)}${evidence.join('')}</li>`
  }
  const list = (title: string, findings: readonly Finding[]) =>
    findings.length === 0 ? '' : `<h2>${title} ${findings.length} 条</h2><ul>${findings.map(item).join('\n')}</ul>`
  return list('本稿检查发现', right.findings) + list('对照底本检查发现', against.findings)
}

/** A self-contained report: one file, no script, no outside resource; opens in any browser and prints. */
export function writeHtmlReport(input: ExportInput): ExportedFile {
  const { rows, otherRemarks } = reportRows(input)
  const title = escapeHtml(`${input.rightTitle} 修改对照`)
  const html = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>${REPORT_CSS}</style>
</head>
<body>
<h1>修改对照表</h1>
<dl><dt>底本</dt><dd>${escapeHtml(input.leftTitle)}</dd><dt>本稿</dt><dd>${escapeHtml(input.rightTitle)}</dd><dt>导出</dt><dd>${localDate(input.exportedAt)}</dd></dl>
${reportSummary(input, rows)
  .map((line) => `<p class="summary">${escapeHtml(line)}</p>`)
  .join('\n')}
<p class="legend">标记：<del>删去的文字</del>　<ins>增加的文字</ins>　<span class="moved">移动的文字</span></p>
${targetTable(input)}
<h2>逐段对照 ${rows.length} 处</h2>
<table class="rows"><thead><tr><th scope="col">序号</th><th scope="col">底本</th><th scope="col">本稿</th><th scope="col">修改说明</th></tr></thead><tbody>
${tableHtml(rows)}
</tbody></table>
${findingList(input)}
${remarkList(otherRemarks)}
</body>
</html>
`
  return { name: reportName(input, '修改对照表', 'html'), bytes: new TextEncoder().encode(html) }
}
