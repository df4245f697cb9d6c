import { writeProgressSums } from '../../../../shared/targets/progress-sum.ts'
import { useT } from '../../../lib/i18n.ts'
import type { Matrix, Place, Progress } from '../model/matrix.ts'
import { fullName, sayAmount, sayUnit, sayYears } from '../model/words.ts'
import { Formula } from './formula.tsx'

/** A total over several years: done so far, what is left, what each year to come has to bring; every figure leads to its sentence. */
export function ProgressBox(props: ProgressProps) {
  const { progress } = props
  const t = useT()
  const { parts, missing, remaining, past, tight } = progress
  const isWhole = missing.length === 0
  const reached = remaining !== null && remaining <= 0
  return (
    <>
      <Stats progress={progress} />
      <Sums progress={progress} />
      <Sources {...props} />
      <p className="tgt-note">
        {!isWhole && !reached && `${t('targets:progress.missing', { years: missing.join('、') })} `}
        {parts.length === 0 && isWhole && `${t('targets:progress.even')} `}
        {past === null && isWhole && `${t('targets:progress.unknownPast')} `}
        {tight && `${t('targets:pace.tight')} `}
        {t('targets:progress.note')}
      </p>
    </>
  )
}

interface ProgressProps {
  readonly matrix: Matrix
  readonly progress: Progress
  readonly onOpen: (place: Place) => void
}

/** The total and what was reached of it, each with its document, each one click from its sentence. */
function Sources({ matrix, progress, onOpen }: ProgressProps) {
  const t = useT()
  const { from, to, goal, parts } = progress
  const line = (name: string, amount: number, figure: { readonly document: number; readonly target: number }) => {
    const document = matrix.documents[figure.document]
    const target = document?.targets[figure.target]
    return (
      <li key={name}>
        <span>{name}</span>
        <button type="button" className="link" onClick={() => target && onOpen({ document: figure.document, target })}>
          {sayAmount(amount)}
          {sayUnit(progress, t)}
        </button>
        <span className="mut">{document ? fullName(document, matrix, t) : ''}</span>
      </li>
    )
  }
  return (
    <ul className="tgt-parts" aria-label={t('targets:progress.sources')}>
      {line(t('targets:progress.goal', { years: sayYears(from, to) }), goal.value, goal)}
      {parts.map((part) => {
        const name = t('targets:progress.part', { years: sayYears(part.from, part.to) })
        return line(part.each ? `${name}${t('targets:progress.each')}` : name, part.value, part)
      })}
    </ul>
  )
}

/** Done, left, and what each year has to bring. */
function Stats({ progress }: Pick<ProgressProps, 'progress'>) {
  const t = useT()
  const { from, goal, parts, missing, done, remaining, years, needed, tight } = progress
  const last = parts.at(-1)
  const isWhole = missing.length === 0
  const share = last && progress.kind === 'sum' && isWhole ? `${Math.round((done / goal.value) * 100)}%` : ''
  const unit = sayUnit(progress, t)
  const amount = (value: number | null) => ({
    value: value === null ? '—' : sayAmount(value),
    unit: value === null ? '' : unit,
  })
  const doneName =
    last && !isWhole
      ? t('targets:progress.known', { count: parts.length })
      : t('targets:progress.done', { years: last ? sayYears(from, last.to) : '' })
  return (
    <div className="tgt-stats">
      <Stat name={doneName} {...amount(last ? done : null)} note={share} />
      <Stat
        name={t('targets:progress.remaining', { goal: sayAmount(goal.value) })}
        {...amount(remaining === null ? null : Math.max(0, remaining))}
        note={remaining !== null && remaining <= 0 ? t('targets:progress.reached') : ''}
      />
      <Stat
        name={years > 0 ? t('targets:progress.needed', { years }) : t('targets:progress.over')}
        {...amount(needed)}
        note={tight ? t('targets:tight') : ''}
        hot={tight}
      />
    </div>
  )
}

function Stat(props: {
  readonly name: string
  readonly value: string
  readonly unit: string
  readonly note: string
  readonly hot?: boolean
}) {
  return (
    <div>
      <small>{props.name}</small>
      <b>{props.value}</b>
      <i>{props.unit}</i>
      {props.note !== '' && <i className={props.hot ? 'hot' : undefined}>{props.note}</i>}
    </div>
  )
}

/** The arithmetic, as a reader checks it. */
function Sums({ progress }: { readonly progress: Progress }) {
  const t = useT()
  const { past } = progress
  const { done, remaining, needed } = writeProgressSums(progress)
  const lines = [
    { name: t('targets:progress.sumDone'), sum: done },
    { name: t('targets:progress.sumRemaining'), sum: remaining },
    { name: t('targets:progress.sumNeeded'), sum: needed },
    {
      name: t('targets:progress.sumPast'),
      sum: past
        ? `${sayYears(past.from, past.to)} ${t('targets:progress.ofYears', { count: past.years })} ${sayAmount(past.value)}${sayUnit(progress, t)}`
        : '',
    },
  ]
  return (
    <dl className="tgt-sums">
      {lines.map(({ name, sum }) =>
        sum === '' ? null : (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <Formula text={sum} />
            </dd>
          </div>
        ),
      )}
    </dl>
  )
}
