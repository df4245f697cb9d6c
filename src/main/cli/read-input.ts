import { readFile, stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { DuigaoError } from '../../shared/contract/errors.ts'
import { MAX_UPLOAD_BYTES } from '../../shared/contract/schemas.ts'
import { type ReadDocument, readDocument } from '../services/read-document.ts'
import type { Io } from './io.ts'

async function readStdin(io: Io): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  for await (const chunk of io.stdin) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}

async function readBytes(file: string, directory: string): Promise<Uint8Array> {
  const path = resolve(directory, file)
  try {
    const { size } = await stat(path)
    if (size > MAX_UPLOAD_BYTES) {
      const detail = { size, limit: MAX_UPLOAD_BYTES }
      throw new DuigaoError({
        code: 'file-too-large',
        message: `“${file}”有 ${Math.ceil(size / 1048576)} MB，超过 ${MAX_UPLOAD_BYTES / 1048576} MB 的上限。请拆分后再试。`,
        file,
        detail,
      })
    }
    return await readFile(path)
  } catch (error) {
    if (error instanceof DuigaoError) throw error
    const reason = (error as NodeJS.ErrnoException).code === 'ENOENT' ? '没有这个文件' : '文件打不开'
    throw new DuigaoError({ code: 'not-found', message: `“${file}”：${reason}。请核对路径和权限。`, file }, error)
  }
}

/** Reads and cleans the file a command names; `-` is text on standard input. Throws a DuigaoError that names the file. */
export async function readInput(file: string, io: Io): Promise<ReadDocument> {
  if (file === '-') return readDocument(await readStdin(io), 'stdin.txt')
  return readDocument(await readBytes(file, io.directory), basename(file))
}
