import type { ReactNode } from 'react'
import type { Target } from '../../../../shared/targets/target.ts'
import { useT } from '../../../lib/i18n.ts'
import { useCompare, useController } from '../compare-context.ts'
import { briefName } from '../model/baselines.ts'
import { sayTarget } from '../model/chip-lines.ts'
import { figureScale } from '../model/figure-scale.ts'
import { type StatedFigure, statedFigures } from '../model/stated-figures.ts'
import { figureOf } from '../model/target-facts.ts'
import { useBaselineNames } from '../use-baseline-names.ts'

/** The figures of the target in hand through all baselines on one scale, ● reached, ◇ aimed at. `head` stands above, the indicator's name without it; nothing where no baseline states it. */
export function HistoryScale({ head }: { readonly head?: ReactNode }) {
  const t = useT()
  const { model, selected, said, baselines } = useCompare(({ model, selected, history, baselines }) => ({
    model,
    selected,
    said: history.said,
    baselines,
  }))
  const index = selected?.startsWith('target:') ? Number(selected.slice('target:'.length)) : -1
  const change = model?.comparison.targets[index]
  if (!change?.right) return null
  const now = change.right
  const stated = statedFigures(baselines, said, now)
  if (stated.length === 1) return null
  const places = figureScale(
    stated.map(({ target }) => target),
    now,
  )
  return (
    <div className="was" role="group" aria-label={t('compare:history.scale', { name: sayTarget(change, t) })}>
      {head ?? <div className="sec">{sayTarget(change, t)}</div>}
      {stated.map((figure, order) => (
        <Figure
          key={`${figure.at?.versionId} ${figure.target.kind} ${figure.target.start}`}
          figure={figure}
          place={places[order] ?? null}
        />
      ))}
    </div>
  )
}

function Figure({ figure, place }: { readonly figure: StatedFigure; readonly place: number | null }) {
  const t = useT()
  const names = useBaselineNames()
  const controller = useController()
  const { target, year, at } = figure
  const name = at === null ? t('compare:history.now') : briefName(names.get(at.versionId) ?? '')
  return (
    <button
      type="button"
      className={at === null ? 'now' : undefined}
      disabled={at === null}
      title={name}
      onClick={() => at && controller.openBaseline(at.versionId, at.start)}
    >
      <span className="ellipsis">{nameWithYear(target, name, year, t('compare:history.reached', { year }))}</span>
      <span className="trk" aria-hidden="true">
        {place !== null && (
          <i className={target.kind === 'actual' ? 'a' : undefined} style={{ left: `${place * 100}%` }} />
        )}
      </span>
      <span className="ellipsis fig">{figureOf(target)}</span>
    </button>
  )
}

/** A result is known by its year, a target by who sets it. */
function nameWithYear({ kind }: Target, name: string, year: number | null, reached: string): string {
  if (year === null) return name
  return kind === 'actual' ? reached : `${name}（${year}）`
}
