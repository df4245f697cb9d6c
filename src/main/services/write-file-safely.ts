import { randomUUID } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { DuigaoError } from '../../shared/contract/errors.ts'

/**
 * Writes a file whole or not at all: into a neighbour first, flushed, then renamed over the target, so that an existing
 * file stays as it was when anything fails. Throws `disk-full` or `write-failed`, naming the file.
 */
export async function writeFileSafely(path: string, bytes: Uint8Array): Promise<void> {
  const name = basename(path)
  const temporary = join(dirname(path), `.${name}.${randomUUID()}.tmp`)
  try {
    const file = await open(temporary, 'wx')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    const full = (error as NodeJS.ErrnoException).code === 'ENOSPC'
    throw new DuigaoError(
      {
        code: full ? 'disk-full' : 'write-failed',
        message: full
          ? `磁盘已满，“${name}”没有写成，原有文件未动。请腾出空间或换一个位置再导出。`
          : `“${name}”写不进去，原有文件未动。请检查文件夹是否存在、是否可写，文件是否正被其他程序打开。`,
        file: name,
      },
      error,
    )
  }
}
