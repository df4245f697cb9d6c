const SECTOR = 512
const END = 0xfffffffe
const FREE = 0xffffffff

/** Makes a compound file of streams of any size: each is padded to 4096 bytes, so that none is a small one. */
export function makeCompoundFile(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const bodies = Object.values(streams).map((bytes) =>
    pad(bytes, Math.max(4096, Math.ceil(bytes.length / SECTOR) * SECTOR)),
  )
  const directory = pad(new Uint8Array(), Math.ceil((bodies.length + 1) / 4) * SECTOR)
  const contents = [directory, ...bodies]
  const sectors = contents.reduce((sum, bytes) => sum + bytes.length / SECTOR, 0)
  const tables = Math.ceil((sectors + 8) / (SECTOR / 4 - 1))
  const fat = new Uint32Array((tables * SECTOR) / 4).fill(FREE)
  fat.fill(0xfffffffd, 0, tables)
  let next = tables
  const starts = contents.map((bytes) => {
    const start = next
    const count = bytes.length / SECTOR
    for (let i = 0; i < count; i += 1) fat[start + i] = i === count - 1 ? END : start + i + 1
    next += count
    return start
  })
  writeEntries(Buffer.from(directory.buffer), Object.keys(streams), starts.slice(1), bodies)
  return Buffer.concat([header(tables, starts[0] ?? 0), Buffer.from(fat.buffer), ...contents])
}

function pad(bytes: Uint8Array, length: number): Uint8Array {
  const padded = new Uint8Array(length)
  padded.set(bytes)
  return padded
}

function header(tables: number, directory: number): Buffer {
  const bytes = Buffer.alloc(SECTOR)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes)
  bytes.writeUInt16LE(0x3e, 24)
  bytes.writeUInt16LE(3, 26)
  bytes.writeUInt16LE(0xfffe, 28)
  bytes.writeUInt16LE(9, 30)
  bytes.writeUInt16LE(6, 32)
  bytes.writeUInt32LE(tables, 44)
  bytes.writeUInt32LE(directory, 48)
  bytes.writeUInt32LE(4096, 56)
  bytes.writeUInt32LE(END, 60)
  bytes.writeUInt32LE(END, 68)
  for (let i = 0; i < 109; i += 1) bytes.writeUInt32LE(i < tables ? i : FREE, 76 + i * 4)
  return bytes
}

function writeEntries(
  directory: Buffer,
  names: readonly string[],
  starts: readonly number[],
  bodies: readonly Uint8Array[],
): void {
  const write = (
    index: number,
    name: string,
    type: number,
    child: number,
    start: number,
    size: number,
    right: number,
  ) => {
    const at = index * 128
    directory.write(name, at, 'utf16le')
    directory.writeUInt16LE(name.length * 2 + 2, at + 64)
    directory.writeUInt8(type, at + 66)
    directory.writeUInt32LE(FREE, at + 68)
    directory.writeUInt32LE(right, at + 72)
    directory.writeUInt32LE(child, at + 76)
    directory.writeUInt32LE(start, at + 116)
    directory.writeUInt32LE(size, at + 120)
  }
  write(0, 'Root Entry', 5, 1, END, 0, FREE)
  names.forEach((name, index) => {
    const right = index + 2 <= names.length ? index + 2 : FREE
    write(index + 1, name, 2, FREE, starts[index] ?? END, bodies[index]?.length ?? 0, right)
  })
}
