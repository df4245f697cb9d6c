import type { BaselineRole } from '../checks/check-against.ts'
import type { HiddenFindings } from '../checks/check-settings.ts'
import type { Finding } from '../checks/finding.ts'
import type { ChangeGroup } from '../diff/groups.ts'
import type { ChangeClass, Engine, Row, RowKind, SectionPair } from '../diff/rows/row.ts'
import type { Block } from '../outline/block.ts'
import type { DocumentFacts } from '../outline/document-facts.ts'
import type { Target } from '../targets/target.ts'
import type { TargetChange, TargetChangeKind } from '../targets/target-change.ts'

/** One canonical text with all that is read out of it. */
export interface Analysis {
  readonly title: string
  readonly text: string
  readonly blocks: readonly Block[]
  readonly facts: DocumentFacts
  readonly targets: readonly Target[]
  /** Of the kinds that are switched on. */
  readonly findings: readonly Finding[]
  /** What those switched off would have added; absent where none is. */
  readonly hidden?: HiddenFindings
}

/** What checks find in a document beside its baseline. */
export interface BaselineFindings {
  /** What the baseline is to the document; null where there is nothing to be checked against it. */
  readonly role: BaselineRole | null
  readonly findings: readonly Finding[]
  readonly hidden: HiddenFindings
}

/** A baseline against a draft or version. Recomputed, never stored. */
export interface Comparison {
  readonly left: Analysis
  readonly right: Analysis
  readonly engine: Engine
  readonly rows: readonly Row[]
  readonly sections: readonly SectionPair[]
  /** Edits that are one decision made in many places: substitutions throughout, and renumbering. */
  readonly groups: readonly ChangeGroup[]
  readonly targets: readonly TargetChange[]
  /** Findings of the right side beside the left; those of the right side alone are in its analysis. */
  readonly against: BaselineFindings
  readonly summary: {
    /** A section that moved as a whole is one move. */
    readonly rows: Readonly<Record<RowKind, number>> & { readonly moved: number }
    readonly classes: Readonly<Record<ChangeClass, number>>
    readonly targets: Readonly<Record<TargetChangeKind, number>>
  }
}

/** All that was found in the right side: in it alone, then beside its baseline. */
export function findingsOf({ right, against }: Pick<Comparison, 'right' | 'against'>): readonly Finding[] {
  return against.findings.length === 0 ? right.findings : [...right.findings, ...against.findings]
}
