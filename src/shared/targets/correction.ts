import type { Anchor } from '../review/anchor.ts'
import { findAnchor } from '../review/find-anchor.ts'
import { findIndicator, indexLexicon } from './canonical.ts'
import type { Lexicon } from './lexicon.ts'
import type { Target } from './target.ts'

export const CORRECTION_KINDS = ['not-target', 'indicator', 'value'] as const
/** 不是目标, 指标是另一个, 数值改正. */
export type CorrectionKind = (typeof CORRECTION_KINDS)[number]

/** Where in a text something was corrected: by its words, so that it is found again in a later version. */
export type CorrectionPlace = Omit<Anchor, 'side'>

/** What a person said about a target that the program had read. Belongs to a document and holds in all its versions. */
export interface TargetCorrection {
  readonly id: string
  readonly documentId: string
  readonly kind: CorrectionKind
  readonly place: CorrectionPlace
  /** What the program had read there; tells apart the targets of one sentence. */
  readonly was: { readonly indicator: string; readonly value: number | null; readonly unit: string }
  /** Of `indicator`: the right name. */
  readonly indicator: string | null
  /** Of `value`: the right figure. */
  readonly value: number | null
  readonly unit: string | null
  readonly author: string
  readonly createdAt: string
}

/**
 * Targets as read, put right as people have said. A correction holds where its words are found and the program reads there what
 * it read then: 不是目标 and 指标是另一个 whatever the figure is by now, 数值改正 only while the text still gives the wrong one.
 * Of several on one target the last counts. Targets that nobody corrected are the same objects as before.
 */
export function applyCorrections(
  text: string,
  targets: readonly Target[],
  corrections: readonly TargetCorrection[],
  lexicon: Lexicon,
): readonly Target[] {
  if (corrections.length === 0) return targets
  const said = new Map<Target, TargetCorrection>()
  for (const correction of corrections) {
    const found = findAnchor(text, { ...correction.place, side: 'right' })
    if (!found) continue
    for (const target of targets)
      if (target.start < found.end && found.start < target.end && isMeant(target, correction))
        said.set(target, correction)
  }
  return said.size === 0 ? targets : targets.flatMap((target) => corrected(target, said.get(target), lexicon))
}

function isMeant(target: Target, { kind, was }: TargetCorrection): boolean {
  if (target.indicator !== was.indicator) return false
  return kind !== 'value' || (target.value === was.value && target.unit === was.unit)
}

function corrected(target: Target, correction: TargetCorrection | undefined, lexicon: Lexicon): Target[] {
  if (!correction) return [target]
  const { id, kind, indicator, value, unit } = correction
  if (kind === 'not-target') return []
  if (kind === 'value') return [{ ...target, value, unit: unit ?? target.unit, correction: id }]
  if (indicator === null) return [target]
  const canonical = findIndicator(indexLexicon(lexicon), indicator)?.name ?? null
  return [{ ...target, indicator, canonical, correction: id }]
}

/** Those of the corrections that hold in a text, given its targets as corrected; the others wait for their words to come back. */
export function standingCorrections(
  text: string,
  targets: readonly Target[],
  corrections: readonly TargetCorrection[],
): readonly TargetCorrection[] {
  const used = new Set(targets.map((target) => target.correction))
  return corrections.filter(
    ({ id, kind, place }) =>
      used.has(id) || (kind === 'not-target' && findAnchor(text, { ...place, side: 'right' }) !== null),
  )
}
