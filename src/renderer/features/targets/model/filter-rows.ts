import { attributesOf, isChanged, isTight, type Matrix, type MatrixRow, spokenIn } from './matrix.ts'

export const FILTERS = ['all', 'changed', 'found', 'binding', 'tight', 'single', 'corrected'] as const
/** 全部, 有变动, 有提示, 约束性, 偏紧, 未配对, 已改正. */
export type Filter = (typeof FILTERS)[number]

function passes(matrix: Matrix, row: MatrixRow, filter: Filter): boolean {
  switch (filter) {
    case 'all':
      return true
    case 'changed':
      return isChanged(row)
    case 'found':
      return row.findings.length > 0
    case 'binding': {
      const { before, after } = attributesOf(matrix, row)
      return before === 'binding' || after === 'binding'
    }
    case 'tight':
      return isTight(row)
    case 'single':
      return spokenIn(row) === 1
    case 'corrected':
      return row.cells.some((cell, document) =>
        cell.some((index) => matrix.documents[document]?.targets[index]?.correction !== undefined),
      )
  }
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

/** A name matches by what is typed, in any of its forms: 国内生产总值 and gdp find 地区生产总值. */
function matches(matrix: Matrix, row: MatrixRow, query: string): boolean {
  if (query === '') return true
  const names = [
    row.indicator,
    ...row.synonyms,
    ...row.cells.flatMap((cell, document) =>
      cell.map((index) => matrix.documents[document]?.targets[index]?.indicator ?? ''),
    ),
  ]
  return names.some((name) => folded(name).includes(query))
}

/** What is asked for: a filter, a category (null for all), words to search. */
export interface Asked {
  readonly filter: Filter
  readonly category: string | null
  readonly query: string
}

/** The rows that a filter, a category and a search leave. A category that no document speaks of any more is none. */
export function filterRows(matrix: Matrix, { filter, category, query }: Asked): MatrixRow[] {
  const wanted = folded(query.trim())
  const own = category !== null && matrix.rows.some((row) => row.category === category) ? category : null
  return matrix.rows.filter(
    (row) => (own === null || row.category === own) && passes(matrix, row, filter) && matches(matrix, row, wanted),
  )
}

/** How many rows each filter leaves. */
export function countFilters(matrix: Matrix): Readonly<Record<Filter, number>> {
  const count = (filter: Filter) => matrix.rows.filter((row) => passes(matrix, row, filter)).length
  return Object.fromEntries(FILTERS.map((filter) => [filter, count(filter)])) as Record<Filter, number>
}

/** What the table draws, in order: a category's head, then its rows. */
export type Line =
  | { readonly type: 'group'; readonly category: string; readonly count: number; readonly changed: number }
  | { readonly type: 'row'; readonly row: MatrixRow }

export function linesOf(rows: readonly MatrixRow[]): Line[] {
  const lines: Line[] = []
  const categories = [...new Set(rows.map(({ category }) => category))]
  for (const category of categories) {
    const own = rows.filter((row) => row.category === category)
    lines.push({ type: 'group', category, count: own.length, changed: own.filter(isChanged).length })
    for (const row of own) lines.push({ type: 'row', row })
  }
  return lines
}
