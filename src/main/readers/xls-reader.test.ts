import { describe, expect, it } from 'vitest'
import { makeCompoundFile } from './ole/make-compound-file.test-helper.ts'
import { readOle } from './read-ole.ts'
import { TYPE } from './sheet/biff-records.ts'
import {
  f64,
  makeWorkbook,
  record,
  type SheetToMake,
  sharedStrings,
  u16,
  u32,
  wide,
} from './sheet/make-biff.test-helper.ts'
import { readXls } from './xls-reader.ts'

const error = (code: string) => expect.objectContaining({ code })
const STRINGS = ['二〇三〇年主要指标', '指标', '目标', '森林覆盖率', '研发经费占比', '力争\n完成']
const GLOBALS = [
  record(TYPE.format, u16(164), wide('0.0"亿元"', 2)),
  record(TYPE.style, u16(0, 0), Buffer.alloc(16)),
  record(TYPE.style, u16(0, 10), Buffer.alloc(16)),
  record(TYPE.style, u16(0, 164), Buffer.alloc(16)),
  sharedStrings(STRINGS),
]
const text = (row: number, column: number, index: number) => record(TYPE.sharedString, u16(row, column, 0), u32(index))
const workbook = (sheets: readonly SheetToMake[], globals: readonly Buffer[] = GLOBALS) =>
  makeCompoundFile({ Workbook: makeWorkbook(globals, sheets) })
const SHEET: SheetToMake = {
  name: '指标',
  records: [
    text(0, 0, 0),
    text(1, 0, 1),
    text(1, 2, 2),
    text(2, 0, 3),
    record(TYPE.number, u16(2, 2, 1), f64(0.585)),
    text(3, 0, 4),
    // 3.2 as hundredths of the integer 320.
    record(TYPE.rk, u16(3, 2, 2), u32((320 << 2) | 3)),
    text(4, 0, 5),
    record(TYPE.formula, u16(4, 2, 0), f64(42), Buffer.alloc(8)),
    record(TYPE.formula, u16(5, 2, 0), [0, 0, 0, 0, 0, 0, 0xff, 0xff], Buffer.alloc(8)),
    record(TYPE.string, wide('约40家', 2)),
    record(TYPE.bool, u16(6, 2, 0), [42, 1]),
    record(
      TYPE.multipleRk,
      u16(7, 0),
      u16(0),
      u32((7 << 2) | 2),
      u16(0),
      u32((8 << 2) | 2),
      u16(0),
      u32((9 << 2) | 2),
      u16(2),
    ),
    record(TYPE.merged, u16(1, 0, 0, 0, 2)),
  ],
}

describe('readXls', () => {
  it('writes the cells as they are displayed, a title across the table as a line', () => {
    const raw = readXls(workbook([SHEET]), 'a.xls')
    expect(raw.format).toBe('xls')
    expect(raw.lines).toEqual([
      { text: '二〇三〇年主要指标' },
      { text: '指标 |  | 目标', kind: 'table-row' },
      { text: '森林覆盖率 |  | 58.50%', kind: 'table-row' },
      { text: '研发经费占比 |  | 3.2亿元', kind: 'table-row' },
      { text: '力争 完成 |  | 42', kind: 'table-row' },
      { text: ' |  | 约40家', kind: 'table-row' },
      { text: ' |  | #N/A', kind: 'table-row' },
      { text: '7 | 8 | 9', kind: 'table-row' },
    ])
  })

  it('leaves out hidden rows, columns and sheets, and counts them', () => {
    const hidden = [
      ...SHEET.records,
      record(TYPE.row, u16(2, 0, 3, 255, 0, 0, 0x20, 0)),
      record(TYPE.columns, u16(1, 1, 0, 0, 1, 0)),
    ]
    const raw = readXls(
      workbook([
        { ...SHEET, records: hidden },
        { name: '底稿', hidden: true, records: [text(0, 0, 1)] },
      ]),
      'a.xls',
    )
    expect(raw.lines.map((line) => line.text)).not.toContain('森林覆盖率 | 58.50%')
    expect(raw.lines.at(-1)?.text).toBe('7 | 9')
    expect(raw.dropped).toEqual([
      { reason: 'hidden-text', text: '森林覆盖率' },
      { reason: 'hidden-text', text: '58.50%' },
      { reason: 'hidden-text', text: '8' },
      { reason: 'hidden-text', text: '指标' },
    ])
  })

  it('heads several sheets by their names, and reads the sheet and range chosen', () => {
    const bytes = workbook([SHEET, { name: '附表', records: [text(0, 0, 1), text(0, 1, 2)] }])
    expect(
      readXls(bytes, 'a.xls')
        .lines.filter((line) => line.kind === 'heading')
        .map((line) => line.text),
    ).toEqual(['指标', '附表'])
    expect(readXls(bytes, 'a.xls').sheets).toEqual(['指标', '附表'])
    const chosen = readXls(bytes, 'a.xls', { sheet: '指标', range: 'A2:C3' })
    expect(chosen.lines.map((line) => line.text)).toEqual(['指标 | 目标', '森林覆盖率 | 58.50%'])
    expect([...new Set(chosen.dropped.map((piece) => piece.reason))]).toEqual(['outside-range', 'other-sheet'])
    expect(() => readXls(bytes, 'a.xls', { sheet: '没有' })).toThrow(error('bad-request'))
    expect(() => readXls(bytes, 'a.xls', { range: '前三列' })).toThrow(error('bad-request'))
  })

  it('reads a shared string that runs over into the next record, where its width changes', () => {
    const long = '绿色工厂ABCD'
    const whole = sharedStrings([long, '指标'])
    const cut = 4 + 8 + 3 + 4 * 2
    const strings = Buffer.concat([
      record(TYPE.strings, whole.subarray(4, cut)),
      record(TYPE.continue, [0], Buffer.from('ABCD', 'latin1'), whole.subarray(cut + 8)),
    ])
    const sheet = { name: '表', records: [text(0, 0, 0), text(0, 1, 1)] }
    expect(readXls(workbook([sheet], [...GLOBALS.slice(0, 4), strings]), 'a.xls').lines[0]?.text).toBe(`${long} | 指标`)
  })

  it('refuses a password, older versions, empty books and damage, each with its reason', () => {
    expect(() => readXls(workbook([SHEET], [record(TYPE.filePass, u16(1, 1, 1))]), 'a.xls')).toThrow(
      error('file-encrypted'),
    )
    const old = makeCompoundFile({ Book: record(TYPE.begin, u16(0x0400, 5)) })
    expect(() => readXls(old, 'a.xls')).toThrow(error('file-unsupported'))
    expect(() => readXls(workbook([]), 'a.xls')).toThrow(error('file-empty'))
    expect(() => readXls(makeCompoundFile({ Workbook: new Uint8Array(10) }), 'a.xls')).toThrow(error('file-damaged'))
  })

  it('is told from other compound files by its stream, encrypted ones by theirs', () => {
    expect(readOle(workbook([SHEET]), 'a.xls', 'xls').format).toBe('xls')
    expect(() => readOle(makeCompoundFile({ EncryptedPackage: new Uint8Array(9) }), 'a.xlsx', 'xlsx')).toThrow(
      error('file-encrypted'),
    )
    expect(() => readOle(makeCompoundFile({ 'PowerPoint Document': new Uint8Array(9) }), 'a.ppt', 'ppt')).toThrow(
      error('file-unsupported'),
    )
  })
})
