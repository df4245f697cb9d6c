import { DuigaoError } from '../../shared/contract/errors.ts'
import type { IndicatorEntry } from '../../shared/targets/lexicon.ts'
import { writeCsv } from '../writers/csv.ts'

const HEAD = ['名称', '同义词', '类别', '方向', '单位', '口径说明']
const POLARITY = { up: '越高越好', down: '越低越好', none: '不分' } as const
/** Between several synonyms or units of one cell. */
const BETWEEN = '|'
const MAX_ROWS = 20_000

/** Entries as CSV, one a row. */
export function writeLexicon(entries: readonly IndicatorEntry[]): Uint8Array<ArrayBuffer> {
  const rows = entries.map(({ name, synonyms, category, polarity, units, note }) => [
    name,
    synonyms.join(BETWEEN),
    category,
    POLARITY[polarity],
    units.join(BETWEEN),
    note,
  ])
  return writeCsv([HEAD, ...rows])
}

/**
 * Reads entries from CSV as `writeLexicon` and spreadsheets write it: UTF-8 or GB 18030, comma or tab, with a head row.
 * `faulty` are the numbers of rows (as a spreadsheet counts them) without a name or with an unknown 方向. Throws `bad-request`
 * for a file without the columns.
 */
export function readLexicon(bytes: Uint8Array): { entries: IndicatorEntry[]; faulty: number[] } {
  const rows = parseCsv(decode(bytes))
  const head = rows[0]?.map((cell) => cell.trim()) ?? []
  const columns = HEAD.map((name) => head.indexOf(name))
  if (columns[0] === -1 || rows.length > MAX_ROWS) {
    const message = `这个文件不是指标词库：第一行要有“${HEAD.join('、')}”等列名（至少“名称”），且不超过 ${MAX_ROWS} 行。`
    throw new DuigaoError({ code: 'bad-request', message })
  }
  const faulty: number[] = []
  const entries = rows.slice(1).flatMap((row, index) => {
    if (row.every((cell) => cell.trim() === '')) return []
    const entry = toEntry(
      columns.map((column) => (column < 0 ? '' : (row[column] ?? '').trim().replace(/^'(?=[=+\-@])/, ''))),
    )
    if (!entry) faulty.push(index + 2)
    return entry ? [entry] : []
  })
  return { entries, faulty }
}

function toEntry([name = '', synonyms = '', category = '', direction = '', units = '', note = '']: readonly string[]) {
  const polarity =
    direction === '' ? 'none' : (Object.entries(POLARITY).find(([, word]) => word === direction)?.[0] ?? null)
  if (name === '' || polarity === null) return null
  const entry: IndicatorEntry = {
    name,
    synonyms: listOf(synonyms),
    category: category === '' ? '其他' : category,
    polarity: polarity as IndicatorEntry['polarity'],
    units: listOf(units),
    note,
  }
  return entry
}

function listOf(cell: string): string[] {
  return cell
    .split(/[|｜；;]/)
    .map((word) => word.trim())
    .filter(Boolean)
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // What Chinese Excel writes unasked.
    return new TextDecoder('gb18030').decode(bytes)
  }
}

/** RFC 4180, with tabs for commas where the head row has them. */
function parseCsv(text: string): string[][] {
  const separator = (text.split(/\r?\n/, 1)[0] ?? '').includes('\t') ? '\t' : ','
  const rows: string[][] = [[]]
  let cell = ''
  let inQuotes = false
  for (let at = 0; at < text.length; at += 1) {
    const mark = text[at] ?? ''
    if (inQuotes) {
      if (mark !== '"') cell += mark
      else if (text[at + 1] === '"') {
        cell += '"'
        at += 1
      } else inQuotes = false
    } else if (mark === '"' && cell === '') inQuotes = true
    else if (mark === separator || mark === '\n') {
      rows.at(-1)?.push(cell)
      cell = ''
      if (mark === '\n') rows.push([])
    } else if (mark !== '\r') cell += mark
  }
  rows.at(-1)?.push(cell)
  return rows
}
