import { closeSync, existsSync, openSync, readFileSync, readSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import Database from 'better-sqlite3'
import { DuigaoError } from '../../shared/contract/errors.ts'
import { formVersion } from './migrate.ts'
import { LATEST_VERSION } from './migrations/all.ts'
import { classifyError, libraryError } from './sqlite-errors.ts'

/** Marks the file as ours in its header (`DuiG`), so that another program's database is never taken for a library. */
export const APPLICATION_ID = 0x44756947

/** Libraries up to this size are checked page by page at every opening, which takes some 0.2 s; larger ones only after a crash. */
const CHECKED_WHOLE_BYTES = 48 * 1024 * 1024

const MAGIC = 'SQLite format 3\0'

interface Header {
  readonly applicationId: number
  readonly form: number
  /** Bytes that the file must have by its own account. */
  readonly bytes: number
}

/** The fields of https://sqlite.org/fileformat2.html section 1.3 that say whose file this is; null when it is no SQLite file. */
function readHeader(path: string): Header | null {
  const header = Buffer.alloc(100)
  const file = openSync(path, 'r')
  try {
    if (readSync(file, header, 0, 100, 0) < 100) return null
  } finally {
    closeSync(file)
  }
  if (header.toString('latin1', 0, 16) !== MAGIC) return null
  const pageSize = header.readUInt16BE(16)
  return {
    applicationId: header.readUInt32BE(68),
    form: header.readInt32BE(60),
    bytes: (pageSize === 1 ? 65_536 : pageSize) * header.readUInt32BE(28),
  }
}

/** Whether a log stands beside the file: another process has it open, or a crash left it there. */
function hasLog(path: string): boolean {
  return existsSync(`${path}-wal`) || existsSync(`${path}-journal`)
}

/**
 * Walks every page of every table and index. Table by table, because a check of the whole would also read each text anew to
 * compare it with the search index: two seconds for 30 MB instead of a tenth of one. `verifyLibrary` does that.
 */
function checkPages(db: Database.Database, path: string): void {
  const tables = db
    .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'`)
    .pluck()
    .all()
  for (const table of ['sqlite_schema', ...tables]) {
    const [verdict] = db.pragma(`quick_check("${table.replaceAll('"', '""')}")`) as { quick_check: string }[]
    if (verdict?.quick_check !== 'ok') throw libraryError('library-damaged', path, new Error(verdict?.quick_check))
  }
}

/** With a log only SQLite knows what holds; it may finish half-written pages in memory, the file itself is not touched. */
function inspectWithLog(path: string): number {
  const db = new Database(path, { readonly: true, fileMustExist: true })
  try {
    if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID) throw libraryError('library-damaged', path)
    checkPages(db, path)
    return formVersion(db)
  } finally {
    db.close()
  }
}

/** A copy in memory is checked, because SQLite would leave an empty log beside the file. */
function checkCopy(path: string): void {
  const copy = readFileSync(path)
  // Bytes 18 and 19 ask for a log, which there is none of in memory.
  copy[18] = 1
  copy[19] = 1
  const db = new Database(copy)
  try {
    checkPages(db, path)
  } finally {
    db.close()
  }
}

function inspectAlone(path: string): number {
  const header = readHeader(path)
  const size = statSync(path).size
  if (header === null || header.applicationId !== APPLICATION_ID || size < header.bytes)
    throw libraryError('library-damaged', path)
  if (header.form <= LATEST_VERSION && size <= CHECKED_WHOLE_BYTES) checkCopy(path)
  return header.form
}

function refuseForm(form: number, path: string): void {
  if (form <= 0) throw libraryError('library-damaged', path)
  if (form <= LATEST_VERSION) return
  const file = basename(path)
  throw new DuigaoError({
    code: 'library-newer',
    message: `文库“${file}”由更新的对稿建立（格式 ${form}，本程序认识到 ${LATEST_VERSION}），没有打开也没有改动。请升级对稿后再打开。`,
    file,
    detail: { form, known: LATEST_VERSION },
  })
}

/**
 * Looks at an existing file without writing to it and returns the form it is in.
 * Throws `library-damaged` for what is no library or a broken one, `library-newer` for one from a later program.
 */
export function inspectFile(path: string): number {
  const log = hasLog(path)
  try {
    const form = log && readHeader(path) !== null ? inspectWithLog(path) : inspectAlone(path)
    refuseForm(form, path)
    return form
  } catch (error) {
    // Another process opened it while we looked at it as if nobody had: look again, with its log.
    if (!log && hasLog(path)) return inspectFile(path)
    throw classifyError(error, path)
  }
}

/** A library may be made here: there is nothing, or the empty file that a save dialog leaves. */
export function isVacant(path: string): boolean {
  return !existsSync(path) || (statSync(path).isFile() && statSync(path).size === 0 && !hasLog(path))
}
