import { type CSSProperties, memo } from 'react'
import { figureWords } from '../../../shared/targets/figure-words.ts'
import { TARGET_GLYPH } from '../../../shared/targets/target-glyph.ts'
import { useT } from '../../lib/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import type { Layout } from './matrix-table.tsx'
import type { Line } from './model/filter-rows.ts'
import {
  attributesOf,
  disagreeing,
  type Matrix,
  type MatrixChange,
  type MatrixRow,
  mainChange,
  type StatedTarget,
  targetsOf,
} from './model/matrix.ts'
import { briefName, type ChangeWord, nameOfRow, sayChange, sayFigure, sayRate } from './model/words.ts'
import type { Place } from './targets-screen.tsx'
import { useTargets } from './targets-state.ts'
import { Track } from './track.tsx'

/** Pixels of a line; the style sheet has the same. */
export const LINE_HEIGHT = 28

function placed(at: number): CSSProperties {
  return { transform: `translateY(${at * LINE_HEIGHT}px)` }
}

/** The head of a category: 经济 7 项，变动 5 项. */
export function GroupLine(props: {
  readonly line: Extract<Line, { type: 'group' }>
  /** Its place among the lines. */
  readonly at: number
}) {
  const t = useT()
  const { category, count, changed } = props.line
  return (
    <div className="tgt-line grp" role="row" aria-rowindex={props.at + 3} style={placed(props.at)}>
      <span role="rowheader">
        {category}
        <small>{changed > 0 ? t('targets:countChanged', { count, changed }) : t('targets:count', { count })}</small>
      </span>
    </div>
  )
}

interface LineProps {
  readonly matrix: Matrix
  readonly row: MatrixRow
  /** Its place among the lines. */
  readonly at: number
  readonly layout: Layout
  /** The column in hand, in the row in hand; null in every other row. */
  readonly column: number | null
  readonly onOpen: (place: Place) => void
}

/** One indicator through all documents. */
export const MatrixLine = memo(function MatrixLine(props: LineProps) {
  const { matrix, row, at, layout, column, onOpen } = props
  const t = useT()
  const change = mainChange(matrix, row)
  const cell = (index: number) => (
    <FigureCell
      key={index}
      matrix={matrix}
      row={row}
      index={index}
      layout={layout}
      column={column}
      change={change}
      onOpen={onOpen}
    />
  )
  const name = nameOfRow(row, t)
  return (
    <div
      className={column === null ? 'tgt-line' : 'tgt-line cur'}
      role="row"
      aria-rowindex={at + 3}
      aria-selected={column !== null}
      style={placed(props.at)}
      // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the grid has the keys
      onClick={() => useTargets.setState({ current: row.key })}
    >
      <span role="rowheader" className="nm ellipsis" title={name}>
        {name}
      </span>
      <span role="gridcell" className="u ellipsis">
        {row.unit || '—'}
      </span>
      <Attribute matrix={matrix} row={row} />
      {layout.past.map(cell)}
      {layout.compared.map(cell)}
      {layout.compared.length > 0 && <ChangeCell matrix={matrix} row={row} change={change} />}
      {layout.references.map(cell)}
      <span role="gridcell" className={layout.references.length === 0 ? 'track gl' : 'track'}>
        <Track row={row} changed={change !== null} />
      </span>
      <PaceCell row={row} />
    </div>
  )
})

function Attribute({ matrix, row }: Pick<LineProps, 'matrix' | 'row'>) {
  const t = useT()
  const { before, after } = attributesOf(matrix, row)
  const say = (attribute: typeof before) => (attribute === null ? '' : t(`targets:attribute.${attribute}`))
  return (
    <span role="gridcell" className="a">
      {before !== after ? (
        <b>
          {say(before)}→{say(after)}
        </b>
      ) : (
        say(after)
      )}
    </span>
  )
}

