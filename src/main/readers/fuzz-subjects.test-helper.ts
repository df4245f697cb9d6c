import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import type { RawDocument } from '../../shared/text/raw-document.ts'
import { unpackArchive } from './archive.ts'
import { readDoc } from './doc-reader.ts'
import { item, level, makeDocx, p } from './docx/make-docx.test-helper.ts'
import { readDocx } from './docx-reader.ts'
import type { Read } from './fuzz.test-helper.ts'
import { readHtml } from './html-reader.ts'
import { readMht } from './mht-reader.ts'
import { makeOfd } from './ofd/make-ofd.test-helper.ts'
import { readOfd } from './ofd-reader.ts'
import { makeCompoundFile } from './ole/make-compound-file.test-helper.ts'
import { makePdf, setLines } from './pdf/make-pdf.test-helper.ts'
import { readPdf } from './pdf-reader.ts'
import { TYPE } from './sheet/biff-records.ts'
import { f64, makeWorkbook, record, sharedStrings, u16, u32 } from './sheet/make-biff.test-helper.ts'
import { readText } from './text-reader.ts'
import { readXls } from './xls-reader.ts'
import { readXlsx } from './xlsx-reader.ts'
import { makeZip } from './zip/make-zip.test-helper.ts'

/** A reader with whole files to damage. */
export interface FuzzSubject {
  readonly name: string
  readonly read: Read
  readonly files: readonly Uint8Array[]
}

const TEXT = '到2030年，全市森林覆盖率稳定在58%以上，研发经费占比达到3%，新增绿色工厂30家。'
const LINES = Array.from({ length: 12 }, (_, index) => `${index + 1}.${TEXT}`)

function page(): string {
  const cells = LINES.map((line) => `<tr><td rowspan=2>${line}</td><td colspan=3>目标</td></tr>`).join('')
  return `<!doctype html><title>要点_清川市</title><ul><li><a>首页</a><li><a>公开</a><li><a>服务</a></ul><div id=zoom>${LINES.map((line) => `<p><font>${line}<br></p>`).join('')}<table>${cells}</table><ol><li>甲<li>乙</ol></div>`
}

function archive(): string {
  return `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(page()).toString('base64')}\r\n--b--\r\n`
}

function table(): Uint8Array {
  const strings = sharedStrings(LINES)
  const cells = LINES.map((_, row) => record(TYPE.sharedString, u16(row, 0, 0), u32(row)))
  const numbers = LINES.map((_, row) => record(TYPE.number, u16(row, 1, 0), f64(row * 1.5)))
  const globals = [record(TYPE.style, u16(0, 10), Buffer.alloc(16)), strings]
  return makeCompoundFile({ Workbook: makeWorkbook(globals, [{ name: '表', records: [...cells, ...numbers] }]) })
}

