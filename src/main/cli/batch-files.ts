import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { DuigaoError } from '../../shared/contract/errors.ts'
import { SKIPPED, skippedByName } from '../services/unpack-files.ts'

/** A file to import: `file` as the user would find it, `name` as the library keeps it, a path within the folder that was named. */
export interface BatchFile {
  readonly type: 'file'
  readonly file: string
  readonly name: string
  readonly size: number
  readonly read: () => Promise<Uint8Array>
}
export interface SkippedFile {
  readonly type: 'skipped'
  readonly file: string
  readonly reason: string
}
export interface FailedFile {
  readonly type: 'failed'
  readonly file: string
  readonly error: unknown
}
export type BatchEntry = BatchFile | SkippedFile | FailedFile

const LINK = '链接，没有跟着去读。'

/** The library keeps names of up to 500 characters. */
function nameOf(path: string): string {
  return path.length > 500 ? basename(path) : path
}

function fileAt(path: string, file: string, name: string, size: number): BatchFile {
  return { type: 'file', file, name: nameOf(name), size, read: () => readFile(path) }
}

function skippedFolder(name: string): 'system-file' | null {
  return name.startsWith('.') || name === '__MACOSX' ? 'system-file' : null
}

async function* folderFiles(path: string, file: string, within: string): AsyncGenerator<BatchEntry> {
  const entries = await readdir(path, { withFileTypes: true })
  const byName = new Intl.Collator('zh', { numeric: true })
  for (const entry of entries.toSorted((a, b) => byName.compare(a.name, b.name))) {
    const at = join(path, entry.name)
    const shown = join(file, entry.name)
    const name = within === '' ? entry.name : `${within}/${entry.name}`
    try {
      const skipped = entry.isDirectory() ? skippedFolder(entry.name) : skippedByName(entry.name)
      if (entry.isSymbolicLink()) yield { type: 'skipped', file: shown, reason: LINK }
      else if (skipped) yield { type: 'skipped', file: shown, reason: SKIPPED[skipped].message }
      else if (entry.isDirectory()) yield* folderFiles(at, shown, name)
      else yield fileAt(at, shown, name, (await stat(at)).size)
    } catch (error) {
      yield { type: 'failed', file: shown, error: unopenable(shown, error) }
    }
  }
}

function unopenable(file: string, error: unknown): DuigaoError {
  const missing = (error as NodeJS.ErrnoException).code === 'ENOENT'
  const reason = missing ? '没有这个文件。请核对路径。' : '打不开。请检查是否有权读取。'
  return new DuigaoError({ code: 'not-found', message: `“${file}”：${reason}`, file }, error)
}

/**
 * The files that a command line names, one at a time: a file whatever it is called, of a folder and the folders in it those that can
 * be read, in the order of their names. Nothing is opened before its turn. What is not there is `failed`, and the rest go on.
 */
export async function* batchFiles(words: readonly string[], directory: string): AsyncGenerator<BatchEntry> {
  for (const word of words) {
    const path = resolve(directory, word)
    try {
      const found = await stat(path)
      if (found.isDirectory()) yield* folderFiles(path, word, '')
      else yield fileAt(path, word, basename(path), found.size)
    } catch (error) {
      yield { type: 'failed', file: word, error: unopenable(word, error) }
    }
  }
}
