import { lazy, Suspense, useState } from 'react'
import { useT } from '../../../lib/i18n.ts'
import { IconButton } from '../../../ui/button.tsx'
import { KindTag } from '../../../ui/kind-tag.tsx'
import { TargetChip } from '../../../ui/target-chip.tsx'
import { CorrectDialog } from '../correct-dialog.tsx'
import {
  attributesOf,
  type Matrix,
  type MatrixRow,
  mainChange,
  type Place,
  type StatedPlace,
  targetsOf,
} from '../model/matrix.ts'
import { nameOfRow, sayChange, sayFigure } from '../model/words.ts'
import { CorrectionsList } from './corrections-list.tsx'
import { Findings } from './findings.tsx'
import { PaceBox } from './pace-box.tsx'
import { ProgressBox } from './progress-box.tsx'
import { Statements } from './statements.tsx'
import './panel.css'

// The charts are the largest part of this screen: they are loaded when the first row is looked at.
const Chart = lazy(async () => ({ default: (await import('./chart.tsx')).Chart }))

/** All about the row in hand: both sentences, its course, how fast it has to go, what was said before. */
export function Panel(props: {
  readonly matrix: Matrix
  readonly row: MatrixRow | null
  readonly onOpen: (place: Place) => void
}) {
  const { matrix, row, onOpen } = props
  const t = useT()
  const [correcting, setCorrecting] = useState<StatedPlace | null>(null)
  return (
    <aside className="tgt-panel" aria-label={t('targets:panel.label')} tabIndex={0}>
      {row ? (
        <>
          <Head matrix={matrix} row={row} />
          <Quotes matrix={matrix} row={row} onOpen={onOpen} onCorrect={setCorrecting} />
          <Suspense fallback={<div className="tgt-chart" />}>
            <Chart matrix={matrix} row={row} onOpen={onOpen} />
          </Suspense>
          {row.progress ? (
            <ProgressBox matrix={matrix} progress={row.progress} onOpen={onOpen} />
          ) : (
            <PaceBox matrix={matrix} row={row} />
          )}
          <Findings matrix={matrix} row={row} onOpen={onOpen} />
          <Statements matrix={matrix} row={row} onOpen={onOpen} onCorrect={setCorrecting} />
          <CorrectionsList matrix={matrix} />
        </>
      ) : (
        <p className="mut">{t('targets:panel.none')}</p>
      )}
      {correcting && <CorrectDialog matrix={matrix} place={correcting} onClose={() => setCorrecting(null)} />}
    </aside>
  )
}

function Head({ matrix, row }: { readonly matrix: Matrix; readonly row: MatrixRow }) {
  const t = useT()
  const change = mainChange(matrix, row)
  const { after } = attributesOf(matrix, row)
  const meta = [
    row.unit,
    after === null ? '' : t(`targets:attributeFull.${after}`),
    row.polarity === 'none' ? '' : t(`targets:panel.better.${row.polarity}`),
    row.note,
    row.synonyms.length > 0 ? t('targets:panel.synonyms', { list: row.synonyms.slice(0, 4).join('、') }) : '',
  ]
  return (
    <header className="tgt-panel-head">
      <h2>
        <KindTag kind="target" />
        <span>{nameOfRow(row, t)}</span>
      </h2>
      {change && (
        <div className="chips">
          {sayChange(matrix, row, change, t).map(({ kind, glyph, text }) => (
            <TargetChip key={kind} glyph={glyph} label={text} tone={kind === 'reattributed' ? 'high' : 'edged'}>
              {text}
            </TargetChip>
          ))}
        </div>
      )}
      <p className="meta">{meta.filter(Boolean).join('　')}</p>
    </header>
  )
}

/** What both sides say, each one click from its sentence. */
function Quotes(props: {
  readonly matrix: Matrix
  readonly row: MatrixRow
  readonly onOpen: (place: Place) => void
  readonly onCorrect: (place: StatedPlace) => void
}) {
  const { matrix, row, onOpen, onCorrect } = props
  const t = useT()
  const sides = [
    { document: matrix.baseline, name: t('common:side.left'), role: 'l' },
    { document: matrix.draft, name: t('common:side.right'), role: 'r' },
  ]
  return (
    <div className="tgt-quotes">
      {sides.map(({ document, name, role }) => {
        if (document === null) return null
        const target = targetsOf(matrix, row, document)[0]
        return (
          <div key={role}>
            <span className={`role ${role}`}>{name}</span>
            {target ? (
              <>
                <button
                  type="button"
                  className="words"
                  title={target.sentence.trim()}
                  onClick={() => onOpen({ document, target })}
                >
                  {target.quote.length > 40 ? `${target.quote.slice(0, 39)}…` : target.quote}
                </button>
                <button type="button" className="link sm" onClick={() => onOpen({ document, target })}>
                  {placeOf(target.section.at(-1), target.line, t)}
                </button>
                <IconButton
                  icon="edit"
                  label={`${t('targets:panel.correct')}：${name} ${sayFigure(target)}`}
                  onClick={() => onCorrect({ document, target })}
                />
              </>
            ) : (
              <span className="mut">{t('targets:panel.absent')}</span>
            )}
          </div>
        )
      })}
    </div>
  )
}

const LONGEST_TITLE = 10

function placeOf(title: string | undefined, line: number, t: ReturnType<typeof useT>): string {
  if (title === undefined) return t('targets:panel.line', { line })
  const section = title.length > LONGEST_TITLE ? `${title.slice(0, LONGEST_TITLE - 1)}…` : title
  return t('targets:panel.place', { section, line })
}
