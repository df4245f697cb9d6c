import { unzipSync, zipSync } from 'fflate'
import { DuigaoError } from '../../shared/contract/errors.ts'

/** Reads a file in whatever form; must give something or throw a DuigaoError. */
export type Read = (bytes: Uint8Array) => unknown
export type Random = () => number

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** A damaged copy of a file. A zip archive is damaged half of the time inside, in the part that its reader will unpack. */
export function mutate(bytes: Uint8Array, random: Random): Uint8Array {
  const zipped = bytes[0] === 0x50 && bytes[1] === 0x4b
  if (!zipped || random() < 0.5) return damage(bytes, random)
  const parts = unzipSync(bytes)
  const names = Object.keys(parts).filter((name) => /\.(?:xml|rels)$/.test(name))
  const name = names[Math.floor(random() * names.length)]
  const part = name === undefined ? undefined : parts[name]
  if (name === undefined || part === undefined) return damage(bytes, random)
  return zipSync({ ...parts, [name]: damage(part, random) }, { level: 1 })
}

const NUMBERS = [0, 1, 0x7f, 0x80, 0xff]

function damage(bytes: Uint8Array, random: Random): Uint8Array {
  let copy = Buffer.from(bytes)
  const times = 1 + Math.floor(random() ** 3 * 40)
  for (let i = 0; i < times; i += 1) copy = damageOnce(copy, random)
  return copy
}

/** Changes a byte or a number, cuts off the end, takes a stretch out, doubles one, or moves one. */
function damageOnce(bytes: Buffer<ArrayBuffer>, random: Random): Buffer<ArrayBuffer> {
  const at = Math.floor(random() * bytes.length)
  const length = Math.floor(random() ** 4 * Math.min(bytes.length, 5000))
  const kind = Math.floor(random() * 8)
  if (kind <= 2) {
    bytes[at] =
      kind === 0
        ? Math.floor(random() * 256)
        : kind === 1
          ? (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8))
          : pick(random)
    return bytes
  }
  if (kind === 3) {
    for (let i = 0; i < 4 && at + i < bytes.length; i += 1) bytes[at + i] = pick(random)
    return bytes
  }
  const [before, stretch, after] = [bytes.subarray(0, at), bytes.subarray(at, at + length), bytes.subarray(at + length)]
  if (kind === 4) return random() < 0.2 ? Buffer.from(before) : bytes
  if (kind === 5) return Buffer.concat([before, after])
  if (kind === 6) return Buffer.concat([before, stretch, stretch, after])
  return Buffer.concat([after, stretch, before])
}

function pick(random: Random): number {
  return NUMBERS[Math.floor(random() * NUMBERS.length)] ?? 0
}

/** A case that did not end in text or a DuigaoError, or took too long. */
export interface FuzzFailure {
  readonly index: number
  readonly problem: string
}

export interface FuzzOutcome {
  readonly texts: number
  readonly errors: number
  readonly slowest: number
  readonly failures: readonly FuzzFailure[]
}

/** Reads so many damaged copies of the files. `onCase` is told of each before it is read. */
export async function fuzz(
  read: Read,
  files: readonly Uint8Array[],
  { cases, seed, limit, onCase }: { cases: number; seed: number; limit: number; onCase?: (index: number) => void },
): Promise<FuzzOutcome> {
  let [texts, errors, slowest] = [0, 0, 0]
  const failures: FuzzFailure[] = []
  for (let index = 0; index < cases; index += 1) {
    const file = files[index % files.length]
    if (file === undefined) break
    const bytes = mutate(file, seededRandom(seed + index))
    onCase?.(index)
    const start = performance.now()
    try {
      await read(bytes)
      texts += 1
    } catch (error) {
      errors += 1
      if (!(error instanceof DuigaoError))
        failures.push({ index, problem: String(error instanceof Error ? error.stack : error) })
    }
    const time = performance.now() - start
    slowest = Math.max(slowest, time)
    if (time > limit) failures.push({ index, problem: `took ${Math.round(time)} ms` })
  }
  return { texts, errors, slowest, failures }
}
