import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { DuigaoError } from '../../shared/contract/errors.ts'
import { unpackArchive } from './archive.ts'
import { makeZip } from './zip/make-zip.test-helper.ts'

/** “初稿/第一章.txt” in GB18030, as Windows writes the names of a zip file. */
const GB_NAME = Buffer.from('b3f5b8e52fb5dad2bbd5c22e747874', 'hex')

const names = (bytes: Uint8Array) => unpackArchive(bytes, '批次.zip').files.map((file) => file.name)
const skipped = (bytes: Uint8Array) =>
  unpackArchive(bytes, '批次.zip').skipped.map(({ name, reason }) => `${reason} ${name}`)
const codeOf = (run: () => unknown) => {
  try {
    run()
  } catch (error) {
    return error instanceof DuigaoError ? error.code : error
  }
  return 'no error'
}

describe('unpackArchive', () => {
  it('hands over the documents with their folders and bytes', () => {
    const { files, skipped } = unpackArchive(
      zipSync({ '初稿/甲.txt': strToU8('第一稿'), '乙.md': strToU8('要点') }),
      '批次.zip',
    )
    expect(files.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()])).toEqual([
      ['初稿/甲.txt', '第一稿'],
      ['乙.md', '要点'],
    ])
    expect(skipped).toEqual([])
  })

  it('reads names in the code page of a Chinese Windows', () => {
    expect(names(makeZip([{ name: GB_NAME, content: '文' }]))).toEqual(['初稿/第一章.txt'])
  })

  it('reads UTF-8 names that are not flagged, as macOS packs them, and composes their marks', () => {
    expect(names(makeZip([{ name: '规划/草案.txt', content: '文' }]))).toEqual(['规划/草案.txt'])
    expect(names(makeZip([{ name: 'cafe\u0301.txt', content: '文', utf8: true }]))).toEqual(['caf\u00e9.txt'])
  })

  it('does not take two Chinese bytes that happen to be UTF-8 for letters', () => {
    const name = Buffer.concat([Buffer.from('cea2', 'hex'), Buffer.from('.txt')])
    expect(names(makeZip([{ name, content: '文' }]))).toEqual(['微.txt'])
  })

  it('prefers the Unicode name beside an old one', () => {
    const text = Buffer.from('方案.txt')
    const extra = Buffer.concat([Buffer.from([0x75, 0x70, text.length + 5, 0, 1, 0, 0, 0, 0]), text])
    expect(names(makeZip([{ name: Buffer.from([0x3f, 0x3f]), content: '文', extra }]))).toEqual(['方案.txt'])
  })

  it('leaves out what systems and editors leave behind, and what no reader reads', () => {
    const content = 'x'
    const bytes = makeZip(
      ['__MACOSX/._a.txt', 'a/.DS_Store', 'a/Thumbs.db', 'a/~$案.docx', '._b.txt', '图.jpg', '文.txt'].map((name) => ({
        name,
        content,
      })),
    )
    expect(skipped(bytes)).toEqual([
      'system-file __MACOSX/._a.txt',
      'system-file a/.DS_Store',
      'system-file a/Thumbs.db',
      'system-file a/~$案.docx',
      'system-file ._b.txt',
      'unsupported 图.jpg',
    ])
    expect(names(bytes)).toEqual(['文.txt'])
  })

  it('leaves out what needs a password, is empty, or is not what was packed', () => {
    const bytes = makeZip([
      { name: 'a.txt', content: '密', encrypted: true },
      { name: 'b.txt', content: '' },
      { name: 'c.txt', content: '真', checksum: 1 },
      { name: 'd.txt', content: '真真真', unpackedSize: 4 },
      { name: '好.txt', content: '好' },
    ])
    expect(skipped(bytes)).toEqual(['encrypted a.txt', 'empty b.txt', 'damaged c.txt', 'damaged d.txt'])
    expect(names(bytes)).toEqual(['好.txt'])
  })

  it('leaves out paths that lead out of the archive, and links', () => {
    const content = 'x'
    const bytes = makeZip([
      { name: '../a.txt', content },
      { name: 'a/../../b.txt', content },
      { name: '/etc/c.txt', content },
      { name: 'C:\\d.txt', content },
      { name: 'e\u0000.txt', content },
      { name: 'f.txt', content, link: true },
      { name: './g\\h.txt', content },
    ])
    expect(skipped(bytes)).toHaveLength(6)
    expect(skipped(bytes).every((line) => line.startsWith('bad-path'))).toBe(true)
    expect(names(bytes)).toEqual(['g/h.txt'])
  })

  it('opens archives in the archive one level deep', () => {
    const innermost = zipSync({ 'c.txt': strToU8('丙') })
    const inner = zipSync({ 'b.txt': strToU8('乙'), 'deep.zip': innermost })
    const bytes = zipSync({ 'a.txt': strToU8('甲'), '里/inner.zip': inner, 'broken.zip': strToU8('no archive') })
    expect(names(bytes)).toEqual(['a.txt', '里/inner.zip/b.txt'])
    expect(skipped(bytes)).toEqual(['nested 里/inner.zip/deep.zip', 'damaged broken.zip'])
  })

  it('hands a document that is a zip file itself back as it is', () => {
    const docx = readFileSync(join(import.meta.dirname, 'fixtures', 'work-plan.docx'))
    const { files } = unpackArchive(docx, '方案.docx')
    expect(files).toHaveLength(1)
    expect(files[0]?.name).toBe('方案.docx')
    expect(files[0]?.bytes).toBe(docx)
  })
})

describe('archives that are refused', () => {
  it('are those that are none, or are cut off', () => {
    expect(codeOf(() => unpackArchive(new Uint8Array(), '空.zip'))).toBe('file-empty')
    expect(codeOf(() => unpackArchive(strToU8('这不是压缩包'), '坏.zip'))).toBe('file-damaged')
    const whole = zipSync({ 'a.txt': strToU8('甲') })
    expect(codeOf(() => unpackArchive(whole.slice(0, whole.length - 8), '断.zip'))).toBe('file-damaged')
  })

  it('are those that unpack to far more than they are', () => {
    const bomb = zipSync({ 'a.txt': new Uint8Array(20 * 1024 * 1024) })
    expect(codeOf(() => unpackArchive(bomb, '弹.zip'))).toBe('file-damaged')
    const shared = makeZip([
      { name: 'a.txt', content: '甲'.repeat(3000) + Math.PI },
      ...Array.from({ length: 40 }, (_, index) => ({
        name: `${index}.txt`,
        content: '甲'.repeat(3000) + Math.PI,
        sharedWith: 0,
      })),
    ])
    expect(codeOf(() => unpackArchive(shared, '叠.zip'))).toBe('file-damaged')
  })

  it('are those with too many or too large files', () => {
    const many = zipSync(Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`${i}.txt`, strToU8('文')])))
    expect(codeOf(() => unpackArchive(many, '多.zip', { maxEntries: 29 }))).toBe('file-too-large')
    expect(codeOf(() => unpackArchive(many, '大.zip', { maxTotal: 40 }))).toBe('file-too-large')
    expect(unpackArchive(many, '好.zip', { maxEntries: 30, maxTotal: 100_000 }).files).toHaveLength(30)
  })

  it('are those whose inner archives hold too many files together', () => {
    const inner = zipSync(Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`${i}.txt`, strToU8('文')])))
    const bytes = zipSync({ 'a.zip': inner, 'b.zip': inner })
    expect(codeOf(() => unpackArchive(bytes, '套.zip', { maxEntries: 30 }))).toBe('file-too-large')
  })
})
