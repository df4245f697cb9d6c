import type { ErrorCode } from '../../shared/contract/errors.ts'
import { READABLE, type SkipReason, SYSTEM_FILE, unpackArchive } from '../readers/archive.ts'
import { PENDING_LIMITS } from './pending-imports.ts'
import type { TaskOutput } from './tasks/tasks.ts'

/** Why an entry is left out, in words with what to do where something can be done, and as the error of a file. */
export const SKIPPED: Readonly<Record<SkipReason, { readonly code: ErrorCode; readonly message: string }>> = {
  'system-file': { code: 'file-unsupported', message: '系统或编辑软件留下的文件，不是文稿。' },
  encrypted: { code: 'file-encrypted', message: '设有密码。请先解压，再导入里面的文件。' },
  unsupported: { code: 'file-unsupported', message: '不是能导入的文稿格式。' },
  nested: { code: 'file-unsupported', message: '压缩包套得太深。请先解压，再导入里面的文件。' },
  'too-large': { code: 'file-too-large', message: '超过单个文件的上限。请拆分后再导入。' },
  'bad-path': { code: 'file-damaged', message: '路径不安全，没有解压。' },
  damaged: { code: 'file-damaged', message: '已损坏，解不开。请重新打包，或单独导入这个文件。' },
  empty: { code: 'file-empty', message: '空文件。' },
}

/** Whether a file is a batch to be unpacked, by its name: what is inside tells the readers the rest. */
export function isArchive(name: string): boolean {
  return /\.zip$/i.test(name)
}

/** Why a file of a folder is left out, by its name alone, as of an archive; null for one that is to be read. */
export function skippedByName(name: string): SkipReason | null {
  if (SYSTEM_FILE.test(name) || name.startsWith('.')) return 'system-file'
  return READABLE.test(name) || isArchive(name) ? null : 'unsupported'
}

/**
 * The documents of an archive, each for a reading of its own, and what was left out with the reason. Unpacks to no more than may
 * wait in the queue. Errors as `unpackArchive`.
 */
export function unpackFiles(bytes: Uint8Array, file: string): TaskOutput<'unpack'> {
  return unpackArchive(bytes, file, { maxTotal: PENDING_LIMITS.bytes })
}
