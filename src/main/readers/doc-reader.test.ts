import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readDoc } from './doc-reader.ts'
import { readDocx } from './docx-reader.ts'
import { openCompoundFile } from './ole/compound-file.ts'
import { readOle } from './read-ole.ts'

const fixture = (name: string) => readFileSync(join(import.meta.dirname, 'fixtures', name))
const error = (code: string) => expect.objectContaining({ code })

/** The bytes of the fixture with some of them changed, at an offset inside the WordDocument stream. */
function patched(offset: number, bytes: readonly number[]): Uint8Array {
  const file = Buffer.from(fixture('work-plan.doc'))
  const start = file.indexOf(Buffer.from([0xec, 0xa5]))
  file.set(bytes, start + offset)
  return file
}

describe('readDoc', () => {
  it('reads paragraphs, generated numbers, notes, boxes and tables in reading order', () => {
    const raw = readDoc(fixture('work-plan.doc'), 'work-plan.doc')
    expect(raw.structured).toBe(true)
    expect(raw.lines.filter((line) => line.text !== '')).toEqual([
      { text: '清川市重点工作安排' },
      { text: '一、总体要求' },
      { text: '全市各级各部门要统一思想。' },
      { text: '二、重点任务' },
      { text: '（一）做强产业' },
      { text: '（二）扩大投资' },
      { text: '1.新开工项目30个' },
      { text: '2.竣工项目20个' },
      { text: '三、保障措施' },
      { text: '到2029年，研发经费占比达到3%以上。' },
      { text: '注1：按现行统计口径计算。', kind: 'note' },
      { text: '森林覆盖率稳定在58%。' },
      { text: '注2：以省林业局数据为准。', kind: 'note' },
      { text: '文本框所在的段落。' },
      { text: '专栏一 产业项目' },
      { text: '链主企业引育' },
      { text: '批注所在段落。第一行' },
      { text: '第二行\t制表' },
      { text: '甲 | 乙 |', kind: 'table-row' },
      { text: '丙 | 丁 | 戊', kind: 'table-row' },
      { text: ' | 己 | 庚', kind: 'table-row' },
      { text: '见链接文字，1页。' },
      { text: '修订：新增的话结束。' },
    ])
  })

  it('counts what it leaves out, with its reason', () => {
    expect(readDoc(fixture('work-plan.doc'), 'work-plan.doc').dropped).toEqual([
      { reason: 'hidden-text', text: '隐藏内容' },
      { reason: 'deleted-revision', text: '删去的话' },
      { reason: 'header-footer', text: '清川市规划文本汇编' },
      { reason: 'header-footer', text: '— 1 —' },
      { reason: 'comment', text: '请核对口径' },
    ])
  })

  it('reads the same as .docx', () => {
    const [doc, docx] = [readDoc(fixture('work-plan.doc'), 'a.doc'), readDocx(fixture('work-plan.docx'), 'a.docx')]
    expect(doc.lines.filter((line) => line.text !== '')).toEqual(docx.lines.filter((line) => line.text !== ''))
    expect(doc.dropped).toEqual(docx.dropped)
  })

  it('hands over the text before tracked changes, with who made them when', () => {
    const { revisions } = readDoc(fixture('work-plan.doc'), 'a.doc')
    expect(revisions).toMatchObject({
      insertions: 1,
      deletions: 1,
      authors: ['甲'],
      from: '2029-01-01T00:00:00',
      to: '2029-01-01T00:00:00',
    })
    expect(revisions?.before.at(-1)?.text).toBe('修订：删去的话结束。')
    expect(revisions?.before.filter((line) => line.text !== '')).toEqual(
      readDocx(fixture('work-plan.docx'), 'a.docx').revisions?.before.filter((line) => line.text !== ''),
    )
  })

  it('refuses a password and the format of Word 95, each with its reason', () => {
    expect(() => readDoc(patched(11, [0x13]), 'a.doc')).toThrow(error('file-encrypted'))
    expect(() => readDoc(patched(2, [0x65, 0x00]), 'a.doc')).toThrow(error('file-unsupported'))
  })

  it('refuses a file that breaks off', () => {
    const bytes = fixture('work-plan.doc')
    for (const length of [100, 600, 5000, bytes.length / 2]) {
      expect(() => readDoc(bytes.subarray(0, length), 'a.doc')).toThrow(error('file-damaged'))
    }
  })
})

describe('readOle', () => {
  it('tells Word from WPS by the extension', () => {
    expect(readOle(fixture('work-plan.doc'), 'a.wps', 'wps').format).toBe('wps')
    expect(readOle(fixture('work-plan.doc'), 'a.doc', 'doc').format).toBe('doc')
  })

  it('finds the streams of the root only, and survives a directory in a circle', () => {
    const bytes = Buffer.from(fixture('work-plan.doc'))
    expect(openCompoundFile(bytes).names).toContain('WordDocument')
    const directory = (bytes.readUInt32LE(48) + 1) * 512
    // Each entry points to itself as its left and right neighbour.
    for (let entry = 0; entry < 4; entry += 1) {
      bytes.writeUInt32LE(entry, directory + entry * 128 + 68)
      bytes.writeUInt32LE(entry, directory + entry * 128 + 72)
    }
    expect(openCompoundFile(bytes).names.length).toBeLessThan(4)
  })

  it('ends at once on a file whose sectors run in a circle', () => {
    const bytes = Buffer.from(fixture('work-plan.doc'))
    const table = (bytes.readUInt32LE(76) + 1) * 512
    for (let sector = 0; sector < 128; sector += 1) bytes.writeUInt32LE(0, table + sector * 4)
    expect(() => readOle(bytes, 'a.doc', 'doc')).toThrow(expect.objectContaining({ name: 'DuigaoError' }))
  })
})
