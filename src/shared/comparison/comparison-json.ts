import { type Analysis, type Comparison, findingsOf } from './comparison.ts'

function side(file: string, { title, text, blocks }: Analysis) {
  return { file, title, text, blocks }
}

/** The public JSON of a comparison, schema 1. `leftFile`/`rightFile` are the names shown for the two sides. */
export function comparisonJson(leftFile: string, rightFile: string, comparison: Comparison) {
  const { engine, rows, sections, groups, targets, summary } = comparison
  return {
    schema: 1,
    left: side(leftFile, comparison.left),
    right: side(rightFile, comparison.right),
    engine,
    rows,
    sections,
    groups,
    targets,
    baselineRole: comparison.against.role,
    findings: findingsOf(comparison),
    summary,
  }
}
