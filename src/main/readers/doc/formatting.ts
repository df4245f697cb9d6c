import { type Bytes, readBytes } from '../ole/bytes.ts'
import { type Property, readProperties } from './properties.ts'

/** Formatting of a range of bytes of the text. */
export interface FormatRun {
  readonly from: number
  readonly to: number
  /** The paragraph style; 0 for characters. */
  readonly style: number
  readonly properties: readonly Property[]
}

const PAGE = 512

/**
 * Reads the pages of formatting (MS-DOC 2.9.33 ChpxFkp, 2.9.175 PapxFkp) that a list of pages names. Runs are in the order of the file.
 */
export function readFormatting(list: Bytes, main: Bytes, kind: 'characters' | 'paragraphs'): FormatRun[] {
  const count = Math.floor((list.length - 4) / 8)
  const runs: FormatRun[] = []
  for (let index = 0; index < count; index += 1) {
    const number = list.u32((count + 1) * 4 + index * 4) & 0x3fffff
    const start = number * PAGE
    if (start + PAGE <= main.length) readPage(readBytes(main.part(start, PAGE)), kind, runs)
  }
  return runs.toSorted((a, b) => a.from - b.from)
}

function readPage(page: Bytes, kind: 'characters' | 'paragraphs', runs: FormatRun[]): void {
  const count = page.u8(PAGE - 1)
  const width = kind === 'characters' ? 1 : 13
  if ((count + 1) * 4 + count * width > PAGE) return
  for (let index = 0; index < count; index += 1) {
    const from = page.u32(index * 4)
    const to = page.u32(index * 4 + 4)
    const place = page.u8((count + 1) * 4 + index * width) * 2
    const list = place === 0 ? EMPTY : listAt(page, place, kind)
    const style = kind === 'paragraphs' && list.length >= 2 ? readBytes(list).u16(0) : 0
    runs.push({ from, to, style, properties: readProperties(kind === 'paragraphs' ? list.subarray(2) : list) })
  }
}

const EMPTY = new Uint8Array()

function listAt(page: Bytes, place: number, kind: 'characters' | 'paragraphs'): Uint8Array {
  const size = page.u8(place)
  const [at, length] =
    kind === 'characters'
      ? [place + 1, size]
      : size === 0
        ? [place + 2, page.u8(place + 1) * 2]
        : [place + 1, size * 2 - 1]
  return at + length > PAGE ? EMPTY : page.part(at, length)
}

/** The run that a byte of the text lies in. */
export function runAt(runs: readonly FormatRun[], offset: number): FormatRun | undefined {
  let [low, high] = [0, runs.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const run = runs[middle]
    if (run === undefined) return undefined
    if (offset < run.from) high = middle - 1
    else if (offset >= run.to) low = middle + 1
    else return run
  }
  return undefined
}
