import { child, childrenOf, parseXml, type XmlElement, XmlError } from '../docx/xml-tree.ts'
import { BUILT_IN, formatNumberCell } from './number-format.ts'
import { type CellRange, MAX_CELLS, putCell, type Sheet } from './sheet.ts'
import { parseRange } from './sheet-lines.ts'

type Parts = Readonly<Record<string, Uint8Array>>

const SKIPPED: ReadonlySet<string> = new Set([
  'extLst',
  'conditionalFormatting',
  'dataValidations',
  'hyperlinks',
  'sheetViews',
  'fonts',
  'fills',
  'borders',
  'dxfs',
  'phoneticPr',
  'rPh',
  'f',
])

interface Workbook {
  readonly strings: readonly string[]
  /** The number format of each cell style. */
  readonly formats: readonly string[]
  readonly from1904: boolean
}

/** Reads the sheets of a workbook; null when it has too many cells. Throws an XmlError when it is none. */
export function readXlsxSheets(parts: Parts): Sheet[] | null {
  const book = child(xml(parts, 'xl/workbook.xml'), 'workbook')
  if (book === undefined) throw new XmlError('no workbook')
  const workbook: Workbook = {
    strings: childrenOf(child(xml(parts, 'xl/sharedStrings.xml'), 'sst'), 'si').map(richText),
    formats: readFormats(child(xml(parts, 'xl/styles.xml'), 'styleSheet')),
    from1904: /^(?:1|true)$/.test(child(book, 'workbookPr')?.attributes['date1904'] ?? ''),
  }
  const places = relations(parts, 'xl/_rels/workbook.xml.rels')
  const sheets: Sheet[] = []
  let cells = 0
  for (const entry of childrenOf(child(book, 'sheets'), 'sheet')) {
    const place = places.get(entry.attributes['id'] ?? '')
    const root = place === undefined ? undefined : child(xml(parts, place), 'worksheet')
    if (root === undefined || place === undefined) continue
    const sheet = readSheet(entry, root, workbook, commentsOf(parts, place))
    cells += [...sheet.rows.values()].reduce((sum, row) => sum + row.size, 0)
    if (cells > MAX_CELLS) return null
    sheets.push(sheet)
  }
  return sheets
}

function xml(parts: Parts, name: string): XmlElement | undefined {
  const bytes = parts[name]
  return bytes === undefined ? undefined : parseXml(bytes, SKIPPED)
}

/** The parts that a part names, by the name it gives them. Only parts inside the package are read. */
function relations(parts: Parts, name: string): Map<string, string> {
  const folder = name.replace(/_rels\/[^/]*$/, '')
  return new Map(
    childrenOf(child(xml(parts, name), 'Relationships'), 'Relationship').map(({ attributes }) => {
      const target = attributes['Target'] ?? ''
      const path = target.startsWith('/') ? target.slice(1) : folder + target
      return [attributes['Id'] ?? '', path.replace(/[^/]+\/\.\.\//g, '')]
    }),
  )
}

function commentsOf(parts: Parts, sheet: string): string[] {
  const rels = sheet.replace(/([^/]+)$/, '_rels/$1.rels')
  return [...relations(parts, rels).values()]
    .filter((place) => /comments\d*\.xml$/i.test(place))
    .flatMap((place) => childrenOf(child(child(xml(parts, place), 'comments'), 'commentList'), 'comment'))
    .map((comment) => richText(child(comment, 'text')))
}

function readFormats(styles: XmlElement | undefined): string[] {
  const own = new Map(
    childrenOf(child(styles, 'numFmts'), 'numFmt').map(({ attributes }) => [
      Number(attributes['numFmtId']),
      attributes['formatCode'] ?? '',
    ]),
  )
  return childrenOf(child(styles, 'cellXfs'), 'xf').map(({ attributes }) => {
    const id = Number(attributes['numFmtId'] ?? 0)
    return own.get(id) ?? BUILT_IN[id] ?? ''
  })
}

function readSheet(entry: XmlElement, root: XmlElement, workbook: Workbook, comments: readonly string[]): Sheet {
  const rows = new Map<number, Map<number, string>>()
  const hiddenRows = new Set<number>()
  let row = -1
  for (const element of childrenOf(child(root, 'sheetData'), 'row')) {
    row = index(element.attributes['r']) ?? row + 1
    if (isTrue(element.attributes['hidden'])) hiddenRows.add(row)
    let column = -1
    for (const cell of childrenOf(element, 'c')) {
      column = parseRange(cell.attributes['r'] ?? '')?.left ?? column + 1
      putCell(rows, row, column, cellText(cell, workbook))
    }
  }
  return {
    name: entry.attributes['name'] ?? '',
    hidden: /hidden/i.test(entry.attributes['state'] ?? ''),
    rows,
    merged: childrenOf(child(root, 'mergeCells'), 'mergeCell').flatMap(mergedRange),
    hiddenRows,
    hiddenColumns: hiddenColumns(child(root, 'cols')),
    outside: [
      ...comments.map((text) => ({ reason: 'comment', text })),
      ...childrenOf(child(root, 'headerFooter')).map((part) => ({ reason: 'header-footer', text: ownText(part) })),
    ],
  }
}

function index(value: string | undefined): number | null {
  return value !== undefined && /^\d{1,7}$/.test(value) ? Number(value) - 1 : null
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}

function mergedRange({ attributes }: XmlElement): CellRange[] {
  const range = parseRange(attributes['ref'] ?? '')
  return range === null ? [] : [range]
}

function hiddenColumns(columns: XmlElement | undefined): Set<number> {
  const hidden = new Set<number>()
  for (const { attributes } of childrenOf(columns, 'col')) {
    const [from, to] = [index(attributes['min']), index(attributes['max'])]
    if (!isTrue(attributes['hidden']) || from === null || to === null) continue
    for (let column = from; column <= Math.min(to, from + 16_384); column += 1) hidden.add(column)
  }
  return hidden
}

function cellText(cell: XmlElement, { strings, formats, from1904 }: Workbook): string {
  const value = ownText(child(cell, 'v'))
  switch (cell.attributes['t']) {
    case 's':
      return strings[Number(value)] ?? ''
    case 'inlineStr':
      return richText(child(cell, 'is'))
    case 'str':
    case 'e':
      return value
    case 'b':
      return value === '1' ? 'TRUE' : 'FALSE'
    case 'd':
      return value
    default: {
      if (value === '') return ''
      const number = Number(value)
      return Number.isFinite(number)
        ? formatNumberCell(number, formats[Number(cell.attributes['s'] ?? 0)] ?? '', from1904)
        : value
    }
  }
}

/** The runs of a string, its phonetic guides left out. */
function richText(element: XmlElement | undefined): string {
  return childrenOf(element)
    .map((part) => (part.name === 't' ? ownText(part) : part.name === 'r' ? ownText(child(part, 't')) : ''))
    .join('')
}

function ownText(element: XmlElement | undefined): string {
  return (element?.children ?? [])
    .filter((node) => typeof node === 'string')
    .join('')
    .replace(/_x([0-9A-F]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replaceAll('\r', '')
}
