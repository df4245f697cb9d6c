import { randomUUID } from 'node:crypto'
import { linkSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { APPLICATION_ID, inspectFile, isVacant } from './inspect-file.ts'
import { migrate } from './migrate.ts'
import { LATEST_VERSION } from './migrations/all.ts'
import { classifyError, libraryError } from './sqlite-errors.ts'

/** Milliseconds to wait for another process's write before `library-locked`. A write of ours takes a few; a first-run sample import some hundred. */
const BUSY_TIMEOUT = 3000

export interface OpenOptions {
  /** Names the backup of an older library. */
  readonly at: Date
  readonly busyTimeout?: number | undefined
}

export interface OpenLibrary {
  readonly db: Database.Database
  /** The copy made before the library was brought to a newer form; null when it already was in it. */
  readonly backup: string | null
}

/**
 * How every connection is set: WAL lets a reader (a second window, the command line) work while one writes;
 * synchronous=FULL makes a commit survive a power cut; cell_size_check and trusted_schema guard against a crafted file.
 */
function configure(db: Database.Database): void {
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma('foreign_keys = ON')
  db.pragma('cell_size_check = ON')
  db.pragma('trusted_schema = OFF')
  // After a long write the log shrinks back, so that a library on a stick does not carry it along.
  db.pragma('journal_size_limit = 16777216')
}

/** Puts a finished file in its place unless another process was quicker; file systems without links (FAT) rename. */
function place(finished: string, path: string): void {
  if (!isVacant(path)) return
  try {
    rmSync(path, { force: true })
    linkSync(finished, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') renameSync(finished, path)
  }
}

/** Makes a library beside its place and moves it there whole: a crash leaves no half-made library. */
function create(path: string): void {
  mkdirSync(dirname(path), { recursive: true })
  const unfinished = `${path}.${randomUUID()}.new`
  try {
    const db = new Database(unfinished)
    try {
      db.pragma(`application_id = ${APPLICATION_ID}`)
      migrate(db)
    } finally {
      db.close()
    }
    place(unfinished, path)
  } finally {
    rmSync(unfinished, { force: true })
  }
}

/** `library.duigao` in form 3 → `library.duigao.form3-20260102T030405.bak`, beside it. */
function backUp(db: Database.Database, path: string, form: number, at: Date): string {
  const stamp = at.toISOString().replace(/[-:]|\..*/g, '')
  const backup = `${path}.form${form}-${stamp}.bak`
  db.prepare('VACUUM INTO ?').run(backup)
  return backup
}

function connect(path: string, { at, busyTimeout = BUSY_TIMEOUT }: OpenOptions): OpenLibrary {
  const form = inspectFile(path)
  const db = new Database(path, { fileMustExist: true, timeout: busyTimeout })
  try {
    configure(db)
    if (form === LATEST_VERSION) return { db, backup: null }
    const backup = backUp(db, path, form, at)
    migrate(db)
    return { db, backup }
  } catch (error) {
    db.close()
    throw error
  }
}

/**
 * Opens the library at `path`, making it when there is none and bringing an older one up to date (after a backup beside it).
 * Several processes of one machine may have it open: writes wait for each other, then `library-locked`.
 * Throws `library-damaged` or `library-newer` without having written to the file, `write-failed` or `disk-full`.
 */
export function openLibrary(path: string, options: OpenOptions): OpenLibrary {
  try {
    if (isVacant(path)) create(path)
    return connect(path, options)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOSPC') throw libraryError('disk-full', path, error)
    const unreachable = ['EACCES', 'EPERM', 'EROFS', 'EIO', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG', 'EEXIST', 'EBUSY']
    if (code !== undefined && unreachable.includes(code)) throw libraryError('write-failed', path, error)
    throw classifyError(error, path)
  }
}

/** Ends a connection, folding the log into the one file that people copy. */
export function closeLibrary(db: Database.Database): void {
  if (!db.open) return
  try {
    db.pragma('wal_checkpoint(TRUNCATE)')
  } catch {
    // Another process still reads: its own closing folds the log in.
  }
  db.close()
}
