/** Thrown for a compound file or a stream in it whose structure does not hold. */
export class OleError extends Error {}

/** The streams of a compound file (MS-CFB), those of its root storage only: embedded objects have their own below. */
export interface CompoundFile {
  readonly names: readonly string[]
  /** The bytes of a stream; undefined when there is none of that name. */
  readonly stream: (name: string) => Uint8Array | undefined
}

const HEADER = 512
const ENTRY = 128
const STREAM = 2
const LAST_SECTOR = 0xfffffffa
const MINI_CUTOFF = 4096
const MAX_ENTRIES = 10_000

interface Entry {
  readonly name: string
  readonly type: number
  readonly left: number
  readonly right: number
  readonly child: number
  readonly start: number
  readonly size: number
}

interface Sectors {
  readonly bytes: Uint8Array
  readonly size: number
  readonly first: number
  readonly next: Uint32Array
}

/**
 * Opens a compound file.
 * @throws OleError
 */
export function openCompoundFile(bytes: Uint8Array): CompoundFile {
  if (bytes.length < HEADER) throw new OleError('too short')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const shift = view.getUint16(30, true)
  if (shift !== 9 && shift !== 12) throw new OleError('sector size')
  const size = 2 ** shift
  const sectors: Sectors = { bytes, size, first: size, next: readFat(view, size) }
  const entries = readEntries(readChain(sectors, view.getUint32(48, true), bytes.length))
  const root = entries[0]
  if (root === undefined) throw new OleError('no directory')
  const mini: Sectors = {
    bytes: readChain(sectors, root.start, root.size),
    size: 64,
    first: 0,
    next: toNumbers(readChain(sectors, view.getUint32(60, true), bytes.length)),
  }
  const streams = new Map<string, Entry>()
  for (const entry of childrenOf(root, entries)) if (entry.type === STREAM) streams.set(entry.name, entry)
  return {
    names: [...streams.keys()],
    stream: (name) => {
      const entry = streams.get(name)
      if (entry === undefined) return undefined
      return readChain(entry.size < MINI_CUTOFF ? mini : sectors, entry.start, entry.size)
    },
  }
}

/** The table of following sectors: its own sectors are listed in the header and, for large files, in a chain of lists. */
function readFat(view: DataView, size: number): Uint32Array {
  const places: number[] = []
  for (let i = 0; i < 109; i += 1) places.push(view.getUint32(76 + i * 4, true))
  const limit = Math.ceil(view.byteLength / size)
  let list = view.getUint32(68, true)
  for (let steps = 0; list < LAST_SECTOR && steps < limit; steps += 1) {
    const at = (list + 1) * size
    if (at + size > view.byteLength) throw new OleError('sector list')
    for (let i = 0; i < size / 4 - 1; i += 1) places.push(view.getUint32(at + i * 4, true))
    list = view.getUint32(at + size - 4, true)
  }
  const used = places.filter((place) => place < LAST_SECTOR && (place + 1) * size < view.byteLength).slice(0, limit)
  const next = new Uint32Array(used.length * (size / 4)).fill(LAST_SECTOR)
  used.forEach((place, index) => {
    for (let i = 0; i < size / 4; i += 1) {
      const at = (place + 1) * size + i * 4
      if (at + 4 <= view.byteLength) next[index * (size / 4) + i] = view.getUint32(at, true)
    }
  })
  return next
}

/** The bytes of a chain of sectors, cut to the size stated; a chain that ends early gives what there is. */
function readChain(sectors: Sectors, start: number, size: number): Uint8Array {
  const parts: Uint8Array[] = []
  const most = Math.ceil(sectors.bytes.length / sectors.size) + 1
  let length = 0
  for (let sector = start; sector < LAST_SECTOR && length < size; sector = sectors.next[sector] ?? LAST_SECTOR) {
    const at = sectors.first + sector * sectors.size
    if (at >= sectors.bytes.length) break
    if (parts.length > most) throw new OleError('sectors in a circle')
    const part = sectors.bytes.subarray(at, Math.min(at + sectors.size, sectors.bytes.length))
    parts.push(part)
    length += part.length
  }
  const all = Buffer.concat(parts)
  return all.subarray(0, Math.min(size, all.length))
}

function toNumbers(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Uint32Array.from({ length: Math.floor(bytes.length / 4) }, (_, index) => view.getUint32(index * 4, true))
}

function readEntries(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const count = Math.min(Math.floor(bytes.length / ENTRY), MAX_ENTRIES)
  return Array.from({ length: count }, (_, index) => {
    const at = index * ENTRY
    const length = Math.min(Math.max(view.getUint16(at + 64, true) - 2, 0), 62)
    return {
      name: new TextDecoder('utf-16le').decode(bytes.subarray(at, at + 64).subarray(0, length)),
      type: view.getUint8(at + 66),
      left: view.getUint32(at + 68, true),
      right: view.getUint32(at + 72, true),
      child: view.getUint32(at + 76, true),
      start: view.getUint32(at + 116, true),
      size: view.getUint32(at + 120, true),
    }
  })
}

/** The entries in a storage: a tree of left and right neighbours. */
function childrenOf(storage: Entry, entries: readonly Entry[]): Entry[] {
  const found = new Set<Entry>()
  const open = [storage.child]
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    const entry = entries[index]
    if (entry === undefined || found.has(entry)) continue
    found.add(entry)
    open.push(entry.left, entry.right)
  }
  return [...found]
}
