import type { Matrix, MatrixDocument, StatedTarget } from './matrix.ts'

type Correction = MatrixDocument['corrections'][number]

/** The same commitment stated again: as an indicator table repeats what the prose says, under this name or a synonym of it. */
function isSameCommitment(a: StatedTarget, b: StatedTarget): boolean {
  const named = a.indicator === b.indicator || (a.canonical !== null && a.canonical === b.canonical)
  return (
    named &&
    a.kind === b.kind &&
    a.measure === b.measure &&
    a.value === b.value &&
    a.max === b.max &&
    a.unit === b.unit &&
    (a.scope === b.scope || a.scope === null || b.scope === null) &&
    (a.period === b.period || a.period === '' || b.period === '')
  )
}

/** Where else a document states the commitment of a target and nobody has corrected it. A goal without a number has no twin. */
export function twinsOf(document: MatrixDocument | undefined, target: StatedTarget): StatedTarget[] {
  if (!document || target.value === null) return []
  return document.targets.filter(
    (other) => other.start !== target.start && other.correction === undefined && isSameCommitment(other, target),
  )
}

/** Corrections made at one instant are one action: shown once, and taken back together. */
export interface CorrectionAction {
  readonly first: Correction
  readonly all: readonly Correction[]
  /** Places that say the same and were not corrected: new in this version, or left out then. */
  readonly left: readonly { readonly document: number; readonly target: StatedTarget }[]
}

/** What was corrected in the documents of the table, one entry an action, in the order in which it was done. */
export function correctionActions({ documents }: Matrix): CorrectionAction[] {
  const actions = new Map<string, Map<string, Correction>>()
  for (const correction of documents.flatMap(({ corrections }) => corrections)) {
    const key = JSON.stringify([correction.documentId, correction.kind, correction.createdAt])
    actions.set(key, (actions.get(key) ?? new Map()).set(correction.id, correction))
  }
  return [...actions.values()].flatMap((byId) => {
    const all = [...byId.values()]
    const [first] = all
    return first ? [{ first, all, left: leftOver(all, documents) }] : []
  })
}

function leftOver(all: readonly Correction[], documents: readonly MatrixDocument[]): CorrectionAction['left'] {
  const seen = new Set<string>()
  return documents.flatMap(({ documentId, targets }, document) =>
    targets.flatMap((target) => {
      const said = all.some(
        ({ documentId: owner, was }) =>
          owner === documentId &&
          was.indicator === target.indicator &&
          was.value !== null &&
          was.value === target.value &&
          was.unit === target.unit,
      )
      // The stages of one document repeat their words: one correction holds in all of them.
      const words = `${documentId} ${target.sentence} ${target.quote}`
      if (!said || target.correction !== undefined || seen.has(words)) return []
      seen.add(words)
      return [{ document, target }]
    }),
  )
}
