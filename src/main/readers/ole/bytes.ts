import { OleError } from './compound-file.ts'

/** Little-endian numbers of a byte array. Reading past its end throws an OleError instead of giving garbage. */
export interface Bytes {
  readonly length: number
  readonly u8: (at: number) => number
  readonly u16: (at: number) => number
  readonly i16: (at: number) => number
  readonly u32: (at: number) => number
  readonly i32: (at: number) => number
  readonly f64: (at: number) => number
  /** A part; one that reaches past the end is an error. */
  readonly part: (at: number, length: number) => Uint8Array
  /** UTF-16LE text of so many units. */
  readonly text: (at: number, units: number) => string
}

export function readBytes(bytes: Uint8Array): Bytes {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const check = (at: number, size: number): number => {
    if (!(at >= 0 && size >= 0 && at + size <= bytes.length)) throw new OleError(`${size} bytes at ${at}`)
    return at
  }
  const part = (at: number, length: number) => bytes.subarray(check(at, length), at + length)
  return {
    length: bytes.length,
    u8: (at) => view.getUint8(check(at, 1)),
    u16: (at) => view.getUint16(check(at, 2), true),
    i16: (at) => view.getInt16(check(at, 2), true),
    u32: (at) => view.getUint32(check(at, 4), true),
    i32: (at) => view.getInt32(check(at, 4), true),
    f64: (at) => view.getFloat64(check(at, 8), true),
    part,
    text: (at, units) => new TextDecoder('utf-16le', { ignoreBOM: true }).decode(part(at, units * 2)),
  }
}
