import { createHash } from 'node:crypto'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { AT, FIELDS, NO_TIMELINE, temporaryFolder, version } from './library.test-helper.ts'
import { createLibrary } from './library.ts'
import { verifyLibrary } from './verify-library.ts'

test.each(['version_search', 'version_terms'])('a text that %s does not know is told', async (table) => {
  const path = join(temporaryFolder(), 'library.duigao')
  const library = createLibrary(path, { at: new Date(AT) })
  const text = '推进老城更新。'
  const sha256 = createHash('sha256').update(text).digest('hex')
  await library.versions.add({
    version: version('v', 'd', text, { sha256 }),
    newDocument: FIELDS,
    timeline: NO_TIMELINE,
  })
  library.close()
  expect(verifyLibrary(path).problems).toEqual([])
  const db = new Database(path)
  db.exec(`INSERT INTO ${table} (${table}) VALUES ('delete-all')`)
  db.close()
  expect(verifyLibrary(path).problems).toEqual(['1 份正文不在搜索索引里'])
})
