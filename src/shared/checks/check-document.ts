import { checkCounts } from './check-counts.ts'
import { checkDuplicates } from './check-duplicates.ts'
import { checkGrowth } from './check-growth.ts'
import { checkIndustries } from './check-industries.ts'
import { CheckMemory } from './check-memory.ts'
import { checkNumbering } from './check-numbering.ts'
import { checkPhrases } from './check-phrases.ts'
import { checkSums } from './check-sums.ts'
import { checkTruncation } from './check-truncation.ts'
import { checkValues } from './check-values.ts'
import { checkYearly } from './check-yearly.ts'
import type { DocumentSource } from './document-source.ts'
import type { Finding, FindingCode } from './finding.ts'
import type { PhraseRule } from './phrase-list.ts'

export interface CheckOptions {
  /** Codes that the user has switched off. */
  readonly disabled?: readonly FindingCode[]
  /** The user's phrase list; without it no phrase is looked at. */
  readonly phrases?: readonly PhraseRule[]
}

type Check = (source: DocumentSource, memory: CheckMemory) => Finding[]

/** Each check with all that it can find, so that one whose codes are all off is not run. */
const CHECKS: readonly { readonly codes: readonly FindingCode[]; readonly run: Check }[] = [
  { codes: ['count-mismatch'], run: checkCounts },
  { codes: ['truncated'], run: checkTruncation },
  { codes: ['numbering-gap'], run: checkNumbering },
  { codes: ['inconsistent-value', 'table-mismatch'], run: checkValues },
  { codes: ['growth-mismatch'], run: checkGrowth },
  { codes: ['sum-mismatch'], run: checkSums },
  { codes: ['sum-mismatch'], run: checkIndustries },
  { codes: ['yearly-total'], run: checkYearly },
  { codes: ['duplicate-block'], run: checkDuplicates },
]

/**
 * Runs every check over one document; findings stand in the order of the text. `memory` spares checking again what was checked
 * before; it changes nothing in the result.
 */
export function checkDocument(
  source: DocumentSource,
  options: CheckOptions = {},
  memory = new CheckMemory(),
): Finding[] {
  const { disabled = [], phrases = [] } = options
  const isOn = (code: FindingCode): boolean => !disabled.includes(code)
  const found = CHECKS.filter(({ codes }) => codes.some(isOn)).flatMap(({ run }) => run(source, memory))
  if (isOn('phrase-departure')) found.push(...checkPhrases(source, phrases))
  memory.endRound()
  return found.filter(({ code }) => isOn(code)).sort((a, b) => a.start - b.start || a.end - b.end)
}