function FigureCell(props: Omit<LineProps, 'at'> & { readonly index: number; readonly change: MatrixChange | null }) {
  const { matrix, row, index, layout, column, change, onOpen } = props
  const t = useT()
  const document = matrix.documents[index]
  const isDraft = index === matrix.draft
  const shown = targetsOf(matrix, row, index)[0]
  // Where a target was dropped, a result must not stand in its place.
  const target = isDraft && change?.change === 'dropped' && shown?.kind === 'actual' ? undefined : shown
  const pair = disagreeing(matrix, row, index)
  const glyph = !isDraft ? '' : change ? TARGET_GLYPH[change.change] : pair.length > 0 ? '◆' : ''
  const inHand = column === index
  const first = [layout.past[0], layout.compared[0], layout.references[0]].includes(index)
  const classes = [
    'fig',
    first ? 'gl' : '',
    isDraft ? 'cur-col' : '',
    glyph === '' ? '' : 'ch',
    target?.kind === 'actual' ? 'act' : '',
  ]
  const figure = target ? sayFigure(target) : t('targets:cell.empty')
  const label = t('targets:cell.say', {
    name: nameOfRow(row, t),
    document: document ? briefName(document, matrix, t) : '',
    figure: target?.kind === 'actual' ? `${t('targets:actual')} ${figure}` : figure,
  })
  return (
    <span
      role="gridcell"
      className={classes.filter(Boolean).join(' ')}
      data-g={glyph}
      aria-label={label}
      tabIndex={inHand ? 0 : -1}
      onFocus={() => useTargets.setState({ current: row.key, column: index })}
      // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the grid has the keys
      onClick={() => useTargets.setState({ column: index })}
    >
      {target ? (
        <button
          type="button"
          className="c"
          tabIndex={-1}
          title={target.sentence.trim()}
          aria-label={t('targets:cell.open', { figure })}
          onClick={() => onOpen({ document: index, target })}
        >
          <Figure target={target} unit={row.unit} other={pair[1]} />
        </button>
      ) : (
        <span className="no">—</span>
      )}
    </span>
  )
}

function Figure({
  target,
  unit,
  other,
}: {
  readonly target: StatedTarget
  readonly unit: string
  readonly other: StatedTarget | undefined
}) {
  const t = useT()
  const { before, figure, after } = figureWords(target)
  if (target.value === null) return <span className="fg-q">{figure}</span>
  const own = target.unit === unit ? '' : target.unit
  return (
    <>
      <span className="fg-p">
        {target.kind === 'actual' && <i>{t('targets:actual')}</i>}
        {before}
      </span>
      <span className="fg-v">
        {figure}
        {other && `／${figureWords(other).figure}`}
        {target.correction !== undefined && <sup title={t('targets:cell.corrected')}>✎</sup>}
      </span>
      <span className="fg-x">
        {own}
        {after}
      </span>
    </>
  )
}

function ChangeCell({
  matrix,
  row,
  change,
}: Pick<LineProps, 'matrix' | 'row'> & { readonly change: MatrixChange | null }) {
  const t = useT()
  const words = change ? sayChange(matrix, row, change, t) : []
  const found = row.findings.find(({ document }) => document === matrix.draft)
  const disagrees = matrix.draft !== null && disagreeing(matrix, row, matrix.draft).length > 0
  const title = words.map(({ text }) => text).join('，')
  const word = ({ glyph, text }: ChangeWord) => (
    <span key={glyph + text}>
      <i aria-hidden="true">{glyph}</i> {text}
    </span>
  )
  return (
    <span role="gridcell" className="wd" title={title || undefined}>
      {words.slice(0, 1).map(word)}
      {(found || disagrees) && (
        <span className="er" title={found?.message}>
          <Icon name="warn" small />
          {found ? t(`targets:finding.${found.code}`) : t('targets:cell.disagree')}
        </span>
      )}
      {words.slice(1).map(word)}
    </span>
  )
}

function PaceCell({ row: { pace } }: Pick<LineProps, 'row'>) {
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
