import { describe, expect, it } from 'vitest'
import { DuigaoError } from '../../shared/contract/errors.ts'
import { MAX_FILE_BYTES, MAX_TEXT_LENGTH } from '../../shared/text/limits.ts'
import { readClipboard } from './clipboard-reader.ts'
import { readRaw } from './read-raw.ts'
import { readText } from './text-reader.ts'

const TEXT = '各位代表：\r\n地区生产总值增长6%，達到850亿元。\n结束'
const LINES = ['各位代表：', '地区生产总值增长6%，達到850亿元。', '结束']

/** GB18030 bytes of 「各位代表：增长6%」. */
const GB = [0xb8, 0xf7, 0xce, 0xbb, 0xb4, 0xfa, 0xb1, 0xed, 0xa3, 0xba, 0xd4, 0xf6, 0xb3, 0xa4, 0x36, 0x25]

const utf16 = (text: string, bigEndian: boolean) => {
  const bytes = Buffer.from(text, 'utf16le')
  return new Uint8Array(bigEndian ? bytes.swap16() : bytes)
}
const lines = (bytes: Uint8Array) => readText(bytes, '报告.txt', 'txt').lines.map((line) => line.text)
const failure = async (bytes: Uint8Array, name: string) => {
  try {
    await readRaw(bytes, name)
  } catch (error) {
    return error instanceof DuigaoError ? error : undefined
  }
  return undefined
}

describe('encodings', () => {
  it('are told apart with and without byte order mark', () => {
    expect(lines(Buffer.from(TEXT))).toEqual(LINES)
    expect(lines(Buffer.from(`\ufeff${TEXT}`))).toEqual(LINES)
    for (const bigEndian of [false, true]) {
      expect(lines(utf16(`\ufeff${TEXT}`, bigEndian))).toEqual(LINES)
      expect(lines(utf16(TEXT, bigEndian))).toEqual(LINES)
    }
    expect(lines(new Uint8Array(GB))).toEqual(['各位代表：增长6%'])
  })

  it('are told without a mark where many characters have a zero in their low byte too', () => {
    const text = '一、过去五年工作回顾\n全县上下一心，把发展作为第一要务，各项事业都取得了新的进步。'
    for (const bigEndian of [false, true]) expect(lines(utf16(text, bigEndian))).toEqual(text.split('\n'))
  })

  it('of Big5 are told from GB18030 by their words', () => {
    const hex = 'a5bbbfa4a5fea67eaabaa475a740a94dabd8b35da141a662ac46a9b2aababbe2bec9a455a4a3c25fb56fae69a143'
    const bytes = new Uint8Array(Buffer.from(hex, 'hex'))
    expect(lines(bytes)).toEqual(['本縣全年的工作和建設，在政府的領導下不斷發展。'])
  })

  it('do not keep a file from being read that was cut in the middle of a character', () => {
    const text = '本县全年的工作和建设，在政府的领导下不断发展，人民生活不断改善'
    const whole = Buffer.from(text)
    const raw = readText(whole.subarray(0, whole.length - 1), '报告.txt', 'txt')
    expect(raw.lines.map((line) => line.text)).toEqual([text.slice(0, -1)])
    expect(raw.warnings.map((warning) => warning.code)).toEqual(['cut-file'])
    const gb = readText(new Uint8Array([...GB, 0xb5]), '报告.txt', 'txt')
    expect(gb.lines.map((line) => line.text)).toEqual(['各位代表：增长6%'])
    expect(gb.warnings.map((warning) => warning.code)).toEqual(['cut-file'])
  })

  it('do not hide broken bytes', async () => {
    expect((await failure(new Uint8Array([0xff, 0xff, 0x80, 0xff]), '坏.txt'))?.code).toBe('file-not-text')
    expect(
      (
        await failure(
          new Uint8Array(2000).map((_, index) => (index * 37) % 23),
          '坏.txt',
        )
      )?.code,
    ).toBe('file-not-text')
  })

  it('end lines at every break that editors write', () => {
    expect(lines(Buffer.from('甲\r乙\u2028丙\n\f丁\u0085戊'))).toEqual(['甲', '乙', '丙', '', '丁', '戊'])
  })

  it('do not end a line where a page ended in mid-sentence', () => {
    expect(lines(Buffer.from('建成沿江\f生态廊道'))).toEqual(['建成沿江生态廊道'])
    const long =
      '第二节　治理水土流失　　\f　　建成沿江生态廊道八十公里，完成坡耕地改造三万亩，林草覆盖率稳步提高，河流断面水质全部达标'
    expect(lines(Buffer.from(long))).toEqual([long.replace('\f', '')])
    const parted = ['粮食稳产。', '生态向好', '第二章 目标', '目录', '（一）农业', '　　坚持稳产']
    expect(lines(Buffer.from(parted.join('\f')))).toEqual(parted)
  })
})

describe('readRaw', () => {
  const png = Buffer.from('89504e470d0a1a0a0000', 'hex')
  const ole = Buffer.from('d0cf11e0a1b11ae1', 'hex')

  it.each([
    ['file-empty', new Uint8Array(), '空.txt'],
    ['file-empty', Buffer.from(' \n\r\n\t'), '空白.txt'],
    ['file-not-text', png, '图.txt'],
    ['file-not-text', Buffer.from('ffd8ffe000104a46', 'hex'), '图.md'],
    ['file-damaged', Buffer.from('你好'), '文.docx'],
    ['file-encrypted', Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]), '密.docx'],
    ['file-too-large', new Uint8Array(MAX_FILE_BYTES + 1), '大.txt'],
    ['file-too-large', Buffer.from('a'.repeat(MAX_TEXT_LENGTH + 1)), '长.txt'],
    ['file-no-text', Buffer.from('(cid:31)(cid:30)\n'.repeat(60)), '乱码.txt'],
    ['file-no-text', Buffer.from('，  、 。 “ ” \n'.repeat(200)), '版面.txt'],
  ])('refuses with %s', async (code, bytes, name) => {
    const error = await failure(bytes, name)
    expect(error?.code).toBe(code)
    expect(error?.file).toBe(name)
    expect(error?.message).toContain(name)
  })

  it('reads Markdown as such and anything else as text', async () => {
    expect((await readRaw(Buffer.from('# 标题'), '法.md')).format).toBe('md')
    expect((await readRaw(Buffer.from('正文'), '正文')).format).toBe('txt')
  })
})

describe('readClipboard', () => {
  it('reads pasted text', () => {
    expect(readClipboard('甲\r\n乙')).toMatchObject({ format: 'clipboard', lines: [{ text: '甲' }, { text: '乙' }] })
    expect(() => readClipboard('  ')).toThrow(DuigaoError)
  })
})
