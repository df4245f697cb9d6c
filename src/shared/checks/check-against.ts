import type { DocumentFacts } from '../outline/document-facts.ts'
import type { Lexicon } from '../targets/lexicon.ts'
import type { Target } from '../targets/target.ts'
import { checkPath } from './check-path.ts'
import { checkSuccessors } from './check-successors.ts'
import { checkUpper } from './check-upper.ts'
import type { Finding, FindingCode } from './finding.ts'

/**
 * What the other document is to this one: the `plan` whose year it reports on, the plan of the level above (`upper`), or the
 * `previous` plan, whose commitments should go on.
 */
export const BASELINE_ROLES = ['plan', 'upper', 'previous'] as const
export type BaselineRole = (typeof BASELINE_ROLES)[number]

/** A document as the checks of two see it. */
export interface CheckedDocument {
  readonly text: string
  readonly targets: readonly Target[]
  readonly facts: DocumentFacts
}

export interface AgainstOptions {
  readonly lexicon: Lexicon
  /** Codes that the user has switched off. */
  readonly disabled?: readonly FindingCode[]
}

/**
 * Checks a document against another one. Ranges of a finding are of the document, those in `against` of the baseline; the message
 * writes the sum out. Findings stand in the order of the document.
 */
export function checkAgainst(
  document: CheckedDocument,
  baseline: CheckedDocument,
  role: BaselineRole,
  { lexicon, disabled = [] }: AgainstOptions,
): Finding[] {
  const pair = { document, baseline, lexicon }
  const found = role === 'plan' ? checkPath(pair) : role === 'upper' ? checkUpper(pair) : checkSuccessors(pair)
  return found.filter(({ code }) => !disabled.includes(code)).sort((a, b) => a.start - b.start || a.end - b.end)
}

/** Two documents and what the indicators mean. */
export interface DocumentPair {
  readonly document: CheckedDocument
  readonly baseline: CheckedDocument
  readonly lexicon: Lexicon
}
