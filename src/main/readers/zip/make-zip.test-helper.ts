import { crc32, deflateRawSync } from 'node:zlib'

/** An entry as a packer would write it, down to what packers get wrong. */
export interface ZipSource {
  /** The bytes of the name, so that any code page can be tried. */
  readonly name: Buffer | string
  readonly content: Uint8Array | string
  readonly utf8?: boolean
  readonly encrypted?: boolean
  readonly link?: boolean
  readonly extra?: Buffer
  /** What the directory says instead of the truth. */
  readonly unpackedSize?: number
  readonly checksum?: number
  /** Points at the packed bytes of the entry of this index instead of bytes of its own. */
  readonly sharedWith?: number
}

const UNIX_LINK = 0xa1ff * 0x10000

/** Packs a zip file byte by byte (APPNOTE.TXT 4.3). */
export function makeZip(sources: readonly ZipSource[]): Uint8Array {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  const offsets: number[] = []
  let offset = 0
  for (const source of sources) {
    const name = Buffer.from(source.name as string)
    const content = Buffer.from(source.content as string)
    const packed = deflateRawSync(content)
    const flags = (source.encrypted ? 1 : 0) | (source.utf8 ? 1 << 11 : 0)
    const sizes = [source.checksum ?? crc32(content), packed.length, source.unpackedSize ?? content.length]
    const local = Buffer.concat([header(0x04034b50, [20, flags, 8, 0, 0], sizes, [name.length, 0]), name, packed])
    const shared = source.sharedWith === undefined ? undefined : offsets[source.sharedWith]
    offsets.push(shared ?? offset)
    const extra = source.extra ?? Buffer.alloc(0)
    const entry = header(0x02014b50, [0x0314, 20, flags, 8, 0, 0], sizes, [name.length, extra.length, 0, 0, 0])
    const tail = Buffer.alloc(8)
    tail.writeUInt32LE(source.link ? UNIX_LINK : 0, 0)
    tail.writeUInt32LE(shared ?? offset, 4)
    directory.push(Buffer.concat([entry, tail, name, extra]))
    if (shared === undefined) {
      locals.push(local)
      offset += local.length
    }
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(sources.length, 8)
  end.writeUInt16LE(sources.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, list, end])
}

function header(
  signature: number,
  before: readonly number[],
  sizes: readonly number[],
  after: readonly number[],
): Buffer {
  const bytes = Buffer.alloc(4 + before.length * 2 + sizes.length * 4 + after.length * 2)
  bytes.writeUInt32LE(signature, 0)
  let at = 4
  for (const value of before) at = bytes.writeUInt16LE(value, at)
  for (const value of sizes) at = bytes.writeUInt32LE(value, at)
  for (const value of after) at = bytes.writeUInt16LE(value, at)
  return bytes
}
