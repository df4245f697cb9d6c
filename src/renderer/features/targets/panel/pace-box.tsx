import { useT } from '../../../lib/i18n.ts'
import type { Matrix, MatrixRow, Pace } from '../model/matrix.ts'
import { sayRate } from '../model/words.ts'

/** 尚需年均 beside 近年年均, with the sum written out. */
export function PaceBox({ row }: { readonly matrix: Matrix; readonly row: MatrixRow }) {
  const t = useT()
  const { pace, unit } = row
  const isGoal = row.points.some(({ kind }) => kind === 'target')
  if (!pace) return isGoal ? <p className="tgt-note">{t('targets:pace.none')}</p> : null
  const { past, from, to, needed, kind, tight } = pace
  const rate = (value: number) => (kind === 'rate' ? sayRate(kind, value) : `${sayRate(kind, value)} ${pointsOf(unit)}`)
  return (
    <>
      <div className="tgt-stats">
        <div>
          <small>{t('targets:pace.from', { year: from.year })}</small>
          <b>{from.value}</b>
          <i>{unit}</i>
        </div>
        <div>
          <small>
            {past ? t('targets:pace.past', { years: past.to.year - past.from.year }) : t('targets:pace.sumPast')}
          </small>
          <b>{past ? sayRate(kind, past.value) : '—'}</b>
        </div>
        <div>
          <small>{t('targets:pace.needed', { value: to.value })}</small>
          <b>{sayRate(kind, needed)}</b>
          {tight && <i className="hot">{t('targets:tight')}</i>}
        </div>
      </div>
      <dl className="tgt-sums">
        <dt>
          {t('targets:pace.sumNeeded')} {from.year}—{to.year}
        </dt>
        <dd>{sum(pace, from, to, rate(needed), t)}</dd>
        {past && (
          <>
            <dt>
              {t('targets:pace.sumPast')} {past.from.year}—{past.to.year}
            </dt>
            <dd>{sum(pace, past.from, past.to, rate(past.value), t)}</dd>
          </>
        )}
      </dl>
      <p className="tgt-note">
        {!past && `${t('targets:pace.unknownPast')} `}
        {tight && `${t('targets:pace.tight')} `}
        {t('targets:pace.note')}
      </p>
    </>
  )
}

function sum(pace: Pace, from: Pace['from'], to: Pace['to'], result: string, t: ReturnType<typeof useT>): string {
  return t(`targets:pace.${pace.kind}`, { from: from.value, to: to.value, years: to.year - from.year, result })
}

/** Shares move by points. */
function pointsOf(unit: string): string {
  return unit === '%' ? '个百分点' : unit
}
