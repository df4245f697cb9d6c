import type { Translate } from '../../lib/i18n.ts'
import type { MatrixRow, Pace, Progress } from './model/matrix.ts'
import { sayAmount, sayRate, sayUnit } from './model/words.ts'

/** 尚需年均 / 近年年均: of a level how fast it has to go, of a total what each year left has to bring. */
export function PaceCell({ row, t }: { readonly row: MatrixRow; readonly t: Translate }) {
  const { pace, progress, unit } = row
  if (progress) return <ProgressFigures progress={progress} unit={unit} t={t} />
  return <PaceFigures pace={pace} t={t} />
}

function PaceFigures({ pace, t }: { readonly pace: Pace | null; readonly t: Translate }) {
  if (!pace)
    return (
      <span role="gridcell" className="need">
        <span>—</span>
      </span>
    )
  return (
    <span role="gridcell" className={pace.tight ? 'need hot' : 'need'}>
      <b>{sayRate(pace.kind, pace.needed)}</b>
      {pace.tight && <em>{t('targets:tight')}</em>}
      <span>/ {pace.past ? sayRate(pace.kind, pace.past.value) : '—'}</span>
    </span>
  )
}

function ProgressFigures(props: { readonly progress: Progress; readonly unit: string; readonly t: Translate }) {
  const { progress, unit, t } = props
  const { remaining, needed, past, missing, tight, parts } = progress
  // Nothing is known of years gone by: nothing to say, as where a level has no result.
  if (remaining === null && parts.length === 0) return <PaceFigures pace={null} t={t} />
  // Where the row's unit is another one, the figure bears its own.
  const own = progress.unit === unit ? '' : sayUnit(progress, t)
  const rate = (value: number) => (progress.kind === 'sum' ? `${sayAmount(value)}${own}` : `${value.toFixed(1)}%`)
  const word =
    remaining === null
      ? t('targets:progress.gaps', { count: missing.length })
      : remaining <= 0
        ? t('targets:progress.reached')
        : needed === null
          ? t('targets:progress.short', { amount: rate(remaining) })
          : null
  return (
    <span
      role="gridcell"
      className={tight ? 'need hot' : 'need'}
      title={remaining === null ? t('targets:progress.missing', { years: missing.join('、') }) : undefined}
    >
      {word === null && needed !== null ? <b>{rate(needed)}</b> : <i>{word}</i>}
      {tight && <em>{t('targets:tight')}</em>}
      <span>/ {past ? rate(past.value) : '—'}</span>
    </span>
  )
}
