import { type CSSProperties, memo } from 'react'
import { type Translate, useT } from '../../lib/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { FigureCell } from './figure-cell.tsx'
import type { Layout } from './matrix-table.tsx'
import type { Line } from './model/filter-rows.ts'
import {
  attributesOf,
  disagreeing,
  findingsIn,
  type Matrix,
  type MatrixChange,
  type MatrixRow,
  mainChange,
  type Place,
} from './model/matrix.ts'
import { type ChangeWord, nameOfRow, sayCategory, sayChange } from './model/words.ts'
import { PaceCell } from './pace-cell.tsx'
import { useTargets } from './targets-state.ts'
import { Track } from './track.tsx'
import './matrix-cells.css'

/** Pixels of a line; the style sheet has the same. */
export const LINE_HEIGHT = 28

/** Where a line stands among the lines. */
export function placed(at: number): CSSProperties {
  return { top: at * LINE_HEIGHT }
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
        {sayCategory(category, t)}
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
      t={t}
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
      <Attribute matrix={matrix} row={row} t={t} />
      {layout.past.map(cell)}
      {layout.compared.map(cell)}
      {layout.compared.length > 0 && <ChangeCell matrix={matrix} row={row} change={change} t={t} />}
      {layout.references.map(cell)}
      <span role="gridcell" className={layout.references.length === 0 ? 'track gl' : 'track'}>
        <Track matrix={matrix} row={row} changed={change !== null} />
      </span>
      <PaceCell row={row} t={t} />
    </div>
  )
})

type CellProps = Pick<LineProps, 'matrix' | 'row'> & { readonly t: Translate }

function Attribute({ matrix, row, t }: CellProps) {
  const { before, after } = attributesOf(matrix, row)
  const say = (attribute: typeof before, form: 'attribute' | 'attributeShort' = 'attribute') =>
    attribute === null ? '' : t(`targets:${form}.${attribute}`)
  return (
    <span role="gridcell" className="a">
      {before !== after ? (
        <b>
          {say(before, 'attributeShort')}→{say(after, 'attributeShort')}
        </b>
      ) : (
        say(after)
      )}
    </span>
  )
}

function ChangeCell({ matrix, row, change, t }: CellProps & { readonly change: MatrixChange | null }) {
  const words = change ? sayChange(matrix, row, change, t) : []
  const found = matrix.draft === null ? undefined : findingsIn(row, matrix.draft)[0]
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
        <span className={found?.severity === 'info' ? 'er info' : 'er'} title={found?.message}>
          <Icon name={found?.severity === 'info' ? 'info' : 'warn'} small />
          {found ? t(`targets:finding.${found.code}`) : t('targets:cell.disagree')}
        </span>
      )}
      {words.slice(1).map(word)}
    </span>
  )
}
