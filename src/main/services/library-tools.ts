import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { DuigaoError } from '../../shared/contract/errors.ts'
import { backUpLibrary } from '../db/back-up-library.ts'
import { createLibrary } from '../db/library.ts'
import { type LibraryCheck, verifyLibrary } from '../db/verify-library.ts'
import { findInLibrary } from './search-library.ts'

/** Work on a library file as a whole, for the command line. The app itself uses `createApp`. */

function assertExists(path: string): void {
  if (existsSync(path)) return
  const file = basename(path)
  const message = `没有文库“${file}”。请核对路径，或先用 duigao library init 新建。`
  throw new DuigaoError({ code: 'not-found', message, file })
}

/** Makes an empty library; an existing file is left as it is (`write-failed`). */
export function initLibrary(path: string, at: Date): void {
  const file = basename(path)
  if (existsSync(path))
    throw new DuigaoError({ code: 'write-failed', message: `“${file}”已存在，没有改动它。请换一个文件名。`, file })
  createLibrary(path, { at }).close()
}

export interface SearchHit {
  readonly versionId: string
  readonly documentId: string
  readonly title: string
  /** Offset (UTF-16) of the first match in the version's text, and how many there are. */
  readonly start: number
  readonly count: number
  /** The match with some text around it. */
  readonly context: string
}

/** Finds words in the visible versions of a library: document by document, newest first. */
export async function searchLibrary(
  path: string,
  query: string,
  options: { readonly at: Date; readonly limit: number },
): Promise<readonly SearchHit[]> {
  assertExists(path)
  const library = createLibrary(path, options)
  try {
    const { documents } = await findInLibrary(library.search, query, options.limit)
    return documents.flatMap(({ documentId, title, versions }) =>
      versions.map(({ versionId, count, matches: [first] }) => ({
        versionId,
        documentId,
        title,
        start: first?.start ?? 0,
        count,
        context: first?.context ?? '',
      })),
    )
  } finally {
    library.close()
  }
}

export function backUp(path: string, target: string): void {
  assertExists(path)
  backUpLibrary(path, target)
}

export function verify(path: string): LibraryCheck {
  assertExists(path)
  return verifyLibrary(path)
}

export { assertExists as assertLibraryExists }
