import { existsSync, rmSync } from 'node:fs'
import { basename } from 'node:path'
import Database from 'better-sqlite3'
import { DuigaoError } from '../../shared/contract/errors.ts'
import { inspectFile } from './inspect-file.ts'
import { classifyError } from './sqlite-errors.ts'

/**
 * Copies a library, also one that is open, into a new file: one consistent moment of it, compact, without log.
 * An existing target is left as it is (`write-failed`). Other errors as `inspectFile`.
 */
export function backUpLibrary(path: string, target: string): void {
  inspectFile(path)
  const file = basename(target)
  if (existsSync(target))
    throw new DuigaoError({ code: 'write-failed', message: `“${file}”已存在，没有覆盖。请换一个文件名。`, file })
  try {
    const db = new Database(path, { fileMustExist: true })
    try {
      db.prepare('VACUUM INTO ?').run(target)
    } finally {
      db.close()
    }
  } catch (error) {
    rmSync(target, { force: true })
    throw classifyError(error, target)
  }
}
