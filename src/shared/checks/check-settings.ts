import type { Finding, FindingCode } from './finding.ts'
import type { PhraseRule } from './phrase-list.ts'

/** What the user says of the checks. */
export interface CheckSettings {
  /** Kinds that are switched off. */
  readonly disabled: readonly FindingCode[]
  /** The phrase list in force; empty: no phrase is looked at. */
  readonly phrases: readonly PhraseRule[]
}

/** How many findings of each kind are not shown because it is switched off; kinds without any are left out. */
export type HiddenFindings = Readonly<Partial<Record<FindingCode, number>>>

/** Sets aside what the user has switched off, counting it: a reader is told that there is more than is shown. */
export function withoutDisabled(
  findings: readonly Finding[],
  disabled: readonly FindingCode[],
): { shown: readonly Finding[]; hidden: HiddenFindings } {
  if (disabled.length === 0) return { shown: findings, hidden: {} }
  const hidden: Partial<Record<FindingCode, number>> = {}
  const shown = findings.filter(({ code }) => {
    if (!disabled.includes(code)) return true
    hidden[code] = (hidden[code] ?? 0) + 1
    return false
  })
  return { shown, hidden }
}
