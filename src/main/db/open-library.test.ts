import { execFile } from 'node:child_process'
import {
  copyFileSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import Database from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { DuigaoError } from '../../shared/contract/errors.ts'
import { APPLICATION_ID } from './inspect-file.ts'
import {
  AT,
  contentsOf,
  FIELDS,
  NO_TIMELINE,
  temporaryFolder,
  version,
  writeOldLibrary,
} from './library.test-helper.ts'
import { createLibrary } from './library.ts'
import { LATEST_VERSION } from './migrations/all.ts'
import { openLibrary } from './open-library.ts'

const at = new Date(AT)

function opening(path: string): DuigaoError | null {
  try {
    openLibrary(path, { at }).db.close()
    return null
  } catch (error) {
    if (error instanceof DuigaoError) return error
    throw error
  }
}

/** Opens a file that must be refused, and checks that nothing in its folder was touched. */
function refused(path: string): DuigaoError | null {
  const before = contentsOf(join(path, '..'))
  const error = opening(path)
  expect(contentsOf(join(path, '..'))).toEqual(before)
  return error
}

async function filledLibrary(path: string, texts: number): Promise<void> {
  const library = createLibrary(path, { at })
  for (let i = 0; i < texts; i += 1) {
    const text = `第${i}版：全市生产总值年均增长百分之六。`.repeat(200)
    const newDocument = i === 0 ? FIELDS : null
    await library.versions.add({ version: version(`v${i}`, 'd', text), newDocument, timeline: NO_TIMELINE })
  }
  library.close()
}

describe('a new library', () => {
  test('is made whole, in the newest form, marked as ours, and in one file once closed', () => {
    const folder = temporaryFolder()
    const { db, backup } = openLibrary(join(folder, 'deep', 'library.duigao'), { at })
    const pragma = (name: string) => db.pragma(name, { simple: true })
    expect({
      application: pragma('application_id'),
      form: pragma('user_version'),
      journal: pragma('journal_mode'),
      synchronous: pragma('synchronous'),
      keys: pragma('foreign_keys'),
      check: pragma('integrity_check'),
      backup,
    }).toEqual({
      application: APPLICATION_ID,
      form: LATEST_VERSION,
      journal: 'wal',
      synchronous: 2,
      keys: 1,
      check: 'ok',
      backup: null,
    })
    db.close()
    expect(readdirSync(join(folder, 'deep'))).toEqual(['library.duigao'])
  })

  test('may take the place of the empty file that a save dialog leaves', () => {
    const path = join(temporaryFolder(), 'library.duigao')
    writeFileSync(path, '')
    expect(opening(path)).toBeNull()
    expect(readFileSync(path).length).toBeGreaterThan(4096)
  })

  test('has only STRICT tables', () => {
    const { db } = openLibrary(join(temporaryFolder(), 'library.duigao'), { at })
    const loose = db
      .prepare(
        `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'`,
      )
      .pluck()
      .all()
    db.close()
    expect(loose).toEqual([])
  })
})

describe('refuses without writing', () => {
  test.each([
    ['a text file', Buffer.from('临江市第十五个五年规划纲要\n'.repeat(500))],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['a Word file', Buffer.from('PK\u0003\u0004'.padEnd(6000, 'x'), 'latin1')],
    ['a header and nothing else', Buffer.from('SQLite format 3\0'.padEnd(100, '\0'), 'latin1')],
  ])('%s', (_, content) => {
    const path = join(temporaryFolder(), 'library.duigao')
    writeFileSync(path, content)
    expect(refused(path)).toMatchObject({ code: 'library-damaged', file: 'library.duigao' })
  })

  test("another program's database", () => {
    const path = join(temporaryFolder(), 'other.db')
    const db = new Database(path)
    db.exec('CREATE TABLE contact (name TEXT)')
    db.close()
    expect(refused(path)?.code).toBe('library-damaged')
  })

  test('a library of a newer program, saying both forms', () => {
    const path = join(temporaryFolder(), 'library.duigao')
    writeOldLibrary(path, LATEST_VERSION, (db) => db.pragma(`user_version = ${LATEST_VERSION + 3}`))
    const error = refused(path)
    expect(error).toMatchObject({ code: 'library-newer', detail: { form: LATEST_VERSION + 3, known: LATEST_VERSION } })
    expect(error?.message).toContain('升级')
  })

  test('a library cut short, as a stick pulled out too early leaves it', async () => {
    const path = join(temporaryFolder(), 'library.duigao')
    await filledLibrary(path, 3)
    truncateSync(path, readFileSync(path).length - 8192)
    expect(refused(path)?.code).toBe('library-damaged')
  })

  test('a library with a page overwritten', async () => {
    const path = join(temporaryFolder(), 'library.duigao')
    await filledLibrary(path, 3)
    const pages = readFileSync(path).length / 4096
    const file = openSync(path, 'r+')
    writeSync(file, Buffer.alloc(4096, 0xa5), 0, 4096, Math.floor(pages / 2) * 4096)
    expect(refused(path)?.code).toBe('library-damaged')
  })

  test('a folder', () => {
    const path = join(temporaryFolder(), 'library.duigao')
    mkdirSync(path)
    expect(opening(path)?.code).toBe('write-failed')
  })
})

describe('several processes', () => {
  test('see what the other wrote', async () => {
    const path = join(temporaryFolder(), 'library.duigao')
    const [one, two] = [createLibrary(path, { at }), createLibrary(path, { at })]
    onTestFinished(() => [one, two].forEach((library) => library.close()))
    await one.versions.add({ version: version('v', 'd', '正文'), newDocument: FIELDS, timeline: NO_TIMELINE })
    expect((await two.documents.list()).map(({ title }) => title)).toEqual([FIELDS.title])
    await two.documents.update('d', { region: '江北区' }, AT)
    expect((await one.documents.get('d'))?.region).toBe('江北区')
  })

  test('a write that would have to wait too long is library-locked, reading goes on', async () => {
    const path = join(temporaryFolder(), 'library.duigao')
    const library = createLibrary(path, { at, busyTimeout: 50 })
    const other = new Database(path)
    onTestFinished(() => {
      other.close()
      library.close()
    })
    other.exec('BEGIN IMMEDIATE')
    const adding = library.versions.add({
      version: version('v', 'd', '正文'),
      newDocument: FIELDS,
      timeline: NO_TIMELINE,
    })
    await expect(adding).rejects.toMatchObject({ code: 'library-locked', file: 'library.duigao' })
    expect(await library.documents.list()).toEqual([])
  })

  test('four that make the library at the same time make one', async () => {
    const path = join(temporaryFolder(), 'library.duigao')
    const script = `
      import { createLibrary } from ${JSON.stringify(new URL('./library.ts', import.meta.url).href)}
      const library = createLibrary(process.argv[1], { at: new Date() })
      await library.settings.put({ ['of' + process.pid]: true }, '')
      library.close()`
    const run = promisify(execFile)
    const made = await Promise.all(
      [1, 2, 3, 4].map(() => run(process.execPath, ['--input-type=module', '-e', script, path])),
    )
    expect(made.map(({ stderr }) => stderr)).toEqual(['', '', '', ''])
    expect(readdirSync(join(path, '..'))).toEqual(['library.duigao'])
    const library = createLibrary(path, { at })
    expect(Object.keys(await library.settings.all())).toHaveLength(4)
    library.close()
  })
})

test('changes that a crash left in the log are there after opening', async () => {
  const folder = temporaryFolder()
  const path = join(folder, 'library.duigao')
  const crashed = createLibrary(path, { at })
  await crashed.versions.add({ version: version('v', 'd', '正文'), newDocument: FIELDS, timeline: NO_TIMELINE })
  const copy = join(folder, 'copy.duigao')
  for (const suffix of ['', '-wal']) copyFileSync(path + suffix, copy + suffix)
  crashed.close()
  const library = createLibrary(copy, { at })
  expect(await library.versions.text('v')).toBe('正文')
  library.close()
})
