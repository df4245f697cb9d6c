import type { PastFigure } from '../../../../shared/comparison/passage-history.ts'
import type { Target } from '../../../../shared/targets/target.ts'
import { useT } from '../../../lib/i18n.ts'
import { useCompare, useController } from '../compare-context.ts'
import { briefName } from '../model/baselines.ts'
import { sayTarget } from '../model/chip-lines.ts'
import { figureScale } from '../model/figure-scale.ts'
import { figureOf } from '../model/target-facts.ts'
import { useBaselineNames } from '../use-baseline-names.ts'

interface Stated {
  readonly key: string
  readonly target: Target
  /** Where a baseline states it; null for the draft. */
  readonly start: number | null
}

/** The figures of the target in hand through all baselines, on one scale; nothing where no baseline states it. */
export function HistoryScale() {
  const t = useT()
  const names = useBaselineNames()
  const controller = useController()
  const { model, selected, history, baselines } = useCompare(({ model, selected, history, baselines }) => ({
    model,
    selected,
    history,
    baselines,
  }))
  const index = selected?.startsWith('target:') ? Number(selected.slice('target:'.length)) : -1
  const change = model?.comparison.targets[index]
  const now = change?.right
  if (!change || !now) return null
  const stated = baselines.flatMap(({ version }): Stated[] => {
    const figure = history.said.get(version.id)?.figures.find((each) => isOf(each, now))
    const { change: past, place } = figure ?? {}
    return past?.left ? [{ key: version.id, target: past.left, start: place?.start ?? null }] : []
  })
  if (stated.length === 0) return null
  const scale = figureScale([...stated, { key: '', target: now }], now)
  const title = sayTarget(change, t)
  return (
    <div className="was" role="group" aria-label={t('compare:history.scale', { name: title })}>
      <div className="sec">{title}</div>
      {scale.map(({ key, target, at }) => {
        const start = stated.find((each) => each.key === key)?.start ?? null
        const name = key === '' ? t('compare:history.now') : briefName(names.get(key) ?? '')
        return (
          <button
            key={key}
            type="button"
            className={key === '' ? 'now' : undefined}
            disabled={start === null}
            onClick={() => start !== null && controller.openBaseline(key, start)}
          >
            <span className="ellipsis">
              {name}
              {yearOf(target) && `（${yearOf(target)}）`}
            </span>
            <span className="trk" aria-hidden="true">
              {at !== null && <i style={{ left: `${at * 100}%` }} />}
            </span>
            <span className="ellipsis fig">{figureOf(target)}</span>
          </button>
        )
      })}
    </div>
  )
}

/** The year that a target is to be reached in. */
function yearOf({ period }: Target): string {
  return /\d{4}$/u.exec(period)?.[0] ?? ''
}

function isOf({ change }: PastFigure, target: Target): boolean {
  return change.right?.start === target.start && change.right.indicator === target.indicator
}
