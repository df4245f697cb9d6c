import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { AT, FIELDS, NO_TIMELINE, temporaryFolder, version } from './library.test-helper.ts'
import { openLibrary } from './open-library.ts'
import { createVersionRepo } from './repositories/version-repo.ts'
import { classifyError } from './sqlite-errors.ts'

test('a full disk is disk-full, names the library, and nothing is written', async () => {
  const { db } = openLibrary(join(temporaryFolder(), 'library.duigao'), { at: new Date(AT) })
  onTestFinished(() => void db.close())
  const versions = createVersionRepo(db)
  const pages = db.pragma('page_count', { simple: true }) as number
  db.pragma(`max_page_count = ${pages + 4}`)
  const large = version('v', 'd', '全市生产总值年均增长百分之六。'.repeat(20_000))
  const adding = versions.add({ version: large, newDocument: FIELDS, timeline: NO_TIMELINE })
  await expect(adding).rejects.toMatchObject({ code: 'disk-full', file: 'library.duigao' })
  expect(db.prepare('SELECT count(*) FROM document').pluck().get()).toBe(0)
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
})

test.each([
  ['SQLITE_CORRUPT_VTAB', 'library-damaged'],
  ['SQLITE_NOTADB', 'library-damaged'],
  ['SQLITE_BUSY_SNAPSHOT', 'library-locked'],
  ['SQLITE_IOERR_WRITE', 'write-failed'],
  ['SQLITE_READONLY_DBMOVED', 'write-failed'],
])('%s is %s', (code, expected) => {
  expect(classifyError(new Database.SqliteError('', code), '/a/b.duigao')).toMatchObject({
    code: expected,
    file: 'b.duigao',
  })
})

test('a fault of ours is passed on as it is, so that it is reported as internal', () => {
  const broken = new Database.SqliteError('UNIQUE constraint failed', 'SQLITE_CONSTRAINT_UNIQUE')
  expect(classifyError(broken, 'b.duigao')).toBe(broken)
})
