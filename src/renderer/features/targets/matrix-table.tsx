import { type CSSProperties, type KeyboardEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useT } from '../../lib/i18n.ts'
import { FrozenNames } from './frozen-names.tsx'
import { MatrixHead } from './matrix-head.tsx'
import { GroupLine, LINE_HEIGHT, MatrixLine } from './matrix-line.tsx'
import { type Columns, type Group, listColumns, sideKey } from './model/columns.ts'
import type { Line } from './model/filter-rows.ts'
import { type Matrix, type Place, targetsOf } from './model/matrix.ts'
import { targetsNow, useTargets } from './targets-state.ts'
import './matrix.css'

/** Lines drawn above and below what is in sight. */
const MARGIN = 8

/** How the table is laid out: which documents stand left and right of 变动. */
export interface Layout {
  /** Indexes of the matrix's documents. */
  readonly past: readonly number[]
  readonly compared: readonly number[]
  readonly references: readonly number[]
  /** All of them in the order of the screen. */
  readonly order: readonly number[]
}

export interface TableProps {
  readonly matrix: Matrix
  readonly lines: readonly Line[]
  /** Key of the row in hand. */
  readonly current: string | null
  readonly columns: Columns
  readonly onColumns: (columns: Columns | null) => void
  readonly onOpen: (place: Place) => void
  readonly onOpenSource: (place: Place) => void
}

function layoutOf(matrix: Matrix, columns: Columns): Layout {
  const groups = new Map(listColumns(columns).map(({ side, group }) => [sideKey(side), group]))
  const of = (group: Group) =>
    [...matrix.documents.keys()].filter((index) => {
      const side = matrix.documents[index]?.side
      return side !== undefined && (groups.get(sideKey(side)) ?? 'past') === group
    })
  const [past, compared, references] = [of('past'), of('compared'), of('reference')]
  return { past, compared, references, order: [...past, ...compared, ...references] }
}

/** The widths of the columns. 变动 takes what is left over; where nothing is compared all documents share it, beside their names. */
function templateOf({ past, compared, references }: Layout, matrix: Matrix): CSSProperties {
  const documents = (indexes: readonly number[]) =>
    indexes.map((index) => (index === matrix.draft ? 'var(--tgt-draft)' : 'var(--tgt-col)'))
  const widths = [
    'var(--tgt-name)',
    'var(--tgt-unit)',
    'var(--tgt-attr)',
    ...documents(past),
    ...documents(compared),
    ...(compared.length > 0 ? ['var(--tgt-change)'] : []),
    ...documents(references),
    'var(--tgt-track)',
    'var(--tgt-pace)',
  ]
  const stretched = compared.length > 0 ? ['var(--tgt-change)'] : ['var(--tgt-name)', 'var(--tgt-col)']
  const template = widths.map((width) => (stretched.includes(width) ? `minmax(${width}, 1fr)` : width)).join(' ')
  return { '--tgt-template': template, '--tgt-width': `calc(${widths.join(' + ')})` } as CSSProperties
}

/** The matrix: only the lines in sight are drawn; arrows move through its figures, Enter opens the sentence of one. */
export function MatrixTable(props: TableProps) {
  const { matrix, lines, current, columns, onOpen } = props
  const t = useT()
  const layout = useMemo(() => layoutOf(matrix, columns), [matrix, columns])
  const style = useMemo(() => templateOf(layout, matrix), [layout, matrix])
  const { scroller, from, to, shifted, onScroll } = useWindow(lines.length)
  const [wantsFocus, setWantsFocus] = useState(0)
  const column = useTargets((state) => state.column)
  const here = lines.findIndex((line) => line.type === 'row' && line.row.key === current)
  useReveal(scroller, here, wantsFocus)
  const onKeyDown = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement
    if (!target.closest('[role="gridcell"]') && target !== scroller.current) return
    const line = lines[here]
    if (event.key === 'Enter' && line?.type === 'row') {
      const found = targetsOf(matrix, line.row, column)[0]
      if (found) onOpen({ document: column, target: found })
      event.preventDefault()
      return
    }
    if (!moveBy(event, { lines, here, layout, column })) return
    event.preventDefault()
    setWantsFocus((count) => count + 1)
  }
  return (
    <div
      ref={scroller}
      className="tgt-scroll"
      role="grid"
      aria-label={t('targets:table')}
      aria-rowcount={lines.length + 2}
      aria-colcount={layout.order.length + 6}
      // The cell in hand takes the focus; while it is out of sight, the table does.
      tabIndex={here >= from && here < to ? -1 : 0}
      style={style}
      onScroll={onScroll}
      onKeyDown={onKeyDown}
    >
      <MatrixHead layout={layout} {...props} />
      <div className="tgt-lines" role="rowgroup" style={{ height: lines.length * LINE_HEIGHT }}>
        {shifted && <FrozenNames lines={lines} from={from} to={to} current={current} />}
        {lines.slice(from, to).map((line, index) => {
          const at = from + index
          return line.type === 'group' ? (
            <GroupLine key={`group ${line.category}`} line={line} at={at} />
          ) : (
            <MatrixLine
              key={line.row.key}
              matrix={matrix}
              row={line.row}
              at={at}
              layout={layout}
              column={at === here ? column : null}
              onOpen={onOpen}
            />
          )
        })}
      </div>
    </div>
  )
}

