import { comparisonJson } from '../../shared/comparison/comparison-json.ts'
import type { ExportedFile, ExportInput } from './export-input.ts'
import { reportName } from './report-summary.ts'

/** The public JSON of a comparison, with decisions and annotations beside it. */
export function writeJson(input: ExportInput): ExportedFile {
  const { comparison, leftTitle, rightTitle, decisions, annotations, exportedAt } = input
  const json = { ...comparisonJson(leftTitle, rightTitle, comparison), exportedAt, decisions, annotations }
  return { name: reportName(input, '比对结果', 'json'), bytes: new TextEncoder().encode(`${JSON.stringify(json)}\n`) }
}
