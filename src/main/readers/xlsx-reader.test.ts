import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readXlsx } from './xlsx-reader.ts'

const error = (code: string) => expect.objectContaining({ code })
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'

function makeXlsx(
  sheets: readonly { name: string; xml: string; state?: string }[],
  parts: Readonly<Record<string, string>> = {},
): Uint8Array {
  const files: Record<string, string> = {
    'xl/workbook.xml': `<workbook ${MAIN} xmlns:r="r"><sheets>${sheets.map(({ name, state }, i) => `<sheet name="${name}" sheetId="${i + 1}" ${state === undefined ? '' : `state="${state}"`} r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${sheets.map((_, i) => `<Relationship Id="rId${i + 1}" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}</Relationships>`,
    'xl/sharedStrings.xml': `<sst ${MAIN}><si><t>指标</t></si><si><r><t>森林</t></r><r><rPr/><t>覆盖率</t></r><rPh sb="0" eb="2"><t>senlin</t></rPh></si></sst>`,
    'xl/styles.xml': `<styleSheet ${MAIN}><numFmts><numFmt numFmtId="176" formatCode="0.0&quot;万亩&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="176"/><xf numFmtId="31"/></cellXfs></styleSheet>`,
    ...parts,
  }
  sheets.forEach(({ xml }, i) => {
    files[`xl/worksheets/sheet${i + 1}.xml`] = `<worksheet ${MAIN}>${xml}</worksheet>`
  })
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(xml)])))
}

const DATA =
  '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>主要指标表</t></is></c></row>' +
  '<row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="str"><f>X</f><v>2030年</v></c><c r="C3"/></row>' +
  '<row r="4"><c r="A4" t="s"><v>1</v></c><c r="B4" s="1"><v>0.58</v></c></row>' +
  '<row r="5"><c t="inlineStr"><is><t>造林|面积</t></is></c><c s="2"><v>12.04</v></c></row>' +
  '<row r="6"><c r="A6" t="b"><v>1</v></c><c r="B6" s="3"><v>47484</v></c></row></sheetData>' +
  '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>'

describe('readXlsx', () => {
  it('writes the cells as they are displayed', () => {
    const raw = readXlsx(makeXlsx([{ name: 'Sheet1', xml: DATA }]), 'a.xlsx')
    expect(raw.structured).toBe(true)
    expect(raw.lines).toEqual([
      { text: '主要指标表' },
      { text: '指标 | 2030年', kind: 'table-row' },
      { text: '森林覆盖率 | 58%', kind: 'table-row' },
      { text: '造林\\|面积 | 12.0万亩', kind: 'table-row' },
      { text: 'TRUE | 2030年1月1日', kind: 'table-row' },
    ])
  })

  it('counts hidden cells, remarks and running heads as dropped', () => {
    const xml =
      '<cols><col min="2" max="2" hidden="1"/></cols>' +
      `${DATA.replace('<row r="6">', '<row r="6" hidden="1">')}<headerFooter><oddFooter>第 &amp;P 页</oddFooter></headerFooter>`
    const parts = {
      'xl/worksheets/_rels/sheet1.xml.rels':
        '<Relationships><Relationship Id="r" Target="../comments1.xml"/></Relationships>',
      'xl/comments1.xml':
        '<comments><commentList><comment ref="A1"><text><r><t>核对</t></r></text></comment></commentList></comments>',
    }
    const raw = readXlsx(makeXlsx([{ name: 'a', xml }], parts), 'a.xlsx')
    expect(raw.lines.map((line) => line.text)).toEqual(['主要指标表', '指标', '森林覆盖率', '造林|面积'])
    expect(raw.dropped).toContainEqual({ reason: 'comment', text: '核对' })
    expect(raw.dropped).toContainEqual({ reason: 'header-footer', text: '第 &P 页' })
    expect(raw.dropped.filter((piece) => piece.reason === 'hidden-text').map((piece) => piece.text)).toEqual([
      '2030年',
      '58%',
      '12.0万亩',
      'TRUE',
      '2030年1月1日',
    ])
  })

  it('leaves hidden sheets out and names those there are', () => {
    const sheet = (text: string) => `<sheetData><row><c t="inlineStr"><is><t>${text}</t></is></c></row></sheetData>`
    const raw = readXlsx(
      makeXlsx([
        { name: '甲', xml: sheet('一') },
        { name: '乙', xml: sheet('二'), state: 'veryHidden' },
        { name: '丙', xml: sheet('三') },
      ]),
      'a.xlsx',
    )
    expect(raw.lines.map((line) => line.text)).toEqual(['甲', '一', '丙', '三'])
    expect(raw.dropped).toEqual([{ reason: 'hidden-text', text: '二' }])
    expect(raw.sheets).toEqual(['甲', '乙', '丙'])
  })

  it('refuses empty books, broken XML, entities and bombs', () => {
    expect(() => readXlsx(makeXlsx([{ name: 'a', xml: '' }]), 'a.xlsx')).toThrow(error('file-empty'))
    expect(() => readXlsx(makeXlsx([{ name: 'a', xml: '<sheetData>' }]), 'a.xlsx')).toThrow(error('file-damaged'))
    expect(() => readXlsx(zipSync({ 'a.txt': strToU8('a') }), 'a.xlsx')).toThrow(error('file-damaged'))
    const entity = { 'xl/sharedStrings.xml': '<!DOCTYPE sst [<!ENTITY a "b">]><sst>&a;</sst>' }
    expect(() => readXlsx(makeXlsx([{ name: 'a', xml: DATA }], entity), 'a.xlsx')).toThrow(error('file-damaged'))
    const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(40 * 1024 * 1024) })
    expect(() => readXlsx(bomb, 'a.xlsx')).toThrow(error('file-damaged'))
  })

  it('reads parts inside the package only', () => {
    const outside = {
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="rId1" Target="http://example.invalid/a.xml" TargetMode="External"/></Relationships>',
    }
    expect(() => readXlsx(makeXlsx([{ name: 'a', xml: DATA }], outside), 'a.xlsx')).toThrow(error('file-empty'))
  })
})
