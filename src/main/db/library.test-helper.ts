import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { onTestFinished } from 'vitest'
import { APPLICATION_ID } from './inspect-file.ts'
import { createLibrary, type Library } from './library.ts'
import { migrate } from './migrate.ts'
import { MIGRATIONS } from './migrations/all.ts'
import type { DocumentFields, NewVersion } from './records.ts'

export const AT = '2026-03-04T05:06:07.000Z'

/** A folder of its own, gone when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'duigao-db-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Every file of a folder with the hash of its bytes: two of these are equal when nothing was written. */
export function contentsOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder).map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    ]),
  )
}

export function temporaryLibrary(): Library {
  const library = createLibrary(join(temporaryFolder(), 'library.duigao'), { at: new Date(AT) })
  onTestFinished(() => library.close())
  return library
}

/** A library file as the program of an earlier form left it; closed. */
export function writeOldLibrary(path: string, form: number, fill: (db: Database.Database) => void = () => {}): void {
  const db = new Database(path)
  db.pragma(`application_id = ${APPLICATION_ID}`)
  migrate(db, MIGRATIONS.slice(0, form))
  db.pragma('journal_mode = WAL')
  fill(db)
  db.close()
}

export const FIELDS: DocumentFields = {
  title: '临江市国民经济和社会发展第十五个五年规划纲要',
  kind: 'five-year-plan',
  region: '临江市',
  level: 'city',
  periodFrom: 2026,
  periodTo: 2030,
}

/** A version with nothing special; its hash is made up from the text's length and `id`. */
export function version(id: string, documentId: string, text: string, more: Partial<NewVersion> = {}): NewVersion {
  const sha256 = Buffer.from(`${text.length}${text}`).toString('hex').padEnd(64, '0').slice(0, 64)
  return {
    id,
    documentId,
    text,
    sha256,
    source: null,
    basedOn: null,
    blocks: null,
    stage: null,
    date: null,
    author: '',
    note: '',
    findings: 0,
    truncated: false,
    createdAt: AT,
    ...more,
  }
}

export const NO_TIMELINE = { deltas: [], first: [] }
