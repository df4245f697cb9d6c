import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { joinCells } from '../../../shared/text/table-row.ts'
import { readDocx } from '../docx-reader.ts'
import { type DocxSource, item, level, makeDocx, p } from './make-docx.test-helper.ts'

const read = (source: DocxSource) => readDocx(makeDocx(source), '方案.docx')
const after = (source: DocxSource) => read(source).lines.map((line) => line.text)
const before = (source: DocxSource) => read(source).revisions?.before.map((line) => line.text)

const BY = 'w:author="甲" w:date="2026-03-01T09:00:00Z"'
const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
const ins = (text: string, by = BY) => `<w:ins ${by}>${run(text)}</w:ins>`
const del = (text: string, by = BY) => `<w:del ${by}><w:r><w:delText>${text}</w:delText></w:r></w:del>`
const par = (content: string, mark = '') => `<w:p><w:pPr><w:rPr>${mark}</w:rPr></w:pPr>${content}</w:p>`
const cell = (content: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`
const row = (cells: string, properties = '') => `<w:tr><w:trPr>${properties}</w:trPr>${cells}</w:tr>`

describe('the text before tracked changes', () => {
  it('has what was deleted and lacks what was inserted', () => {
    const body = par(`${run('增长')}${del('6%')}${ins('6.5%')}${run('左右。')}`)
    expect(after({ body })).toEqual(['增长6.5%左右。'])
    expect(before({ body })).toEqual(['增长6%左右。'])
  })

  it('has moved text at its old place', () => {
    const body = [
      par(`<w:moveFrom ${BY}>${run('建设水库。')}</w:moveFrom>${run('修路。')}`),
      par(`${run('植树。')}<w:moveTo ${BY}>${run('建设水库。')}</w:moveTo>`),
    ].join('')
    expect(after({ body })).toEqual(['修路。', '植树。建设水库。'])
    expect(before({ body })).toEqual(['建设水库。修路。', '植树。'])
    expect(read({ body }).revisions).toMatchObject({ insertions: 0, deletions: 0, moves: 1 })
  })

  it('splits where a paragraph mark was deleted and joins where one was inserted', () => {
    const joined = par(run('前半'), `<w:del ${BY}/>`) + par(run('后半'))
    expect([after({ body: joined }), before({ body: joined })]).toEqual([['前半后半'], ['前半', '后半']])
    const split = par(run('前半'), `<w:ins ${BY}/>`) + par(run('后半'))
    expect([after({ body: split }), before({ body: split })]).toEqual([['前半', '后半'], ['前半后半']])
  })

  it('lacks text and marks that were inserted by one and deleted by another', () => {
    const body = par(`${run('甲')}<w:ins ${BY}>${del('乙')}</w:ins>`, `<w:ins ${BY}/><w:del ${BY}/>`) + par(run('丙'))
    expect([after({ body }), before({ body })]).toEqual([['甲丙'], ['甲丙']])
  })

  it('keeps text before a table apart although its mark is gone', () => {
    const body = `${par(run('如下：'), `<w:del ${BY}/>`)}<w:tbl>${row(cell(p('一')) + cell(p('二')))}</w:tbl>`
    expect(after({ body })).toEqual(['如下：', '一 | 二'])
  })

  it('has the rows and cells as they were', () => {
    const body = `<w:tbl>${[
      row(cell(p('指标')) + cell(p('目标'))),
      row(cell(p('产值')) + cell(p('800')), `<w:del ${BY}/>`),
      row(cell(p('人口')) + cell(p('30')), `<w:ins ${BY}/>`),
      row(cell(p('能耗')) + cell(p('降'), `<w:cellIns ${BY}/>`) + cell(p('减'), `<w:cellDel ${BY}/>`)),
    ].join('')}</w:tbl>`
    expect(after({ body })).toEqual(['指标 | 目标', '人口 | 30', '能耗 | 降'])
    expect(before({ body })).toEqual(['指标 | 目标', '产值 | 800', '能耗 | 减'])
  })

  it('counts the numbers of lists without what was inserted, and has the numbering from before', () => {
    const numbering = `<w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '%1.')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`
    const number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    const body = [
      item('甲', 1),
      `<w:p><w:pPr>${number}<w:rPr><w:ins ${BY}/></w:rPr></w:pPr>${ins('乙')}</w:p>`,
      p('丙', `${number}<w:pPrChange ${BY}><w:pPr/></w:pPrChange>`),
      item('丁', 1),
    ].join('')
    expect(after({ body, numbering })).toEqual(['1.甲', '2.乙', '3.丙', '4.丁'])
    expect(before({ body, numbering })).toEqual(['1.甲', '丙', '2.丁'])
  })

  it('reaches into links, fields, content controls, boxes and notes', () => {
    const change = `${del('旧')}${ins('新')}`
    const body = [
      par(`<w:hyperlink>${change}</w:hyperlink>`),
      par(`<w:fldSimple w:instr=" REF a ">${change}</w:fldSimple>`),
      par(`<w:sdt><w:sdtContent>${change}</w:sdtContent></w:sdt>`),
      par(`<w:r><w:pict><w:txbxContent>${par(change)}</w:txbxContent></w:pict></w:r>`),
      par(`${run('文')}<w:r><w:footnoteReference w:id="2"/></w:r>`),
    ].join('')
    const footnotes = `<w:footnote w:id="2">${par(change)}</w:footnote>`
    expect(after({ body, footnotes })).toEqual(['新', '新', '新', '', '新', '文', '注1：新'])
    expect(before({ body, footnotes })).toEqual(['旧', '旧', '旧', '', '旧', '文', '注1：旧'])
  })

  it('is not there when there are no changes', () => {
    expect(read({ body: p('正文') }).revisions).toBeUndefined()
  })
})

describe('the count of tracked changes', () => {
  it('takes neighbouring pieces of one author for one', () => {
    const body = [
      par(ins('一') + ins('二'), `<w:ins ${BY}/>`),
      par(ins('三') + run('原文') + ins('四') + ins('五', 'w:author="乙" w:date="2026-03-05T10:00:00Z"')),
      par(del('六') + ins('七') + del('八')),
    ].join('')
    expect(read({ body }).revisions).toMatchObject({
      insertions: 4,
      deletions: 2,
      moves: 0,
      authors: ['甲', '乙'],
      from: '2026-03-01T09:00:00Z',
      to: '2026-03-05T10:00:00Z',
    })
  })

  it('takes rows that were inserted together for one', () => {
    const added = row(cell(p('产值')) + cell(p('800')), `<w:ins ${BY}/>`)
    const body = `<w:tbl>${row(cell(p('指标')) + cell(p('目标')))}${added}${added}</w:tbl>`
    expect(read({ body }).revisions).toMatchObject({ insertions: 1, deletions: 0 })
  })
})

const STATUSES = ['kept', 'kept', 'ins', 'del', 'moveFrom', 'moveTo', 'insdel'] as const
type Status = (typeof STATUSES)[number]

const status = fc.constantFrom(...STATUSES)
const words = fc.constantFrom('到2030年', '森林覆盖率', '58%', '达到', '，', '。', '力争', '𠮷安', '&amp;')
const wrapper = fc.constantFrom('', 'hyperlink', 'smartTag', 'sdt', 'fldSimple')
const piece = fc.record({ text: words, status, wrapper })
const paragraph = fc.record({ pieces: fc.array(piece, { maxLength: 6 }), mark: status })
type Paragraph = typeof paragraph extends fc.Arbitrary<infer P> ? P : never
/** The last mark of a cell or body is never a tracked one. */
const story = fc
  .array(paragraph, { minLength: 1, maxLength: 5 })
  .map((all) => [...all.slice(0, -1), { ...all[all.length - 1], mark: 'kept' } as Paragraph])
const tableRow = fc.record({ cells: fc.tuple(story, story), status: fc.constantFrom<Status>('kept', 'ins', 'del') })
const block = fc.oneof(
  story,
  fc.array(tableRow, { minLength: 1, maxLength: 3 }).map((rows) => ({ rows })),
)

const SURVIVES = { accepted: ['kept', 'ins', 'moveTo'], rejected: ['kept', 'del', 'moveFrom'] } as const
type View = keyof typeof SURVIVES
const survives = (status: Status, view: View) => (SURVIVES[view] as readonly string[]).includes(status)
const plain = (text: string) => text.replaceAll('&amp;', '&')

/** What a story reads like in a view: the surviving pieces, cut at the surviving marks. */
function storyText(paragraphs: readonly Paragraph[], view: View): string[] {
  const lines: string[] = []
  let line = ''
  for (const { pieces, mark } of paragraphs) {
    line += pieces.map((one) => (survives(one.status, view) ? plain(one.text) : '')).join('')
    if (!survives(mark, view)) continue
    lines.push(line)
    line = ''
  }
  return lines
}

const marked = (status: Status) =>
  status === 'kept' ? '' : status === 'insdel' ? `<w:ins ${BY}/><w:del ${BY}/>` : `<w:${status} ${BY}/>`

function pieceXml({ text, status, wrapper }: { text: string; status: Status; wrapper: string }): string {
  const inner = status === 'insdel' ? `<w:ins ${BY}>${del(text)}</w:ins>` : runXml(text, status)
  if (wrapper === '') return inner
  if (wrapper === 'sdt') return `<w:sdt><w:sdtPr/><w:sdtContent>${inner}</w:sdtContent></w:sdt>`
  return `<w:${wrapper}>${inner}</w:${wrapper}>`
}

function runXml(text: string, status: Status): string {
  if (status === 'kept') return run(text)
  return status === 'del' ? del(text) : `<w:${status} ${BY}>${run(text)}</w:${status}>`
}

const storyXml = (paragraphs: readonly Paragraph[]) =>
  paragraphs.map(({ pieces, mark }) => par(pieces.map(pieceXml).join(''), marked(mark))).join('')

type Block = typeof block extends fc.Arbitrary<infer B> ? B : never

const blockXml = (one: Block) =>
  'rows' in one
    ? `<w:tbl>${one.rows.map(({ cells, status }) => row(cells.map((c) => cell(storyXml(c))).join(''), marked(status))).join('')}</w:tbl>`
    : storyXml(one)

function blockText(one: Block, view: View): string[] {
  if (!('rows' in one)) return storyText(one, view)
  return one.rows
    .filter(({ status }) => survives(status, view))
    .map(({ cells }) =>
      joinCells(
        cells.map((c) =>
          storyText(c, view)
            .filter((line) => line.trim() !== '')
            .join('\n'),
        ),
      ),
    )
    .filter((line) => /[^ |]/.test(line))
}

describe('any document with tracked changes', () => {
  it('reads as accepted and as rejected', () => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 5 }), (blocks) => {
        const raw = read({ body: `${blocks.map(blockXml).join('')}${p('完。')}` })
        const truth = (view: View) => [...blocks.flatMap((one) => blockText(one, view)), '完。']
        expect(raw.lines.map((line) => line.text)).toEqual(truth('accepted'))
        const found = raw.revisions?.before ?? raw.lines
        expect(found.map((line) => line.text)).toEqual(truth('rejected'))
      }),
      { numRuns: 300, seed: 2026 },
    )
  })
})
