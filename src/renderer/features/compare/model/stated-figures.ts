import type { PastPassage } from '../../../../shared/comparison/passage-history.ts'
import type { Target } from '../../../../shared/targets/target.ts'
import type { Baseline } from './baselines.ts'

/** A figure of one indicator: what a baseline commits to or reports, or the draft's own. */
export interface StatedFigure {
  readonly target: Target
  /** The year that it is to be reached in, or was; null where the text gives none. */
  readonly year: number | null
  /** Who states it, and where; null for the draft. */
  readonly at: { readonly versionId: string; readonly start: number } | null
}

/** What the baselines say of a target of the draft, oldest first, and last the draft. A result that two report is given once. */
export function statedFigures(
  baselines: readonly Baseline[],
  said: ReadonlyMap<string, PastPassage>,
  now: Target,
): StatedFigure[] {
  const results = new Set<string>()
  const past = baselines.flatMap(({ version: { id: versionId } }): StatedFigure[] => {
    const passage = said.get(versionId)
    const figures: StatedFigure[] = []
    const result = passage?.results.find((each) => each.of === now.start)
    const written = result ? `${result.year} ${result.target.value} ${result.target.unit}` : ''
    if (result && !results.has(written)) {
      results.add(written)
      figures.push({ target: result.target, year: result.year, at: { versionId, start: result.place.start } })
    }
    const figure = passage?.figures.find(({ change }) => isSame(change.right, now))
    if (figure?.change.left && figure.place)
      figures.push(stated(figure.change.left, { versionId, start: figure.place.start }))
    return figures
  })
  return [...past, stated(now, null)]
}

function isSame(target: Target | null, other: Target): boolean {
  return target?.start === other.start && target.indicator === other.indicator
}

function stated(target: Target, at: StatedFigure['at']): StatedFigure {
  const year = /\d{4}$/u.exec(target.period)?.[0]
  return { target, year: year === undefined ? null : Number(year), at }
}
