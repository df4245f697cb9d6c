import { describe, expect, it } from 'vitest'
import { readDocx } from '../docx-reader.ts'
import { type DocxSource, makeDocx, p } from './make-docx.test-helper.ts'

const read = (source: DocxSource) => readDocx(makeDocx(source), '方案.docx')
const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
const start = (id: number) => `<w:commentRangeStart w:id="${id}"/>`
const end = (id: number) => `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`
const remark = (id: number, text: string, paragraph = `A${id}`) =>
  `<w:comment w:id="${id}" w:author="李科" w:date="2026-03-02T08:30:00Z"><w:p w:paraId="${paragraph}"><w:r><w:t>${text}</w:t></w:r></w:p></w:comment>`
const par = (content: string) => `<w:p>${content}</w:p>`

describe('remarks of a Word document', () => {
  it('are handed over with author, date, words and place, and counted as left out', () => {
    const raw = read({
      body: p('标题') + par(`${run('产值')}${start(1)}${run('达到')}${run('850亿元')}${end(1)}${run('以上。')}`),
      comments: remark(1, '请核实'),
    })
    expect(raw.comments).toEqual([
      {
        id: '1',
        author: '李科',
        date: '2026-03-02T08:30:00Z',
        text: '请核实',
        replyTo: null,
        line: 1,
        quote: '达到850亿元',
        from: 2,
        to: 9,
      },
    ])
    expect(raw.lines[1]?.text).toBe('产值达到850亿元以上。')
    expect(raw.dropped).toEqual([{ reason: 'comment', text: '请核实' }])
  })

  it('keep their threads and whether they are settled', () => {
    const raw = read({
      body: par(`${start(1)}${start(2)}${run('达到')}${end(1)}${end(2)}${run('目标。')}`) + par(run('无范围') + end(3)),
      comments: remark(1, '多少？') + remark(2, '六成。') + remark(3, '整段重写'),
      commentsExtended:
        '<w:commentEx w:paraId="A1" w:done="1"/><w:commentEx w:paraId="A2" w:paraIdParent="A1" w:done="1"/>',
    })
    const short = raw.comments?.map(({ id, replyTo, resolved, quote, line }) => ({
      id,
      replyTo,
      resolved,
      quote,
      line,
    }))
    expect(short).toEqual([
      { id: '1', replyTo: null, resolved: true, quote: '达到', line: 0 },
      { id: '2', replyTo: '1', resolved: true, quote: '达到', line: 0 },
      { id: '3', replyTo: null, resolved: undefined, quote: '', line: 1 },
    ])
  })

  it('stand where their words are in cells, behind list numbers and after escapes', () => {
    const cell = (content: string) => `<w:tc>${content}</w:tc>`
    const body = `<w:tbl><w:tr>${cell(p('甲|乙'))}${cell(par(`${run(' 增长')}${start(1)}${run(' 6% ')}${end(1)}`))}</w:tr></w:tbl>`
    const raw = read({ body, comments: remark(1, '口径？') })
    expect(raw.lines[0]?.text).toBe('甲\\|乙 | 增长 6%')
    expect(raw.comments?.[0]).toMatchObject({ line: 0, quote: '6%', from: 10, to: 12 })
  })

  it('on several paragraphs quote the first of them that has words', () => {
    const body = `${p('前文')}${start(1)}${par('')}${p('第一段话。')}${par(`${run('第二段')}${end(1)}${run('话。')}`)}`
    expect(read({ body, comments: remark(1, '合并') }).comments?.[0]).toMatchObject({ line: 2, quote: '第一段话。' })
  })

  it('on deleted words have an empty quote in their paragraph, on inserted words the words', () => {
    const body = [
      par(`${run('保留')}${start(1)}<w:del><w:r><w:delText>删去</w:delText></w:r></w:del>${end(1)}`),
      par(`${run('原')}<w:ins>${start(2)}${run('新增')}${end(2)}</w:ins>`),
    ].join('')
    expect(
      read({ body, comments: remark(1, '为何') + remark(2, '依据') }).comments?.map(({ line, quote, from }) => [
        line,
        quote,
        from,
      ]),
    ).toEqual([
      [0, '', 2],
      [1, '新增', 1],
    ])
  })

  it('never change the text, wherever they stand', () => {
    const content = (with1: boolean) => {
      const [s, e] = with1 ? [start(1), end(1)] : ['', '']
      return [
        par(`${s}${run('  前 ')}<w:r><w:br/></w:r>${e}${run(' 后 ')}`),
        `<w:tbl><w:tr><w:tc>${par(run(' 一 '))}</w:tc><w:tc>${par(run(' 二'))}</w:tc></w:tr></w:tbl>`,
      ].join('')
    }
    expect(read({ body: content(true), comments: remark(1, '注') }).lines).toEqual(read({ body: content(false) }).lines)
  })

  it('that the text does not refer to belong to the first line; empty ones are left out', () => {
    const raw = read({ body: p('正文'), comments: remark(7, '散落的话') + remark(8, '') })
    expect(raw.comments).toEqual([expect.objectContaining({ id: '7', line: 0, quote: '' })])
  })

  it('are not mixed up with characters of the text that look like marks', () => {
    const raw = read({ body: par(`${start(1)}${run('甲\ufdd0\ufdd3乙')}${end(1)}`), comments: remark(1, '注') })
    expect(raw.lines[0]?.text).toBe('甲\ufffd\ufffd乙')
    expect(raw.comments?.[0]?.quote).toBe('甲\ufffd\ufffd乙')
  })
})