function book(): Uint8Array {
  const rows = LINES.map(
    (line, row) =>
      `<row r="${row + 1}"><c r="A${row + 1}" t="inlineStr"><is><t>${line}</t></is></c><c s="1"><v>${row}</v></c></row>`,
  )
  const parts = {
    'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="表" sheetId="1" r:id="r1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="10"/></cellXfs></styleSheet>',
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows.join('')}</sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells></worksheet>`,
  }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])))
}

function layoutPage(): Uint8Array {
  const strokes = [700, 640, 580].flatMap((y) => [
    [60, y, 360, y] as const,
    [60, 580, 60, 700] as const,
    [200, 580, 200, 700] as const,
    [360, 580, 360, 700] as const,
  ])
  return makePdf([
    { prints: [...setLines(LINES.slice(0, 4), 70, 690, 30), ...setLines(['目标', '属性'], 210, 690, 60)], strokes },
    { prints: setLines(LINES, 60, 800) },
  ])
}

function pagesOfOfd(): Uint8Array {
  const prints = LINES.map((text, index) => ({ text, x: 20, y: 30 + index * 8 }))
  return makeOfd([
    {
      prints,
      strokes: [
        [10, 20, 100, 20],
        [10, 40, 100, 40],
        [10, 20, 10, 40],
        [50, 20, 50, 40],
        [100, 20, 100, 40],
      ],
    },
    { prints, template: true },
  ])
}

/** A Word document with tracked changes, remarks, lists, fields, notes and tables. */
function reviewedDocx(): Uint8Array {
  const by = 'w:author="甲" w:date="2026-03-01T09:00:00Z"'
  const changed = LINES.map(
    (line, index) =>
      `<w:p><w:pPr><w:rPr><w:${index % 2 === 0 ? 'ins' : 'del'} ${by}/></w:rPr></w:pPr><w:commentRangeStart w:id="${index}"/><w:r><w:t>${line}</w:t></w:r><w:commentRangeEnd w:id="${index}"/><w:del ${by}><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins ${by}><w:r><w:t>新</w:t></w:r></w:ins><w:r><w:footnoteReference w:id="1"/><w:fldChar w:fldCharType="begin"/><w:instrText>TOC</w:instrText><w:fldChar w:fldCharType="separate"/><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
  )
  const cells = `<w:tc><w:tcPr><w:gridSpan w:val="2"/><w:cellIns ${by}/></w:tcPr>${p('甲')}</w:tc><w:tc>${p('乙')}</w:tc>`
  return makeDocx({
    body: `${changed.join('')}${item('一', 1)}${item('二', 1)}<w:tbl><w:tr><w:trPr><w:ins ${by}/></w:trPr>${cells}</w:tr></w:tbl>${p('完')}`,
    numbering: `<w:abstractNum w:abstractNumId="0">${level(0, 'chineseCounting', '（%1）')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
    footnotes: `<w:footnote w:id="1">${p('口径')}</w:footnote>`,
    comments: LINES.map((_, index) => `<w:comment w:id="${index}" ${by}>${p('请核')}</w:comment>`).join(''),
  })
}

/** The document, when the remarks quote what stands where they say. */
function quoted(raw: RawDocument): RawDocument {
  for (const { line, from, to, quote } of raw.comments ?? []) {
    if (raw.lines[line]?.text.slice(from, to) !== quote) throw new RangeError(`“${quote}” is not in line ${line}`)
  }
  return raw
}

/** A batch as a Chinese Windows packs it, with an archive inside. */
function batch(): Uint8Array {
  const content = LINES.join('\n')
  const inner = zipSync({ '里.txt': strToU8(content) })
  const name = Buffer.from('b3f5b8e52fb5dad2bbd5c22e747874', 'hex')
  return makeZip([
    { name, content },
    { name: 'a/b.txt', content, utf8: true },
    { name: 'inner.zip', content: inner },
    { name: '__MACOSX/x', content },
  ])
}

const fixture = (name: string) => readFileSync(join(import.meta.dirname, 'fixtures', name))

/** All readers with small files of our own and, when a folder is given, the real files of their formats in it. */
export function fuzzSubjects(folder?: string): FuzzSubject[] {
  const real = (extension: string): Uint8Array[] =>
    folder === undefined
      ? []
      : readdirSync(folder)
          .filter((name) => name.endsWith(extension))
          .map((name) => readFileSync(join(folder, name)))
  return [
    { name: 'html', read: (bytes) => readHtml(bytes, 'a.html'), files: [Buffer.from(page()), ...real('.html')] },
    { name: 'mht', read: (bytes) => readMht(bytes, 'a.mht'), files: [Buffer.from(archive())] },
    { name: 'pdf', read: (bytes) => readPdf(bytes, 'a.pdf'), files: [layoutPage(), ...real('.pdf')] },
    { name: 'ofd', read: (bytes) => readOfd(bytes, 'a.ofd'), files: [pagesOfOfd(), ...real('.ofd')] },
    { name: 'doc', read: (bytes) => readDoc(bytes, 'a.doc'), files: [fixture('work-plan.doc'), ...real('.doc')] },
    { name: 'xls', read: (bytes) => readXls(bytes, 'a.xls'), files: [table(), ...real('.xls')] },
    { name: 'xlsx', read: (bytes) => readXlsx(bytes, 'a.xlsx'), files: [book()] },
    {
      name: 'docx',
      read: (bytes) => quoted(readDocx(bytes, 'a.docx')),
      files: [fixture('work-plan.docx'), reviewedDocx(), ...real('.docx')],
    },
    { name: 'zip', read: (bytes) => unpackArchive(bytes, 'a.zip'), files: [batch()] },
    {
      name: 'txt',
      read: (bytes) => readText(bytes, 'a.txt', 'txt'),
      files: [Buffer.from(LINES.join('\r\n')), Buffer.from(LINES.join('\n'), 'utf16le')],
    },
  ]
}
