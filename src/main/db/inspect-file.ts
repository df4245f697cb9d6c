import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs'
import Database from 'better-sqlite3'
import { DuigaoError } from '../../shared/contract/errors.ts'
import { formVersion } from './migrate.ts'
import { LATEST_VERSION } from './migrations/all.ts'
import { classifyError, libraryError } from './sqlite-errors.ts'

/** Marks the file as ours in its header (`DuiG`), so that another program's database is never taken for a library. */
export const APPLICATION_ID = 0x44756947

/** Libraries up to this size are checked page by page at every opening: about 0.1 s. Larger ones only after a crash. */
const CHECKED_WHOLE_BYTES = 48 * 1024 * 1024

const MAGIC = 'SQLite format 3\0'

interface Header {
  readonly applicationId: number
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
    bytes: (pageSize === 1 ? 65_536 : pageSize) * header.readUInt32BE(28),
  }
}

/** Whether changes wait beside the file that a crash or a running program left there. */
function hasPendingChanges(path: string): boolean {
  return ['-wal', '-journal'].some((suffix) => (statSync(path + suffix, { throwIfNoEntry: false })?.size ?? 0) > 0)
}

function readForm(db: Database.Database, path: string): number {
  if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID) throw libraryError('library-damaged', path)
  return formVersion(db)
}

function checkPages(db: Database.Database, path: string): void {
  const [verdict] = db.pragma('quick_check(1)', { simple: false }) as { quick_check: string }[]
  if (verdict?.quick_check !== 'ok') throw libraryError('library-damaged', path, new Error(verdict?.quick_check))
}

function refuseNewer(form: number, path: string): void {
  if (form <= LATEST_VERSION) return
  const { file } = libraryError('library-damaged', path)
  throw new DuigaoError({
    code: 'library-newer',
    message: `文库“${file}”由更新的对稿建立（格式 ${form}，本程序认识到 ${LATEST_VERSION}），没有打开也没有改动。请升级对稿后再打开。`,
    ...(file === undefined ? {} : { file }),
    detail: { form, known: LATEST_VERSION },
  })
}

/**
 * Looks at an existing file without writing to it and returns the form it is in.
 * Throws `library-damaged` for what is no library or a broken one, `library-newer` for one from a later program.
 */
export function inspectFile(path: string): number {
  const pending = hasPendingChanges(path)
  const header = readHeader(path)
  if (header === null || header.applicationId !== APPLICATION_ID) throw libraryError('library-damaged', path)
  const size = statSync(path).size
  // With changes pending a half-written checkpoint is legitimate: SQLite finishes it on opening.
  if (!pending && size < header.bytes) throw libraryError('library-damaged', path)
  try {
    const db = new Database(path, { readonly: true, fileMustExist: true })
    try {
      const form = readForm(db, path)
      refuseNewer(form, path)
      if (form === 0) throw libraryError('library-damaged', path)
      if (pending || size <= CHECKED_WHOLE_BYTES) checkPages(db, path)
      return form
    } finally {
      db.close()
    }
  } catch (error) {
    throw classifyError(error, path)
  }
}

/** A library may be made here: there is nothing, or the empty file that a save dialog leaves. */
export function isVacant(path: string): boolean {
  return !existsSync(path) || (statSync(path).isFile() && statSync(path).size === 0 && !hasPendingChanges(path))
}
