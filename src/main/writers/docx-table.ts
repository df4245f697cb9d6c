import {
  AlignmentType,
  Document,
  Footer,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  UnderlineType,
  VerticalAlign,
  WidthType,
} from 'docx'
import type { ExportedFile, ExportInput } from './export-input.ts'
import { type ReportBlock, type ReportRow, reportRows, type Span } from './report-rows.ts'
import { reportName, reportSummary } from './report-summary.ts'

/** Twips. A4 landscape with the margins of GB/T 9704 turned: 28 mm binding, 26 mm outer, 37 mm head side reduced for a table. */
const PAGE = { width: 16838, height: 11906, top: 1474, bottom: 1247, left: 1304, right: 1304 }
/** 序号｜底本｜本稿｜修改说明; the sum is the width between the margins. WPS needs them as explicit grid columns. */
const COLUMNS = [740, 5350, 5350, 2790] as const
/** Half-points: 2号, 小四, 五号. */
const SIZE = { title: 44, text: 24, small: 21 } as const
/** Fonts of GB/T 9704 by their plain names; Word and WPS substitute visibly where one is missing. */
const TITLE_FONT = { ascii: '方正小标宋简体', eastAsia: '方正小标宋简体', hAnsi: '方正小标宋简体' }
const HEAD_FONT = { ascii: 'SimHei', eastAsia: '黑体', hAnsi: 'SimHei' }
const TEXT_FONT = { ascii: 'Times New Roman', eastAsia: '仿宋', hAnsi: 'Times New Roman' }

/** Print marks: inserted bold and underlined, deleted struck, moved double underlined. Readable in black and white. */
function markedRun({ text, mark }: Span): TextRun {
  return new TextRun({
    text,
    font: TEXT_FONT,
    size: SIZE.text,
    ...(mark === 'deleted' ? { strike: true } : {}),
    ...(mark === 'inserted' ? { bold: true, underline: { type: UnderlineType.SINGLE } } : {}),
    ...(mark === 'moved' ? { underline: { type: UnderlineType.DOUBLE } } : {}),
  })
}

function plainRun(text: string, size: number = SIZE.text): TextRun {
  return new TextRun({ text, font: TEXT_FONT, size })
}

function blockParagraph({ spans }: ReportBlock): Paragraph {
  return new Paragraph({ spacing: { line: 340 }, children: spans.map(markedRun) })
}

function cell(column: number, children: Paragraph[], extra: { readonly shade?: boolean; readonly span?: number } = {}) {
  return new TableCell({
    width: { size: COLUMNS[column] ?? 0, type: WidthType.DXA },
    margins: { top: 60, bottom: 60, left: 100, right: 100 },
    verticalAlign: VerticalAlign.TOP,
    children,
    ...(extra.shade ? { shading: { type: ShadingType.CLEAR, fill: 'EDECE7', color: 'auto' } } : {}),
    ...(extra.span ? { columnSpan: extra.span } : {}),
  })
}

function headRow(): TableRow {
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: ['序号', '底本', '本稿', '修改说明'].map((word, column) =>
      cell(
        column,
        [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            children: [new TextRun({ text: word, font: HEAD_FONT, size: SIZE.text })],
          }),
        ],
        { shade: true },
      ),
    ),
  })
}

function sectionRow(section: readonly string[]): TableRow {
  const text = new TextRun({ text: section.join('　'), font: HEAD_FONT, size: SIZE.small })
  return new TableRow({
    cantSplit: true,
    children: [cell(0, [new Paragraph({ keepNext: true, children: [text] })], { shade: true, span: 4 })],
  })
}

/** The cell of a side without text says so, as 对照表 practice asks. */
function sideCell(column: number, blocks: readonly ReportBlock[], empty: string): TableCell {
  const children = blocks.length > 0 ? blocks.map(blockParagraph) : [new Paragraph({ children: [plainRun(empty)] })]
  return cell(column, children)
}

function bodyRow(row: ReportRow, number: number): TableRow {
  const notes = [...row.notes, ...row.remarks].map(
    (note) => new Paragraph({ spacing: { line: 300 }, children: [plainRun(note, SIZE.small)] }),
  )
  const counter = new Paragraph({ alignment: AlignmentType.CENTER, children: [plainRun(String(number))] })
  return new TableRow({
    children: [
      cell(0, [counter]),
      sideCell(1, row.left, '（新增）'),
      sideCell(2, row.right, '（删除）'),
      cell(3, notes),
    ],
  })
}

function tableRows(rows: readonly ReportRow[]): TableRow[] {
  const result = [headRow()]
  let section = ''
  for (const [index, row] of rows.entries()) {
    const here = row.section.join('\n')
    if (here !== section && row.section.length > 0) result.push(sectionRow(row.section))
    section = here
    result.push(bodyRow(row, index + 1))
  }
  return result
}

function opening(input: ExportInput, rows: readonly ReportRow[]): Paragraph[] {
  const line = (text: string) => new Paragraph({ spacing: { line: 340 }, children: [plainRun(text)] })
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { after: 200 },
      children: [new TextRun({ text: '修改对照表', font: TITLE_FONT, size: SIZE.title })],
    }),
    line(`底本：${input.leftTitle}`),
    line(`本稿：${input.rightTitle}`),
    ...reportSummary(input, rows).map(line),
    new Paragraph({
      spacing: { line: 340, after: 120 },
      children: [
        plainRun('标记：'),
        markedRun({ text: '删去的文字', mark: 'deleted' }),
        plainRun('　'),
        markedRun({ text: '增加的文字', mark: 'inserted' }),
        plainRun('　'),
        markedRun({ text: '移动的文字', mark: 'moved' }),
      ],
    }),
  ]
}

/** Remarks on words that no row of the table shows. */
function closing(threads: readonly (readonly string[])[]): Paragraph[] {
  if (threads.length === 0) return []
  const head = new TextRun({ text: '其他批注', font: HEAD_FONT, size: SIZE.text })
  return [
    new Paragraph({ spacing: { before: 240, line: 340 }, keepNext: true, children: [head] }),
    ...threads.flat().map((line) => new Paragraph({ spacing: { line: 300 }, children: [plainRun(line, SIZE.small)] })),
  ]
}

function pageFooter(): Footer {
  const run = new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: 'SimSun', size: 28 })
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [run] })] })
}

/** 修改对照表 as .docx: 序号｜底本｜本稿｜修改说明, only changed rows, edits marked, grouped under their headings. */
export async function writeDocxTable(input: ExportInput): Promise<ExportedFile> {
  const { rows, otherRemarks } = reportRows(input)
  const { width, height, ...margin } = PAGE
  const document = new Document({
    creator: '对稿',
    title: `${input.rightTitle} 修改对照表`,
    sections: [
      {
        properties: {
          page: { size: { width: height, height: width, orientation: PageOrientation.LANDSCAPE }, margin },
        },
        footers: { default: pageFooter() },
        children: [
          ...opening(input, rows),
          new Table({
            layout: TableLayoutType.FIXED,
            columnWidths: [...COLUMNS],
            width: { size: COLUMNS.reduce((sum, size) => sum + size, 0), type: WidthType.DXA },
            rows: tableRows(rows),
          }),
          ...closing(otherRemarks),
        ],
      },
    ],
  })
  return { name: reportName(input, '修改对照表', 'docx'), bytes: new Uint8Array(await Packer.toBuffer(document)) }
}
