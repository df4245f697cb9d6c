import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { exportInput } from './comparison.test-helper.ts'
import { writeExport } from './write-export.ts'

function documentXml(bytes: Uint8Array): string {
  const part = unzipSync(bytes)['word/document.xml']
  if (!part) throw new Error('no word/document.xml')
  return strFromU8(part)
}

describe('writeExport', () => {
  it('writes a Word table of four explicit columns with a repeated head row', async () => {
    const { name, bytes } = await writeExport(exportInput({ kind: 'docx-table' }))
    const xml = documentXml(bytes)
    expect(name).toBe('征求 意见稿-修改对照表.docx')
    expect(xml.match(/<w:gridCol w:w="\d+"\/>/g)).toHaveLength(4)
    expect(xml).toContain('<w:tblHeader/>')
    expect(xml.indexOf('序号')).toBeLessThan(xml.indexOf('修改说明'))
  })

  it('strikes what was deleted and underlines what was inserted', async () => {
    const xml = documentXml((await writeExport(exportInput({ kind: 'docx-table' }))).bytes)
    const runs = [...xml.matchAll(/<w:r>(.*?)<\/w:r>/g)].map((match) => match[1] ?? '')
    expect(runs.some((run) => run.includes('<w:strike/>') && run.includes('3.2'))).toBe(true)
    expect(runs.some((run) => run.includes('<w:u w:val="single"/>') && run.includes('以上'))).toBe(true)
  })

  it('writes one page without script or outside resource, with text escaped', async () => {
    const { bytes } = await writeExport(exportInput({ kind: 'html' }))
    const html = new TextDecoder().decode(bytes)
    expect(html).not.toMatch(/<script|<link|<img|https?:\/\//)
    expect(html).toContain('&lt;试点&gt;&amp;交易')
    expect(html).toMatch(/<del>3\.2%?<\/del>/)
  })

  it('lists what was found in the draft, and beside the baseline with the words there', async () => {
    const plan = (from: number) => `云溪市国民经济和社会发展五年规划纲要\n（${from}—${from + 4}年）\n一、主要目标\n`
    const left = `${plan(2021)}到2025年，研发经费投入强度达到3.2%。\n到2025年，货物进出口总额突破160亿元。`
    const right = `${plan(2026)}到2030年，研发经费投入强度达到3.5%。\n到2030年，研发经费投入强度达到3.6%。`
    const { bytes } = await writeExport(exportInput({ kind: 'html' }, left, right))
    const html = new TextDecoder().decode(bytes)
    expect(html).toMatch(/<h2>本稿检查发现 1 条<\/h2>.*前后不一致/)
    expect(html).toMatch(/<h2>对照底本检查发现 1 条<\/h2>.*底本：<q>[^<]*货物进出口总额/)
  })

  it('writes JSON that a program reads back', async () => {
    const input = exportInput({ kind: 'json' })
    const json = JSON.parse(new TextDecoder().decode((await writeExport(input)).bytes))
    expect(json.schema).toBe(1)
    expect(json.rows).toHaveLength(input.comparison.rows.length)
    expect(json.right.text).toBe(input.comparison.right.text)
  })
})
