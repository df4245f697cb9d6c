import { figureWords } from '../../../shared/targets/figure-words.ts'
import { TARGET_GLYPH } from '../../../shared/targets/target-glyph.ts'
import type { Translate } from '../../lib/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import type { Layout } from './matrix-table.tsx'
import {
  disagreeing,
  findingsIn,
  type Matrix,
  type MatrixChange,
  type MatrixFinding,
  type MatrixRow,
  type Place,
  type StatedTarget,
  targetsOf,
} from './model/matrix.ts'
import { briefName, nameOfRow, needsPlace, sayFigure } from './model/words.ts'
import { useTargets } from './targets-state.ts'

interface FigureProps {
  readonly matrix: Matrix
  readonly row: MatrixRow
  /** Of the document. */
  readonly index: number
  readonly layout: Layout
  /** The column in hand, in the row in hand; null in every other row. */
  readonly column: number | null
  readonly change: MatrixChange | null
  readonly onOpen: (place: Place) => void
  /** Of the line: to ask for it in every cell takes longer than to draw the cell. */
  readonly t: Translate
}

/** What one document says of an indicator; a click leads to its sentence. Marked where it changed, and where a check found something. */
export function FigureCell(props: FigureProps) {
  const { matrix, row, index, layout, column, change, onOpen, t } = props
  const isDraft = index === matrix.draft
  const shown = targetsOf(matrix, row, index)[0]
  // Where a target was dropped, a result must not stand in its place.
  const target = isDraft && change?.change === 'dropped' && shown?.kind === 'actual' ? undefined : shown
  const pair = disagreeing(matrix, row, index)
  const glyph = !isDraft ? '' : change ? TARGET_GLYPH[change.change] : pair.length > 0 ? '◆' : ''
  const found = findingsIn(row, index)
  const first = [layout.past[0], layout.compared[0], layout.references[0]].includes(index)
  const classes = [
    'fig',
    first ? 'gl' : '',
    isDraft ? 'cur-col' : '',
    glyph === '' ? '' : 'ch',
    target?.kind === 'actual' ? 'act' : '',
  ]
  return (
    <span
      role="gridcell"
      className={classes.filter(Boolean).join(' ')}
      data-g={glyph}
      aria-label={labelOf(props, target, found)}
      tabIndex={column === index ? 0 : -1}
      onFocus={() => useTargets.setState({ current: row.key, column: index })}
      // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the grid has the keys
      onClick={() => useTargets.setState({ column: index })}
    >
      <FoundMark found={found} />
      {target ? (
        <FigureButton
          target={target}
          unit={row.unit}
          other={pair[1]}
          t={t}
          onOpen={() => onOpen({ document: index, target })}
        />
      ) : (
        <span className="no">—</span>
      )}
    </span>
  )
}

/** 地区生产总值，十四五规划，1020亿元，偏离进度. */
function labelOf(
  { matrix, row, index, t }: FigureProps,
  target: StatedTarget | undefined,
  found: MatrixFinding[],
): string {
  const document = matrix.documents[index]
  const figure = target ? sayFigure(target) : t('targets:cell.empty')
  const place = document && needsPlace(document, matrix, t) ? `${document.region} ` : ''
  const said = t('targets:cell.say', {
    name: nameOfRow(row, t),
    document: document ? `${place}${briefName(document, matrix, t)}` : '',
    figure: target?.kind === 'actual' ? `${t('targets:actual')} ${figure}` : figure,
  })
  return [said, ...new Set(found.map(({ code }) => t(`targets:finding.${code}`)))].join(t('targets:cell.and'))
}

/** A sign that a check found something; in the panel stands what. */
function FoundMark({ found }: { readonly found: readonly MatrixFinding[] }) {
  const [first] = found
  if (!first) return null
  return (
    <span
      className={first.severity === 'info' ? 'fd info' : 'fd'}
      title={found.map(({ message }) => message).join('\n')}
    >
      <Icon name={first.severity === 'info' ? 'info' : 'warn'} small />
    </span>
  )
}

function FigureButton(props: {
  readonly target: StatedTarget
  readonly unit: string
  /** The other figure where a document gives two. */
  readonly other: StatedTarget | undefined
  readonly t: Translate
  readonly onOpen: () => void
}) {
  const { target, t, onOpen } = props
  return (
    <button
      type="button"
      className="c"
      tabIndex={-1}
      title={target.sentence.trim()}
      aria-label={t('targets:cell.open', { figure: sayFigure(target) })}
      onClick={onOpen}
    >
      <Figure {...props} />
    </button>
  )
}

function Figure(props: {
  readonly target: StatedTarget
  readonly unit: string
  readonly other: StatedTarget | undefined
  readonly t: Translate
}) {
  const { target, unit, other, t } = props
  const { before, figure, after } = figureWords(target)
  if (target.value === null) return <span className="fg-q">{figure}</span>
  const own = target.unit === unit ? '' : target.unit
  return (
    <>
      <span className="fg-p">
        {target.kind === 'actual' && <i>{t('targets:actual')}</i>}
        {before !== '' && <span>{before}</span>}
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