/** Lines that are scrolled by between two drawings. */
const STRIDE = 2

/** Milliseconds after which a table that was scrolled stands still. */
const STILL_MS = 150

/** Which lines are drawn: those in sight with some around them, told anew only every few lines. */
function useWindow(count: number) {
  const scroller = useRef<HTMLDivElement>(null)
  const [view, setView] = useState(() => viewOf(targetsNow().scrollTop, 1080))
  const [shifted, setShifted] = useState(false)
  const still = useRef<ReturnType<typeof setTimeout>>(undefined)
  const measure = () => {
    const element = scroller.current
    if (!element) return
    setShifted(element.scrollLeft > 0)
    element.classList.add('moving')
    clearTimeout(still.current)
    still.current = setTimeout(() => element.classList.remove('moving'), STILL_MS)
    const next = viewOf(element.scrollTop, element.clientHeight)
    setView((former) => (former.first === next.first && former.lines === next.lines ? former : next))
  }
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    element.scrollTo({ top: targetsNow().scrollTop })
    const observer = new ResizeObserver(() => setView(viewOf(element.scrollTop, element.clientHeight)))
    observer.observe(element)
    return () => {
      useTargets.setState({ scrollTop: element.scrollTop })
      observer.disconnect()
    }
  }, [])
  const from = Math.max(0, view.first - MARGIN)
  const to = Math.min(count, view.first + view.lines + MARGIN)
  return { scroller, from, to, shifted, onScroll: measure }
}

function viewOf(top: number, height: number): { first: number; lines: number } {
  const first = Math.floor(top / LINE_HEIGHT / STRIDE) * STRIDE
  return { first, lines: Math.ceil(height / LINE_HEIGHT) + STRIDE }
}

/** Brings the line in hand into sight when it changes, and the focus to it when the keyboard moved it. */
function useReveal(scroller: { readonly current: HTMLDivElement | null }, here: number, wantsFocus: number): void {
  const first = useRef(true)
  useEffect(() => {
    const element = scroller.current
    if (!element || here < 0) return
    const head = element.querySelector('.tgt-head')?.clientHeight ?? 0
    const top = here * LINE_HEIGHT
    const [above, below] = [element.scrollTop, element.scrollTop + element.clientHeight - head - LINE_HEIGHT]
    // Coming back, the table stands as it was left.
    if (first.current && targetsNow().scrollTop > 0) {
      first.current = false
      return
    }
    first.current = false
    if (top < above) element.scrollTo({ top: Math.max(0, top - LINE_HEIGHT) })
    else if (top > below) element.scrollTo({ top: top - (element.clientHeight - head) + 2 * LINE_HEIGHT })
  }, [scroller, here])
  useEffect(() => {
    if (wantsFocus === 0) return
    const focus = () => scroller.current?.querySelector<HTMLElement>('[role="gridcell"][tabindex="0"]')
    const cell = focus()
    if (cell) cell.focus({ preventScroll: true })
    // The line may be drawn only after the scrolling.
    else requestAnimationFrame(() => focus()?.focus({ preventScroll: true }))
    scroller.current
      ?.querySelector('[role="gridcell"][tabindex="0"]')
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [scroller, wantsFocus])
}

interface Position {
  readonly lines: readonly Line[]
  readonly here: number
  readonly layout: Layout
  readonly column: number
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 20, PageUp: -20 }

/** Moves the row or the column in hand by a key; answers whether it was one for this. */
function moveBy({ key, ctrlKey }: KeyboardEvent, { lines, here, layout, column }: Position): boolean {
  const rows = lines.flatMap((line, at) => (line.type === 'row' ? [{ key: line.row.key, at }] : []))
  const place = rows.findIndex(({ at }) => at === here)
  const toRow = (index: number) => {
    const next = rows[Math.min(rows.length - 1, Math.max(0, index))]
    if (next) useTargets.setState({ current: next.key })
    return true
  }
  const toColumn = (index: number) => {
    const next = layout.order[Math.min(layout.order.length - 1, Math.max(0, index))]
    if (next !== undefined) useTargets.setState({ column: next })
    return true
  }
  const step = STEPS[key]
  if (step !== undefined) return toRow(place + step)
  const at = layout.order.indexOf(column)
  if (key === 'ArrowRight') return toColumn(at + 1)
  if (key === 'ArrowLeft') return toColumn(at - 1)
  if (key === 'Home') return ctrlKey ? toRow(0) : toColumn(0)
  if (key === 'End') return ctrlKey ? toRow(rows.length - 1) : toColumn(layout.order.length - 1)
  return false
}
