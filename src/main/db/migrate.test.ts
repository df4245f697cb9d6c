import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { AT, temporaryFolder, writeOldLibrary } from './library.test-helper.ts'
import { formVersion, migrate } from './migrate.ts'
import { LATEST_VERSION, MIGRATIONS } from './migrations/all.ts'
import { openLibrary } from './open-library.ts'
import { shortTerm, shortTerms } from './search-terms.ts'

/**
 * The first 16 digits of the schema's SHA-256 in each released form. A change here means that a released migration was edited:
 * write a new migration instead, and add its line.
 */
const SCHEMAS = [
  '50c1c13ef5dd61c2',
  '697acfc4b4c6df96',
  '569a6e67b61c2c71',
  '0c5bf62b42961ea3',
  '9620b16634e25fa8',
  '69b3ab7d5fe1bb36',
  'c4b990a9f7e254b1',
  'cc9ad65cc2ce2f93',
  'f80e02fd27636c84',
  '5cf5966580602511',
  '5a4de8498e4d6add',
]

const HASH = 'a'.repeat(64)

/** One row of data for each form, in the tables that the form brought. */
const DATA: readonly string[] = [
  `INSERT INTO document (id, title, kind, created_at, updated_at) VALUES ('d', '规划纲要', 'five-year-plan', '${AT}', '${AT}');
   INSERT INTO version_text (sha256, text) VALUES ('${HASH}', '全社会研发经费投入强度达到3%以上。');
   INSERT INTO version (id, document_id, sha256, author, note, characters, findings, truncated, created_at)
     VALUES ('v', 'd', '${HASH}', '', '', 18, 0, 0, '${AT}');`,
  `INSERT INTO draft (id, document_id, base_version_id, revision, characters, snapshot_revision, created_at, updated_at)
     VALUES ('r', 'd', 'v', 1, 17, 0, '${AT}', '${AT}');
   INSERT INTO draft_snapshot VALUES ('r', 0, '全社会研发经费投入强度达到3%以上。', 0);
   INSERT INTO draft_journal VALUES ('r', 1, '[{"from":0,"to":1,"insert":""}]', 17, '${AT}');`,
  `INSERT INTO comparison (id, left_version_id, right_document_id, created_at) VALUES ('c', 'v', 'd', '${AT}');
   INSERT INTO decision (id, comparison_id, subject, anchor, status, reason, reviewer, decided_at)
     VALUES ('e', 'c', 'row', '{}', 'accepted', '口径一致', '李', '${AT}');`,
  `INSERT INTO setting VALUES ('theme', '"dark"', '${AT}');`,
  '',
  `UPDATE version SET stale = 1;`,
  `INSERT INTO version_search (rowid, text) SELECT id, text FROM version_text;
   INSERT INTO version_terms (rowid, terms) VALUES (1, '${shortTerms('研发经费')}');`,
  `INSERT INTO remark (id, version_id, origin, quote, before, after, start, author, text, resolved, created_at, updated_at)
     VALUES ('m', 'v', 'imported', '3%', '达到', '以上', 13, '王', '请核', 0, '${AT}', '${AT}');`,
  `INSERT INTO version_sketch VALUES (1, zeroblob(52));`,
  `INSERT INTO target_correction (id, document_id, kind, place, was, author, created_at)
     VALUES ('k', 'd', 'not-target', '{}', '{}', '李', '${AT}');`,
]

function schemaHash(form: number): string {
  const db = new Database(':memory:')
  migrate(db, MIGRATIONS.slice(0, form))
  const sql = db
    .prepare('SELECT group_concat(sql, char(10)) FROM (SELECT sql FROM sqlite_master ORDER BY name)')
    .pluck()
    .get()
  return createHash('sha256').update(String(sql)).digest('hex').slice(0, 16)
}

test('no released migration was edited', () => {
  expect(MIGRATIONS.map((migration) => schemaHash(migration.version))).toEqual(SCHEMAS)
})

describe('from every form to the newest', () => {
  const old = MIGRATIONS.map((migration) => migration.version).filter((form) => form < LATEST_VERSION)

  test.each(old)('form %i: the data stays, a backup of before stands beside it', (form) => {
    const folder = temporaryFolder()
    const path = join(folder, 'library.duigao')
    writeOldLibrary(path, form, (db) => db.exec(DATA.slice(0, form).join('\n')))

    const { db, backup } = openLibrary(path, { at: new Date(AT) })
    const one = (sql: string) => db.prepare(sql).pluck().get()
    expect(formVersion(db)).toBe(LATEST_VERSION)
    expect(one('SELECT text FROM version JOIN version_text USING (sha256)')).toBe('全社会研发经费投入强度达到3%以上。')
    expect(one(`SELECT count(*) FROM version_search WHERE version_search MATCH '"研发经费"'`)).toBe(1)
    expect(one(`SELECT count(*) FROM version_terms WHERE version_terms MATCH '"${shortTerm('经费')}"'`)).toBe(1)
    expect(one('SELECT stale FROM version')).toBe(form >= 6 ? 1 : 0)
    expect(one('SELECT length(sketch) FROM version_sketch JOIN version_text ON version_text.id = text_id')).toBe(
      4 * (18 - 5),
    )
    if (form >= 8) expect(one('SELECT author FROM remark')).toBe('王')
    if (form >= 10) expect(one('SELECT kind FROM target_correction')).toBe('not-target')
    if (form >= 2) expect(one('SELECT revision FROM draft')).toBe(1)
    if (form >= 3) expect(one('SELECT stamp FROM comparison')).toBe(1)
    if (form >= 4) expect(one(`SELECT value FROM setting WHERE name = 'theme'`)).toBe('"dark"')
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(db.pragma('foreign_key_check')).toEqual([])
    db.close()

    expect(readdirSync(folder).toSorted()).toEqual(['library.duigao', `library.duigao.form${form}-20260304T050607.bak`])
    const before = new Database(backup ?? '', { readonly: true })
    expect([formVersion(before), before.prepare('SELECT title FROM document').pluck().get()]).toEqual([
      form,
      '规划纲要',
    ])
    before.close()
  })
})

test('a migration that fails leaves the form before it, whole', () => {
  const db = new Database(':memory:')
  const broken = {
    version: 2,
    name: 'broken',
    up: (inside: Database.Database) => {
      inside.exec('CREATE TABLE half_done (id INTEGER) STRICT')
      throw new Error('no further')
    },
  }
  expect(() => migrate(db, [...MIGRATIONS.slice(0, 1), broken])).toThrow('no further')
  expect(formVersion(db)).toBe(1)
  expect(db.prepare(`SELECT count(*) FROM sqlite_master WHERE name = 'half_done'`).pluck().get()).toBe(0)
  expect(db.pragma('foreign_keys', { simple: true })).toBe(1)
})

test('a migration that breaks a reference is not kept', () => {
  const db = new Database(':memory:')
  const orphaning = {
    version: 2,
    name: 'orphaning',
    up: (inside: Database.Database) =>
      inside.exec(`
      INSERT INTO version (id, document_id, sha256, author, note, characters, findings, truncated, created_at)
      VALUES ('v', 'nobody', '${HASH}', '', '', 0, 0, 0, '')`),
  }
  expect(() => migrate(db, [...MIGRATIONS.slice(0, 1), orphaning])).toThrow('broken references')
  expect(db.prepare('SELECT count(*) FROM version').pluck().get()).toBe(0)
})

test('a list with a gap is refused', () => {
  const db = new Database(':memory:')
  expect(() => migrate(db, MIGRATIONS.slice(1))).toThrow('out of order')
})
