import { figureWords } from '../../shared/targets/figure-words.ts'
import type { MatrixRow } from '../../shared/targets/matrix-row.ts'
import type { StatedTarget } from '../../shared/targets/stated-targets.ts'
import { csvMatrix } from './csv-matrix.ts'
import type { ExportedFile } from './export-input.ts'
import { findingWords, needsWords } from './matrix-needs.ts'
import { changeWords } from './matrix-words.ts'
import { xlsxMatrix } from './xlsx-matrix.ts'

export interface MatrixFile {
  readonly rows: readonly MatrixRow[]
  /** For each column its targets. */
  readonly targets: readonly (readonly StatedTarget[])[]
  /** For each column the title of its document. */
  readonly titles: readonly string[]
  readonly baseline: number | null
  readonly draft: number | null
  readonly format: 'xlsx' | 'csv'
  /** Rows to write, in order; null for all. */
  readonly keys: readonly string[] | null
}

/** A cell as both formats write it: a number stays one. */
export interface MatrixCell {
  readonly text: string
  /** The plain number, where nothing but its unit is said of it. */
  readonly number: number | null
}

/** The matrix as a table: a head and its rows. */
export interface MatrixTable {
  readonly head: readonly string[]
  readonly rows: readonly (readonly MatrixCell[])[]
  /** Index of the column that holds the draft; -1 without one. */
  readonly draft: number
  /** For each row whether the baseline and the draft differ. */
  readonly changed: readonly boolean[]
}

const FIXED = ['类别', '指标', '单位', '属性']
const ATTRIBUTE = { binding: '约束性', expected: '预期性' } as const

function plain(text: string): MatrixCell {
  return { text, number: null }
}

function valueCell(target: StatedTarget | undefined, unit: string): MatrixCell {
  if (!target) return plain('')
  const { before, figure, after } = figureWords(target)
  const own = target.unit === unit || target.value === null ? '' : target.unit
  const kind = target.kind === 'actual' ? '（实际）' : ''
  const text = `${before}${figure}${own}${after}${kind}`
  return { text, number: text === figure && target.max === null ? (target.value ?? null) : null }
}

/** The figure that a document is known by. Where the draft dropped its target, a result must not stand in its place. */
function shownIn(row: MatrixRow, document: number, { targets, draft }: MatrixFile): StatedTarget | undefined {
  const shown = targets[document]?.[row.cells[document]?.[0] ?? -1]
  const dropped = document === draft && row.changes.some(({ change }) => change === 'dropped')
  return dropped && shown?.kind === 'actual' ? undefined : shown
}

function sentences(row: MatrixRow, file: MatrixFile): MatrixCell[] {
  return [file.baseline, file.draft].map((document) =>
    plain(document === null ? '' : (shownIn(row, document, file)?.sentence ?? '').trim()),
  )
}

function attributeOf(row: MatrixRow, { targets, draft, baseline }: MatrixFile): string {
  const order = [draft, baseline, ...row.cells.keys()].filter((document) => document !== null)
  for (const document of order)
    for (const index of row.cells[document] ?? []) {
      const attribute = targets[document]?.[index]?.attribute
      if (attribute) return ATTRIBUTE[attribute]
    }
  return ''
}

function nameOf({ indicator, measure, direction }: MatrixRow): string {
  if (measure === 'growth') return `${indicator}${direction === 'down' ? '（降低）' : '（增速）'}`
  return measure === 'addition' && !indicator.includes('新增') ? `${indicator}（新增）` : indicator
}

function tableOf(file: MatrixFile): MatrixTable {
  const { rows, titles, keys, draft } = file
  const byKey = new Map(rows.map((row) => [row.key, row]))
  const chosen = keys === null ? rows : keys.flatMap((key) => byKey.get(key) ?? [])
  return {
    head: [...FIXED, ...titles, '变动', '尚需', '检查发现', '底本原句', '本稿原句'],
    rows: chosen.map((row) => [
      plain(row.category),
      plain(nameOf(row)),
      plain(row.unit),
      plain(attributeOf(row, file)),
      ...titles.map((_, document) => valueCell(shownIn(row, document, file), row.unit)),
      plain(changeWords(row)),
      plain(needsWords(row)),
      plain(findingWords(row.findings, titles)),
      ...sentences(row, file),
    ]),
    draft: draft === null ? -1 : FIXED.length + draft,
    changed: chosen.map((row) => row.changes.some(({ change }) => change !== 'same')),
  }
}

/** Writes the matrix as a workbook or as CSV. */
export async function writeMatrix(file: MatrixFile): Promise<ExportedFile> {
  const table = tableOf(file)
  if (file.format === 'csv') return { name: '指标对照表.csv', bytes: csvMatrix(table) }
  return { name: '指标对照表.xlsx', bytes: await xlsxMatrix(table) }
}
