import { DuigaoError } from '../../shared/contract/errors.ts'
import type { ReadDocument } from './read-document.ts'
import type { ReadChoice, ReadSource } from './tasks/tasks.ts'

/** A file that has been read but not taken into the library. */
export interface PendingImport {
  readonly id: string
  readonly file: string
  readonly source: ReadSource
  /** What of the source was read, as it will be kept: a file's bytes, the clipboard's page or its text. */
  readonly content: Uint8Array
  readonly mediaType: string
  readonly choice: ReadChoice
  readonly reading: ReadDocument
}

export interface PendingLimits {
  readonly items: number
  /** Of the files themselves; what is read out of them takes several times as much. */
  readonly bytes: number
}

/** A dropped folder of a hundred drafts fits; a disk of videos does not. */
export const PENDING_LIMITS: PendingLimits = { items: 200, bytes: 256 * 1024 * 1024 }

function full({ items, bytes }: PendingLimits, file: string): DuigaoError {
  return new DuigaoError({
    code: 'file-too-large',
    message: `“${file}”没有读入：待导入的文件已达上限（${items} 个或 ${bytes / 1048576} MB）。请先导入或移除一些，再添加。`,
    file,
    detail: { items, bytes },
  })
}

export type PendingImports = ReturnType<typeof createPendingImports>

/** What waits to be imported, in memory only: closing the app forgets it, the library knows nothing of it. */
export function createPendingImports(limits: PendingLimits = PENDING_LIMITS) {
  const items = new Map<string, PendingImport>()
  const heldBytes = () => [...items.values()].reduce((sum, item) => sum + item.content.byteLength, 0)
  return {
    /** Throws `file-too-large` when this file would be one too many; nothing that waits is ever pushed out. */
    assertRoomFor: (file: string, bytes: number): void => {
      if (items.size >= limits.items || heldBytes() + bytes > limits.bytes) throw full(limits, file)
    },
    put: (item: PendingImport): void => void items.set(item.id, item),
    has: (id: string): boolean => items.has(id),
    get: (id: string): PendingImport => {
      const item = items.get(id)
      if (item) return item
      throw new DuigaoError({ code: 'not-found', message: '这个待导入的文件已不在队列里，请重新添加。' })
    },
    /** Forgets an item; one that is not there is fine. */
    remove: (id: string): void => void items.delete(id),
  }
}
