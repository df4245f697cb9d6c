import type { Comparison } from '../../shared/comparison/comparison.ts'
import type { EXPORT_KINDS, EXPORT_SCOPES } from '../../shared/contract/schemas.ts'
import type { Annotation } from '../../shared/review/annotation.ts'
import type { Decision } from '../../shared/review/decision.ts'

export type ExportKind = (typeof EXPORT_KINDS)[number]
/** all: substance, wording and moves; substance: substance only; targets: rows with a changed target. */
export type ExportScope = (typeof EXPORT_SCOPES)[number]

/** All that a writer needs. `decisions` name their row by its index in `comparison.rows`. */
export interface ExportInput {
  readonly comparison: Comparison
  readonly leftTitle: string
  readonly rightTitle: string
  readonly kind: ExportKind
  readonly scope: ExportScope
  readonly decisions: readonly { readonly row: number; readonly decision: Decision }[]
  readonly annotations: readonly Annotation[]
  /** ISO 8601. */
  readonly exportedAt: string
}

/** One finished file: the name to offer and its bytes. */
export interface ExportedFile {
  readonly name: string
  readonly bytes: Uint8Array
}
