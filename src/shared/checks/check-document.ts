import { checkCounts } from './check-counts.ts'
import { checkDuplicates } from './check-duplicates.ts'
import { checkGrowth } from './check-growth.ts'
import { checkNumbering } from './check-numbering.ts'
import { checkTruncation } from './check-truncation.ts'
import { checkValues } from './check-values.ts'
import type { DocumentSource } from './document-source.ts'
import type { Finding } from './finding.ts'

const CHECKS: readonly ((source: DocumentSource) => Finding[])[] = [
  checkCounts,
  checkTruncation,
  checkNumbering,
  checkValues,
  checkGrowth,
  checkDuplicates,
]

/** Runs every check over one document; findings stand in the order of the text. */
export function checkDocument(source: DocumentSource): Finding[] {
  return CHECKS.flatMap((check) => check(source)).sort((a, b) => a.start - b.start || a.end - b.end)
}
