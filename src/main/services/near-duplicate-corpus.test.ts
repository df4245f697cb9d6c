import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { NO_TIMELINE, version } from '../db/library.test-helper.ts'
import { createLibrary, type Library } from '../db/library.ts'
import type { Context } from './context.ts'
import { findNearDuplicate } from './near-duplicate.ts'
import { readDocument } from './read-document.ts'
import { createTaskRunner } from './tasks/create-task-runner.ts'

const corpus = process.env['DUIGAO_CORPUS'] ?? ''
const READ_LIMIT = 120_000

const textOf = async (path: string) => (await readDocument(readFileSync(path), basename(path))).text
const filesOf = (folder: string) => readdirSync(join(corpus, folder)).map((name) => join(corpus, folder, name))

/** The same numbers in every run (minimal standard generator, Park and Miller 1988). */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
}

/** Changes single characters here and there, this share of all. */
function edited(text: string, share: number, seed: number): string {
  const next = numbers(seed)
  return Array.from(text, (character) => (/\p{Script=Han}/u.test(character) && next() < share ? '新' : character)).join(
    '',
  )
}

describe.skipIf(corpus === '')('in a library of reports and plans of many years', () => {
  let library: Library
  let folder = ''
  let tasks: ReturnType<typeof createTaskRunner>
  const texts = new Map<string, string>()
  const near = (text: string) => findNearDuplicate({ library, tasks } as unknown as Context, text)

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'duigao-near-'))
    library = createLibrary(join(folder, 'library.duigao'), { at: new Date() })
    tasks = createTaskRunner({ lexicon: { indicators: [] }, threads: 0 })
    for (const path of ['reports', 'local', 'plans'].flatMap(filesOf)) {
      const text = await textOf(path)
      const id = randomUUID()
      texts.set(id, text)
      const title = basename(path, '.txt')
      await library.versions.add({
        version: version(id, id, text),
        newDocument: { title, kind: 'other', region: null, level: null, periodFrom: null, periodTo: null },
        timeline: NO_TIMELINE,
      })
    }
  }, READ_LIMIT)

  afterAll(() => {
    tasks.close()
    library.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it(
    'finds a copy with a few characters changed, and one with three in a hundred',
    async () => {
      for (const [id, text] of texts) {
        const copy = edited(text, 14 / text.length, 3)
        const written = Array.from(copy)
        const changed = Array.from(text).filter((character, at) => character !== written[at]).length
        if (changed > 0) expect(await near(copy)).toMatchObject({ versionId: id, differing: changed })
        const found = await near(edited(text, 0.03, 7))
        expect(found).toMatchObject({ versionId: id })
        expect((found?.differing ?? 0) / text.length).toBeLessThan(0.033)
      }
    },
    READ_LIMIT,
  )

  it(
    'never takes the report of one year for that of another, nor one plan for the next',
    async () => {
      for (const [id, text] of texts) {
        await library.documents.setRemoved(id, true, new Date().toISOString())
        expect(await near(text)).toBeNull()
        await library.documents.setRemoved(id, false, new Date().toISOString())
      }
    },
    READ_LIMIT,
  )
})

describe.skipIf(corpus === '')('of two versions of one document', () => {
  const near = async (folder: string) => {
    const path = mkdtempSync(join(tmpdir(), 'duigao-near-'))
    const library = createLibrary(join(path, 'library.duigao'), { at: new Date() })
    const tasks = createTaskRunner({ lexicon: { indicators: [] }, threads: 0 })
    const [before = '', after = ''] = await Promise.all(
      ['before', 'after'].map(async (side) =>
        textOf(filesOf(join('pairs', folder)).find((file) => basename(file).startsWith(side)) ?? ''),
      ),
    )
    await library.versions.add({
      version: version('v', 'd', before),
      newDocument: { title: folder, kind: 'other', region: null, level: null, periodFrom: null, periodTo: null },
      timeline: NO_TIMELINE,
    })
    const found = await findNearDuplicate({ library, tasks } as unknown as Context, after)
    tasks.close()
    library.close()
    rmSync(path, { recursive: true, force: true })
    return found?.versionId ?? null
  }

  it.each([
    '同稿异源-政府工作报告1998',
    '同稿异源-政府工作报告2015',
    '政府工作报告2006-口头报告-公布稿',
    '政府工作报告2010-口头报告-公布稿',
    '法规-国家科学技术奖励条例-2020-10-07-2024-05-26',
    '法规-证券公司风险处置条例-2016-02-06-2023-07-20',
  ])('%s: the second is known by the first', async (folder) => expect(await near(folder)).toBe('v'), READ_LIMIT)

  it.each(['法规-海洋环境保护法-2017-11-04-2023-10-24', '法规-行政复议法-2017-09-01-2023-09-01'])(
    '%s: rewritten, it is not',
    async (folder) => expect(await near(folder)).toBeNull(),
    READ_LIMIT,
  )
})
