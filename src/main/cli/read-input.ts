import { readFile, stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { DuigaoError } from '../../shared/contract/errors.ts'
import { assertOpenable } from '../services/assert-openable.ts'
import { type ReadDocument, readDocument } from '../services/read-document.ts'
import type { NamedBytes } from '../services/read-pair.ts'
import { isArchive } from '../services/unpack-files.ts'
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
    assertOpenable(file, size)
    return await readFile(path)
  } catch (error) {
    if (error instanceof DuigaoError) throw error
    const reason = (error as NodeJS.ErrnoException).code === 'ENOENT' ? '没有这个文件' : '文件打不开'
    throw new DuigaoError({ code: 'not-found', message: `“${file}”：${reason}。请核对路径和权限。`, file }, error)
  }
}

/** Several files in one: which of them is meant? */
function assertSingle(file: string): void {
  if (!isArchive(file)) return
  const message = `“${file}”是压缩包，里面可能有多个文件。请先解压，再读取其中一个；或用 duigao library import 文库 ${file} 整批导入。`
  throw new DuigaoError({ code: 'file-unsupported', message, file })
}

/** The bytes of the file a command names, and its name; `-` is text on standard input. Throws a DuigaoError that names the file. */
export async function inputBytes(file: string, io: Io): Promise<NamedBytes> {
  if (file === '-') return { bytes: await readStdin(io), name: 'stdin.txt' }
  assertSingle(file)
  return { bytes: await readBytes(file, io.directory), name: basename(file) }
}

/** Reads and cleans the file a command names. Of a workbook the sheet and the range chosen. */
export async function readInput(
  file: string,
  io: Io,
  options: { readonly sheet?: string; readonly range?: string } = {},
): Promise<ReadDocument> {
  const { bytes, name } = await inputBytes(file, io)
  return readDocument(bytes, name, options)
}
