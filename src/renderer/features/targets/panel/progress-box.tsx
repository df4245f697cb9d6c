import { writeProgressSums } from '../../../../shared/targets/progress-sum.ts'
import { useT } from '../../../lib/i18n.ts'
import type { Matrix, Place, Progress } from '../model/matrix.ts'
import { fullName, sayAmount, sayUnit, sayYears } from '../model/words.ts'
import { Formula } from './formula.tsx'

/** A total over several years: done so far, what is left, what each year to come has to bring; every figure leads to its sentence. */
export function ProgressBox(props: {
  readonly matrix: Matrix
  readonly progress: Progress
  readonly onOpen: (place: Place) => void
}) {
  const { matrix, progress, onOpen } = props
  const t = useT()
  const { from, to, goal, parts, missing, done, remaining, years, needed, past, tight } = progress
  const unit = sayUnit(progress, t)
  const isWhole = missing.length === 0
  const share =
    parts.length > 0 && progress.kind === 'sum' && isWhole ? `${Math.round((done / goal.value) * 100)}%` : ''
  const last = parts.at(-1)
  const reached = remaining !== null && remaining <= 0
  return (
    <>
      <div className="tgt-stats">
        <Stat
          name={
            last && !isWhole
              ? t('targets:progress.known', { count: parts.length })
              : t('targets:progress.done', { years: last ? sayYears(from, last.to) : '' })
          }
          value={parts.length > 0 ? sayAmount(done) : '—'}
          unit={parts.length > 0 ? unit : ''}
          note={share}
        />
        <Stat
          name={t('targets:progress.remaining', { goal: sayAmount(goal.value) })}
          value={remaining === null ? '—' : sayAmount(Math.max(0, remaining))}
          unit={remaining === null ? '' : unit}
          note={reached ? t('targets:progress.reached') : ''}
        />
        <Stat
          name={years > 0 ? t('targets:progress.needed', { years }) : t('targets:progress.over')}
          value={needed === null ? '—' : sayAmount(needed)}
          unit={needed === null ? '' : unit}
          note={tight ? t('targets:tight') : ''}
          hot={tight}
        />
      </div>
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

  function Sources({ progress: { goal: total, parts: results } }: { readonly progress: Progress }) {
    const nameOf = (index: number) => {
      const document = matrix.documents[index]
      return document ? fullName(document, matrix, t) : ''
    }
    const open = (document: number, target: number) => {
      const found = matrix.documents[document]?.targets[target]
      if (found) onOpen({ document, target: found })
    }
    return (
      <ul className="tgt-parts" aria-label={t('targets:progress.sources')}>
        <li>
          <span>{t('targets:progress.goal', { years: sayYears(from, to) })}</span>
          <button type="button" className="link" onClick={() => open(total.document, total.target)}>
            {sayAmount(total.value)}
            {unit}
          </button>
          <span className="mut">{nameOf(total.document)}</span>
        </li>
        {results.map((part) => (
          <li key={part.from}>
            <span>
              {t('targets:progress.part', { years: sayYears(part.from, part.to) })}
              {part.each && t('targets:progress.each')}
            </span>
            <button type="button" className="link" onClick={() => open(part.document, part.target)}>
              {sayAmount(part.value)}
              {unit}
            </button>
            <span className="mut">{nameOf(part.document)}</span>
          </li>
        ))}
      </ul>
    )
  }
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
