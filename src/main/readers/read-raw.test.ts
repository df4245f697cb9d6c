import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { makeOfd } from './ofd/make-ofd.test-helper.ts'
import { makeCompoundFile } from './ole/make-compound-file.test-helper.ts'
import { makePdf, setLines } from './pdf/make-pdf.test-helper.ts'
import { readRaw } from './read-raw.ts'

const error = (code: string) => expect.objectContaining({ code })
const fixture = (name: string) => readFileSync(join(import.meta.dirname, 'fixtures', name))
const LINES = ['各县区要按照分工抓好落实，', '按季报告工作进展情况。', '到年底全面完成任务。']
const OFD = makeOfd([{ prints: LINES.map((text, index) => ({ text, x: 30, y: 30 + index * 9 })) }])
const PAGE = '<!DOCTYPE html><p>各县区要按照分工抓好落实。</p>'

describe('readRaw', () => {
  it.each([
    ['plan.doc', fixture('work-plan.doc'), 'doc'],
    ['plan.wps', fixture('work-plan.doc'), 'wps'],
    ['plan.docx', fixture('work-plan.docx'), 'docx'],
    ['plan.pdf', makePdf([{ prints: setLines(LINES, 60, 700) }]), 'pdf'],
    ['letter.ofd', OFD, 'ofd'],
    ['page.htm', Buffer.from(PAGE), 'html'],
    ['notes.md', Buffer.from('# 要点'), 'md'],
    ['notes', Buffer.from('要点'), 'txt'],
  ])('reads %s by what it is', async (name, bytes, format) => {
    expect((await readRaw(bytes, name)).format).toBe(format)
  })

  it.each([
    ['a page saved as Word', 'page.doc', Buffer.from(PAGE), 'html'],
    ['a page saved as text', 'page.txt', Buffer.from(PAGE), 'html'],
    ['the source of an article without its page', 'a.txt', Buffer.from(`<p>${LINES.join('</p>\n<p>')}</p>`), 'html'],
    ['an article whose lines are parted by tags', 'a.txt', Buffer.from([...LINES, ''].join('<br/>')), 'html'],
    [
      'a text that names tags',
      'a.txt',
      Buffer.from([...LINES, '用<br>换行', '</p>', '</p>', ...LINES].join('\n')),
      'txt',
    ],
    ['a .docx named .doc', 'plan.doc', fixture('work-plan.docx'), 'docx'],
    ['an OFD without its extension', 'letter', OFD, 'ofd'],
    [
      'a PDF with bytes before its signature',
      'plan.pdf',
      Buffer.concat([Buffer.from('\n\n'), makePdf([{ prints: setLines(LINES, 60, 700) }])]),
      'pdf',
    ],
    ['text named .doc', 'plan.doc', Buffer.from('一、总体要求'), 'txt'],
  ])('reads %s', async (_, name, bytes, format) => {
    expect((await readRaw(bytes, name)).format).toBe(format)
  })

  it.each([
    ['nothing', 'a.txt', Buffer.alloc(0), 'file-empty'],
    ['a picture named .txt', 'a.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2]), 'file-not-text'],
    ['a picture', 'a.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2]), 'file-unsupported'],
    ['a .docx that is no zip', 'a.docx', Buffer.from('abc'), 'file-damaged'],
    ['an .xlsx that is no zip', 'a.xlsx', Buffer.from('abc'), 'file-damaged'],
    ['a .pdf that is none', 'a.pdf', Buffer.from('abc'), 'file-damaged'],
    ['slides', 'a.ppt', makeCompoundFile({ 'PowerPoint Document': new Uint8Array(8) }), 'file-unsupported'],
    ['an archive', 'a.zip', zipSync({ 'a.txt': strToU8('a') }), 'file-unsupported'],
    [
      'a document with a password',
      'a.docx',
      makeCompoundFile({ EncryptedPackage: new Uint8Array(8) }),
      'file-encrypted',
    ],
    ['more than any document', 'a.txt', new Uint8Array(64 * 1024 * 1024 + 1), 'file-too-large'],
  ])('refuses %s', async (_, name, bytes, code) => {
    await expect(readRaw(bytes, name)).rejects.toThrow(error(code))
  })
})
