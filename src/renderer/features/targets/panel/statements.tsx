import { useT } from '../../../lib/i18n.ts'
import { IconButton } from '../../../ui/button.tsx'
import { type Matrix, type MatrixRow, targetsOf } from '../model/matrix.ts'
import { briefName, docName, sayFigure, sayPeriod } from '../model/words.ts'
import type { Place } from '../targets-screen.tsx'

/** 历次表述: every figure of every document, results marked apart from targets, each one click from its sentence. */
export function Statements(props: {
  readonly matrix: Matrix
  readonly row: MatrixRow
  readonly onOpen: (place: Place) => void
  readonly onCorrect: (place: Place) => void
}) {
  const { matrix, row, onOpen, onCorrect } = props
  const t = useT()
  const all = matrix.documents.flatMap((document, index) =>
    targetsOf(matrix, row, index).map((target) => ({ document, index, target })),
  )
  return (
    <section className="tgt-statements" aria-label={t('targets:panel.statements')}>
      <h3>{t('targets:panel.statements')}</h3>
      <ul>
        {all.map(({ document, index, target }) => {
          const brief = briefName(document, matrix, t)
          const name = brief === docName(document, t) ? brief : `${docName(document, t)} ${brief}`
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
                <small>{sayPeriod(target.period, t)}</small>
              </button>
              <button
                type="button"
                className="link sm"
                aria-label={`${t('targets:panel.locate')}：${name} ${sayFigure(target)}`}
                onClick={() => onOpen({ document: index, target })}
              >
                {t('targets:panel.locate')}
              </button>
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
