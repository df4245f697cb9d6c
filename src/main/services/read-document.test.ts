import { describe, expect, it } from 'vitest'
import { REPORT, setInLines } from '../../shared/text/raw-text.test-helper.ts'
import { item, level, makeDocx, p } from '../readers/docx/make-docx.test-helper.ts'
import { readDocument } from './read-document.ts'

describe('readDocument', () => {
  it('reads a text file into blocks, facts and its log', async () => {
    const text = ['云溪市2025年政府工作报告', '2025年1月16日', '各位代表：', ...setInLines(REPORT, 28, '　　')].join(
      '\r\n',
    )
    const bytes = Buffer.from(text)
    const document = await readDocument(bytes, '报告.txt')
    expect(document.source).toEqual({
      file: '报告.txt',
      format: 'txt',
      bytes: bytes.length,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    })
    expect(document.title).toBe('云溪市2025年政府工作报告')
    expect(document.text.split('\n').slice(3)).toEqual(REPORT)
    expect(document.blocks.map((block) => document.text.slice(block.start, block.end)).join('\n')).toBe(document.text)
    expect(document.facts).toMatchObject({ kind: 'government-report', period: { from: 2025, to: 2025 } })
    expect(document.log.accounted).toBe(true)
    expect(document.rawLines).toEqual(text.split('\r\n'))
  })

  it('gives the same text from Word as from plain text', async () => {
    const numbering = `<w:abstractNum w:abstractNumId="0">${level(0, 'chineseCounting', '%1、')}${level(1, 'chineseCounting', '（%2）')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`
    const body = REPORT.map((line) => {
      const list = /^(?:[一二]、|（[一二]）)/.exec(line)?.[0]
      return list === undefined ? p(line) : item(line.slice(list.length), 1, list.startsWith('（') ? 1 : 0)
    }).join('')
    const word = await readDocument(makeDocx({ body, numbering }), '报告.docx')
    const text = await readDocument(Buffer.from(REPORT.join('\n')), '报告.txt')
    expect(word.text).toBe(text.text)
    expect(word.blocks).toEqual(text.blocks)
  })

  it('leaves out the steps that are switched off', async () => {
    const lines = setInLines(REPORT, 28, '　　').map((line) => line.trim())
    const document = await readDocument(Buffer.from(lines.join('\n')), '报告.txt', { disabled: ['joined-lines'] })
    expect(document.text.split('\n')).toEqual(lines)
  })
})
