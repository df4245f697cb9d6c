import type { Period } from '../../outline/document-facts.ts'
import { findIndicator, type LexiconIndex } from '../canonical.ts'
import { scopeOf } from '../scope.ts'
import { spreadPeriod } from '../spread-period.ts'
import type { Attribute, Measure, Target } from '../target.ts'
import { parseUnit } from '../units.ts'
import type { IndicatorRow } from './indicator-row.ts'
import { type RowName, readRowName } from './row-name.ts'
import { rangeOfCells } from './table-cell.ts'
import type { Column } from './table-columns.ts'
import { type CellFigure, readValueCell, readWordedGoal } from './value-cell.ts'

type ValueColumn = Extract<Column, { role: 'value' }>

/** Where a row stands. */
export interface RowPlace {
  readonly text: string
  readonly index: LexiconIndex
  readonly own: Period | null
  /** false in a bulletin, where every figure is a result. */
  readonly ahead: boolean
  readonly section: readonly string[]
}

/** The targets of one row: one for each figure to reach, results for the values before the plan. */
export function rowTargets(row: IndicatorRow, place: RowPlace): Target[] {
  const name = readRowName(row.name.text, (text) => findIndicator(place.index, text) !== null)
  return row.values.flatMap(({ cell, column }) => {
    const figures = readValueCell(cell)
    if (figures.length > 0) return figures.map((figure) => figureTarget({ row, place, name, column, figure }))
    const words = column.kind === 'base' ? null : readWordedGoal(cell)
    return words === null ? [] : [{ ...common(row, place, name, column), ...worded(row, place, column, cell) }]
  })
}

interface Input {
  readonly row: IndicatorRow
  readonly place: RowPlace
  readonly name: RowName
  readonly column: ValueColumn
  readonly figure: CellFigure
}

function figureTarget({ row, place, name, column, figure }: Input): Target {
  const unit = unitOf(row, name, column, figure)
  const measure = measureOf(name, column, figure, unit)
  const indicator = figure.label === '' ? name.indicator : `${name.indicator}（${figure.label}）`
  const direction = name.direction ?? (measure === 'growth' ? 'up' : null)
  return {
    ...common(row, place, name, column),
    indicator,
    value: figure.value,
    max: figure.max,
    unit,
    bound: figure.bound,
    measure,
    ...(direction === null ? {} : { direction }),
    period: periodOf({ column, figure, place, measure }),
    ...quoteOf(row, place, [figure.cell]),
  }
}

function periodOf(input: Pick<Input, 'column' | 'figure' | 'place'> & { measure: Measure }): string {
  const { column, figure, place, measure } = input
  const { own } = place
  if (column.kind !== 'base') return spreadPeriod(goalPeriod(column, own), measure, own)
  // A sum before the plan is that of the plan before it.
  const years = own === null ? 0 : own.to - own.from + 1
  const before = own === null || !figure.total ? null : { from: own.from - years, to: own.to - years }
  return spreadPeriod(column.period, measure, before)
}

/** A column of yearly or summed figures without a year of its own speaks of the plan. */
function goalPeriod(column: ValueColumn, own: Period | null): Period | null {
  const period = column.period ?? own
  return period === null ? null : { from: period.to, to: period.to }
}

function common(row: IndicatorRow, place: RowPlace, name: RowName, column: ValueColumn): Target {
  const canonical = findIndicator(place.index, name.indicator)?.name ?? null
  return {
    kind: column.kind === 'base' || !place.ahead ? 'actual' : 'target',
    indicator: name.indicator,
    canonical,
    value: null,
    max: null,
    unit: '',
    bound: 'exact',
    measure: 'level',
    period: '',
    strength: 'firm',
    attribute: attributeOf(row),
    scope: scopeOf(name.indicator),
    inTable: true,
    ...quoteOf(row, place, []),
    section: place.section,
  }
}

/** From the name to the attribute where it stands behind the figure, so that the quote shows what the row commits to. */
function quoteOf(
  row: IndicatorRow,
  place: RowPlace,
  cells: readonly IndicatorRow['name'][],
): Pick<Target, 'start' | 'end' | 'quote'> {
  const figures = rangeOfCells([row.name, ...cells])
  const whole = rangeOfCells([row.name, ...cells, ...(row.attribute === null ? [] : [row.attribute])])
  const range = row.values.filter(({ column }) => column.kind !== 'base').length <= 1 ? whole : figures
  return { ...range, quote: place.text.slice(range.start, range.end) }
}

function worded(row: IndicatorRow, place: RowPlace, column: ValueColumn, cell: IndicatorRow['name']): Partial<Target> {
  return {
    kind: place.ahead ? 'qualitative' : 'actual',
    period: spreadPeriod(goalPeriod(column, place.own), 'level', place.own),
    ...quoteOf(row, place, [cell]),
  }
}

function unitOf(row: IndicatorRow, name: RowName, column: ValueColumn, figure: CellFigure): string {
  const given = row.unit === null ? name.unit : row.unit.text.replace(/^[-—/*]+$/, '')
  if (figure.unit === '') return isYearlyRate(name, column, figure, given) ? '%' : given
  return parseUnit(figure.unit).kind === 'number' ? figure.unit + given : figure.unit
}

/** 年均增长 6 beside 亿元: the rate is in percent. */
function isYearlyRate(name: RowName, column: ValueColumn, figure: CellFigure, unit: string): boolean {
  const kind = parseUnit(unit).kind
  return (
    column.kind === 'yearly' && column.growth && !figure.total && !name.share && kind !== 'percent' && kind !== 'points'
  )
}

function measureOf(name: RowName, column: ValueColumn, figure: CellFigure, unit: string): Measure {
  if (name.measure !== null) return name.measure
  if (column.kind === 'yearly' && column.growth && !figure.total) return 'growth'
  const sums = figure.total || column.kind === 'total'
  return sums && !figure.level && !name.share && parseUnit(unit).kind !== 'percent' ? 'addition' : 'level'
}

function attributeOf(row: IndicatorRow): Attribute | null {
  const said = row.attribute?.text ?? ''
  if (said.includes('约束')) return 'binding'
  return said.includes('预期') ? 'expected' : null
}
