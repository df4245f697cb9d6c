import { useT } from '../../../lib/i18n.ts'
import { IconButton } from '../../../ui/button.tsx'
import {
  type Matrix,
  type MatrixRow,
  type Place,
  type StatedPlace,
  type StatedTarget,
  targetsOf,
} from '../model/matrix.ts'
import { fullName, sayFigure, sayPeriod } from '../model/words.ts'

/** 历次表述: every figure of every document, results marked apart from targets, each one click from its sentence. */
export function Statements(props: {
  readonly matrix: Matrix
  readonly row: MatrixRow
  readonly onOpen: (place: Place) => void
  readonly onCorrect: (place: StatedPlace) => void
}) {
  const { matrix, row, onOpen, onCorrect } = props
  const t = useT()
  const all = matrix.documents.flatMap((document, index) =>
    folded(targetsOf(matrix, row, index)).map(({ target, again }) => ({ document, index, target, again })),
  )
  return (
    <section className="tgt-statements" aria-label={t('targets:panel.statements')}>
      <h3>{t('targets:panel.statements')}</h3>
      <ul>
        {all.map(({ document, index, target, again }) => {
          const name = fullName(document, matrix, t)
          return (
            <li key={`${index} ${target.start} ${target.indicator}`}>
              <span className="mark" aria-hidden="true">
                {target.kind === 'actual' ? '●' : '◇'}
              </span>
              <span className="mut ellipsis" title={document.title}>
                {name}
              </span>
              <button
                type="button"
                className="said ellipsis"
                title={target.sentence.trim()}
                onClick={() => onOpen({ document: index, target })}
              >
                {target.kind === 'actual' && <i>{t('targets:actual')}</i>}
                {sayFigure(target)}
                <small>{sayPeriod(periodOf(matrix, row, index, target), t)}</small>
              </button>
              <button
                type="button"
                className="link sm"
                aria-label={`${t('targets:panel.locate')}：${name} ${sayFigure(target)}`}
                onClick={() => onOpen({ document: index, target })}
              >
                {t('targets:panel.locate')}
              </button>
              <span className="again">
                {again.map((other, place) => (
                  <button
                    key={other.start}
                    type="button"
                    className="link sm"
                    aria-label={`${t('targets:panel.locate')} ${place + 2}：${name} ${sayFigure(other)}`}
                    title={other.sentence.trim()}
                    onClick={() => onOpen({ document: index, target: other })}
                  >
                    {place + 2}
                  </button>
                ))}
              </span>
              <IconButton
                icon="edit"
                label={`${t('targets:panel.correct')}：${name} ${sayFigure(target)}`}
                onClick={() => onCorrect({ document: index, target })}
              />
            </li>
          )
        })}
      </ul>
    </section>
  )
}

interface Statement {
  readonly target: StatedTarget
  /** Where the document says the very same again, as a plan does in its table. */
  readonly again: StatedTarget[]
}

function folded(targets: readonly StatedTarget[]): Statement[] {
  const said = new Map<string, Statement>()
  for (const target of targets) {
    const key = JSON.stringify([
      target.kind,
      target.value,
      target.max,
      target.unit,
      target.period,
      target.value === null && target.quote,
    ])
    const known = said.get(key)
    if (known) known.again.push(target)
    else said.set(key, { target, again: [] })
  }
  return [...said.values()]
}

/** A result's year as the line of years has it: a report that names none speaks of the year before its own. */
function periodOf(matrix: Matrix, row: MatrixRow, document: number, target: StatedTarget): string {
  if (target.kind !== 'actual') return target.period
  const place = matrix.documents[document]?.targets.indexOf(target)
  const point = row.points.find((each) => each.document === document && each.target === place)
  return point ? String(point.year) : target.period
}
