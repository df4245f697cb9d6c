import { useT } from '../../lib/i18n.ts'
import type { MatrixRow, Pace, Progress } from './model/matrix.ts'
import { sayAmount, sayRate, sayUnit } from './model/words.ts'

/** 尚需年均 / 近年年均: of a level how fast it has to go, of a total what each year left has to bring. */
export function PaceCell({ row: { pace, progress, unit } }: { readonly row: MatrixRow }) {
  if (progress) return <ProgressFigures progress={progress} unit={unit} />
  return <PaceFigures pace={pace} />
}

function PaceFigures({ pace }: { readonly pace: Pace | null }) {
  const t = useT()
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

function ProgressFigures({ progress, unit }: { readonly progress: Progress; readonly unit: string }) {
  const t = useT()
  const { remaining, needed, past, missing, tight } = progress
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
