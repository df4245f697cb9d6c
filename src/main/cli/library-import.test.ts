import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, onTestFinished, test } from 'vitest'
import { run } from './run.ts'

const plan = (stage: string, value: number) =>
  [
    '临江市国民经济和社会发展第十五个五年规划纲要',
    `（${stage}）`,
    '一、发展目标',
    `到2030年，全市地区生产总值达到${value}亿元。`,
  ].join('\n')
const report = (year: number) => `临江市${year}年政府工作报告\n一、${year}年主要目标\n地区生产总值增长${year - 2020}%。`

interface Outcome {
  readonly file: string
  readonly title?: string
  readonly added?: boolean
  readonly reason?: string
  readonly code?: string
}

/** A folder of files, a library `a.duigao` in it, and `duigao library import` typed there. */
async function terminal(files: Readonly<Record<string, string | Uint8Array>>) {
  const directory = mkdtempSync(join(tmpdir(), 'duigao-cli-'))
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, name)), { recursive: true })
    writeFileSync(join(directory, name), content)
  }
  const duigao = async (...words: string[]) => {
    let [out, err] = ['', '']
    const code = await run(words, {
      stdin: (async function* () {})(),
      out: (text) => void (out += text),
      err: (text) => void (err += text),
      directory,
    })
    return { code, out, err }
  }
  await duigao('library', 'init', 'a.duigao')
  const json = async (...words: string[]) => {
    const { code, out, err } = await duigao('library', 'import', 'a.duigao', ...words, '--json')
    const { imported, skipped, failed } = JSON.parse(out) as Record<string, Outcome[]>
    return { code, err, imported: imported ?? [], skipped: skipped ?? [], failed: failed ?? [] }
  }
  return { directory, duigao, json }
}

const filesOf = (outcomes: readonly Outcome[]) => outcomes.map(({ file }) => file)

describe('a batch of files', () => {
  test('goes on after one that cannot be read; exit code 3 names it', async () => {
    const { json } = await terminal({ '1.txt': plan('初稿', 1400), '坏.docx': 'no zip', '2.txt': report(2025) })
    const { code, err, imported, failed } = await json('1.txt', '坏.docx', '没有.txt', '2.txt')
    expect([code, filesOf(imported)]).toEqual([3, ['1.txt', '2.txt']])
    expect(failed.map(({ file, code: why }) => [file, why])).toEqual([
      ['坏.docx', 'file-damaged'],
      ['没有.txt', 'not-found'],
    ])
    expect(err).toContain('坏.docx')
    expect(err).toContain('没有.txt')
  })

  test('leaves out what the library has already, and answers 0', async () => {
    const { json } = await terminal({
      '1.txt': plan('初稿', 1400),
      '抄.txt': plan('初稿', 1400).replaceAll('\n', '\r\n'),
    })
    const { code, imported, skipped } = await json('1.txt', '抄.txt')
    expect([code, filesOf(imported)]).toEqual([0, ['1.txt']])
    expect(skipped).toEqual([{ file: '抄.txt', reason: expect.stringContaining('文库里已有同样的内容') }])
    expect((await json('1.txt')).imported).toEqual([])
  })

  test('is told in lines for people: what was read, left out and failed', async () => {
    const { duigao } = await terminal({
      '1.txt': plan('初稿', 1400),
      '2.txt': plan('送审稿', 1500),
      '坏.docx': 'no zip',
    })
    const { code, out } = await duigao('library', 'import', 'a.duigao', '1.txt', '2.txt', '1.txt', '坏.docx')
    expect(code).toBe(3)
    expect(out.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^导入 1\.txt → 临江市.*（新文件，\d+ 字）$/),
      expect.stringMatching(/^导入 2\.txt → 临江市.*（新版本，\d+ 字）$/),
      expect.stringMatching(/^跳过 1\.txt：文库里已有同样的内容/),
      expect.stringMatching(/^失败 坏\.docx：“坏\.docx”已损坏/),
      '共导入 2 个，跳过 1 个，失败 1 个。',
    ])
  })

  test('stops when the library itself cannot be written, exit code 4', async () => {
    const { directory, duigao } = await terminal({ '1.txt': plan('初稿', 1400) })
    const { code, out } = await duigao('library', 'import', '1.txt', '1.txt')
    expect([code === 0, out, existsSync(join(directory, '1.txt'))]).toEqual([false, '', true])
  })
})

describe('a folder', () => {
  test('is imported with the folders in it, in the order of the names, each file named by its path', async () => {
    const { directory, json, duigao } = await terminal({
      '材料/10 报告.txt': report(2026),
      '材料/2 报告.txt': report(2025),
      '材料/规划/初稿.txt': plan('初稿', 1400),
      '材料/图.jpg': 'x',
      '材料/.git/config': 'x',
      '材料/~$初稿.docx': 'x',
    })
    symlinkSync(directory, join(directory, '材料', '链接'))
    const { code, imported, skipped } = await json('材料')
    expect([code, filesOf(imported)]).toEqual([0, ['材料/2 报告.txt', '材料/10 报告.txt', '材料/规划/初稿.txt']])
    expect(new Set(filesOf(skipped))).toEqual(new Set(['材料/图.jpg', '材料/.git', '材料/~$初稿.docx', '材料/链接']))
    for (const { reason } of skipped) expect(reason).not.toBe('')
    const { out } = await duigao('library', 'list', 'a.duigao', '--json')
    expect(out).toContain('"sourceName":"规划/初稿.txt"')
  })
})

describe('an archive', () => {
  const batch = zipSync({
    '初稿/规划.txt': strToU8(plan('初稿', 1400)),
    '送审稿/规划.txt': strToU8(plan('送审稿', 1500)),
    '坏.docx': strToU8('no zip'),
    '图.jpg': strToU8('x'),
  })

  test('is imported file by file, on its own or in a folder', async () => {
    const { json } = await terminal({ '批/次.zip': batch })
    const { code, imported, skipped, failed } = await json('批')
    expect(code).toBe(3)
    expect(imported.map(({ file, added }) => [file, added])).toEqual([
      ['批/次.zip/初稿/规划.txt', true],
      ['批/次.zip/送审稿/规划.txt', false],
    ])
    expect([filesOf(skipped), filesOf(failed)]).toEqual([['批/次.zip/图.jpg'], ['批/次.zip/坏.docx']])
  })

  test('that is broken is one failed file', async () => {
    const { json } = await terminal({ '坏.zip': 'no zip', '好.txt': report(2025) })
    const { code, imported, failed } = await json('坏.zip', '好.txt')
    expect([code, filesOf(imported), filesOf(failed)]).toEqual([3, ['好.txt'], ['坏.zip']])
  })

  test('cannot be read as one file: the message says what to do', async () => {
    const { duigao } = await terminal({ '批次.zip': batch })
    const { code, out, err } = await duigao('read', '批次.zip')
    expect([code, out]).toEqual([3, ''])
    expect(err).toMatch(/批次\.zip.*先解压.*duigao library import/)
  })
})
