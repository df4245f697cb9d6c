import { type Bytes, readBytes } from '../ole/bytes.ts'

/** A record of a workbook stream (MS-XLS 2.1.4) with the parts that follow it because it was too long for one. */
export interface BiffRecord {
  readonly type: number
  readonly data: Bytes
  readonly continued: readonly Uint8Array[]
}

export const TYPE = {
  formula: 0x0006,
  end: 0x000a,
  note: 0x001c,
  dateMode: 0x0022,
  filePass: 0x002f,
  continue: 0x003c,
  codePage: 0x0042,
  columns: 0x007d,
  boundSheet: 0x0085,
  multipleRk: 0x00bd,
  richString: 0x00d6,
  style: 0x00e0,
  merged: 0x00e5,
  strings: 0x00fc,
  sharedString: 0x00fd,
  text: 0x01b6,
  number: 0x0203,
  label: 0x0204,
  bool: 0x0205,
  string: 0x0207,
  row: 0x0208,
  rk: 0x027e,
  format: 0x041e,
  begin: 0x0809,
} as const

const MAX_RECORDS = 5_000_000

/** Splits a stream into records, from an offset to the end of the substream that begins there. A stream that breaks off gives what there is. */
export function readRecords(stream: Uint8Array, from: number): BiffRecord[] {
  const bytes = readBytes(stream)
  const records: { type: number; data: Bytes; continued: Uint8Array[] }[] = []
  let depth = 0
  for (let at = from; at + 4 <= bytes.length && records.length < MAX_RECORDS; ) {
    const type = bytes.u16(at)
    const length = Math.min(bytes.u16(at + 2), bytes.length - at - 4)
    const data = bytes.part(at + 4, length)
    if (type === TYPE.continue) records.at(-1)?.continued.push(data)
    else records.push({ type, data: readBytes(data), continued: [] })
    if (type === TYPE.begin) depth += 1
    if (type === TYPE.end) depth -= 1
    if (depth <= 0) break
    at += 4 + length
  }
  return records
}
