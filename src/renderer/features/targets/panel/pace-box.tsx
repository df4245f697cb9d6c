import { writePaceSum } from '../../../../shared/targets/pace-sum.ts'
import { useT } from '../../../lib/i18n.ts'
import type { Matrix, MatrixRow } from '../model/matrix.ts'
import { inWords, sayRate } from '../model/words.ts'
import { Formula } from './formula.tsx'

/** 尚需年均 beside 近年年均, with the sum written out. */
export function PaceBox({ row }: { readonly matrix: Matrix; readonly row: MatrixRow }) {
  const t = useT()
  const { pace, unit } = row
  const isGoal = row.points.some(({ kind }) => kind === 'target')
  if (!pace) return isGoal ? <p className="tgt-note">{t('targets:pace.none')}</p> : null
  const { past, from, to, needed, kind, tight } = pace
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
        <div>
          <dt>
            {t('targets:pace.sumNeeded')} {from.year}—{to.year}
          </dt>
          <dd>
            <Formula text={inWords(writePaceSum(pace, unit), t)} />
          </dd>
        </div>
        {past && (
          <div>
            <dt>
              {t('targets:pace.sumPast')} {past.from.year}—{past.to.year}
            </dt>
            <dd>
              <Formula
                text={inWords(writePaceSum({ kind, from: past.from, to: past.to, needed: past.value }, unit), t)}
              />
            </dd>
          </div>
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
