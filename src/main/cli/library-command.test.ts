import { mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { run } from './run.ts'

const PLAN = [
  '临江市国民经济和社会发展第十五个五年规划纲要',
  '（初稿）',
  '一、发展目标',
  '到2030年，全市地区生产总值达到1400亿元。',
].join('\n')

type Json = Record<string, { [key: string]: unknown }[] | undefined>

/** A folder with a plan in two stages, and `duigao` typed there. */
function terminal() {
  const directory = mkdtempSync(join(tmpdir(), 'duigao-cli-'))
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }))
  writeFileSync(join(directory, '初稿.txt'), PLAN)
  writeFileSync(join(directory, '征求意见稿.txt'), PLAN.replace('初稿', '征求意见稿').replace('1400', '1500'))
  const duigao = async (...words: string[]) => {
    let [out, err] = ['', '']
    const code = await run(['library', ...words], {
      stdin: (async function* () {})(),
      out: (text) => void (out += text),
      err: (text) => void (err += text),
      directory,
    })
    return { code, out, err }
  }
  const json = async (...words: string[]) => JSON.parse((await duigao(...words, '--json')).out) as Json
  return { directory, duigao, json }
}

test('a library is made, filled, listed, searched, backed up and verified', async () => {
  const { duigao, json } = terminal()
  expect((await duigao('init', 'a.duigao')).code).toBe(0)
  const { imported = [] } = await json('import', 'a.duigao', '初稿.txt', '征求意见稿.txt')
  expect(imported).toMatchObject([
    { file: '初稿.txt', added: true },
    { file: '征求意见稿.txt', added: false, documentId: imported[0]?.documentId },
  ])
  const { documents } = await json('list', 'a.duigao')
  expect(documents).toMatchObject([
    { title: PLAN.split('\n')[0], versions: [{ delta: { targets: { raised: 1 } } }, { delta: null }] },
  ])
  expect(await json('search', 'a.duigao', '1500亿元')).toMatchObject({ schema: 1, hits: [{ count: 1 }] })
  expect(await json('search', 'a.duigao', '总值')).toMatchObject({ hits: [{ count: 1 }, { count: 1 }] })
  expect((await duigao('backup', 'a.duigao', 'b.duigao')).code).toBe(0)
  expect(await json('verify', 'b.duigao')).toMatchObject({ texts: 2, sources: 2, problems: [] })
  expect((await duigao('list', 'b.duigao')).out).toContain('consultation')
})

describe('an existing file stays as it is', () => {
  test.each([
    ['init', ['init', '初稿.txt']],
    ['backup', ['backup', 'a.duigao', '初稿.txt']],
  ])('%s, exit code 4', async (_, words) => {
    const { directory, duigao } = terminal()
    await duigao('init', 'a.duigao')
    expect(await duigao(...words)).toMatchObject({ code: 4, out: '' })
    expect(readFileSync(join(directory, '初稿.txt'), 'utf8')).toBe(PLAN)
  })
})

describe('what cannot be read, exit code 3', () => {
  test.each([['import', '没有.txt'], ['list'], ['search', '词'], ['backup', 'b.duigao'], ['verify']])(
    'a library that is not there: %s',
    async (action, ...words) => {
      const { duigao } = terminal()
      expect(await duigao(action, '没有.duigao', ...words)).toMatchObject({ code: 3, out: '' })
    },
  )

  test('a text changed behind the library is found by verify', async () => {
    const { directory, duigao } = terminal()
    await duigao('init', 'a.duigao')
    await duigao('import', 'a.duigao', '初稿.txt')
    const path = join(directory, 'a.duigao')
    const content = readFileSync(path)
    const at = content.indexOf('1400亿元')
    const file = openSync(path, 'r+')
    writeSync(file, '9', at)
    const result = await duigao('verify', 'a.duigao')
    expect(result.code).toBe(3)
    expect(result.out).toContain('校验值不符')
  })
})

test.each([
  [[]],
  [['forget', 'a.duigao']],
  [['list']],
  [['list', 'a.duigao', 'b']],
  [['list', 'a.duigao', '--limit', '0']],
  [['list', 'a', '--colour']],
])('wrong usage %j, exit code 2', async (words) => {
  const { duigao } = terminal()
  await duigao('init', 'a.duigao')
  expect((await duigao(...words)).code).toBe(2)
})
