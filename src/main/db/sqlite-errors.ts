import { basename } from 'node:path'
import Database from 'better-sqlite3'
import { DuigaoError, type ErrorCode } from '../../shared/contract/errors.ts'

type Fault = Extract<ErrorCode, 'library-damaged' | 'library-locked' | 'disk-full' | 'write-failed'>

/** Result codes of SQLite (their first part, https://sqlite.org/rescode.html) that a user can meet. */
const FAULTS: Readonly<Record<string, Fault>> = {
  SQLITE_CORRUPT: 'library-damaged',
  SQLITE_NOTADB: 'library-damaged',
  SQLITE_BUSY: 'library-locked',
  SQLITE_LOCKED: 'library-locked',
  SQLITE_PROTOCOL: 'library-locked',
  SQLITE_FULL: 'disk-full',
  SQLITE_IOERR: 'write-failed',
  SQLITE_CANTOPEN: 'write-failed',
  SQLITE_READONLY: 'write-failed',
  SQLITE_PERM: 'write-failed',
}

const MESSAGES: Readonly<Record<Fault, (file: string) => string>> = {
  'library-damaged': (file) => `文库“${file}”已损坏或不是对稿的文库，没有改动它。请从备份恢复，或换一个文库文件。`,
  'library-locked': (file) => `文库“${file}”正被另一个程序占用，这一步没有完成。请关闭那个程序后再试。`,
  'disk-full': (file) => `磁盘已满，没有写入文库“${file}”，原有内容未动。请腾出空间后再试。`,
  'write-failed': (file) => `文库“${file}”读写不了，原有内容未动。请检查文件和所在文件夹是否可写、U 盘是否已拔出。`,
}

export function libraryError(code: Fault, path: string, cause?: unknown): DuigaoError {
  const file = basename(path)
  return new DuigaoError({ code, message: MESSAGES[code](file), file }, cause)
}

/** What SQLite threw, as the error a user understands; anything else (a bug of ours) comes back as it is. */
export function classifyError(error: unknown, path: string): unknown {
  if (!(error instanceof Database.SqliteError)) return error
  const primary = error.code.split('_').slice(0, 2).join('_')
  const fault = FAULTS[primary]
  return fault === undefined ? error : libraryError(fault, path, error)
}
