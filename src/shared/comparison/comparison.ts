import type { Finding } from '../checks/finding.ts'
import type { ChangeGroup } from '../diff/groups.ts'
import type { ChangeClass, Engine, Row, RowKind, SectionPair } from '../diff/row.ts'
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
  readonly findings: readonly Finding[]
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
  readonly summary: {
    /** A section that moved as a whole is one move. */
    readonly rows: Readonly<Record<RowKind, number>> & { readonly moved: number }
    readonly classes: Readonly<Record<ChangeClass, number>>
    readonly targets: Readonly<Record<TargetChangeKind, number>>
  }
}
