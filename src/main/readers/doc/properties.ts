import { type Bytes, readBytes } from '../ole/bytes.ts'

/** A property modifier (MS-DOC 2.6): what it changes, and its operand. */
export interface Property {
  readonly code: number
  readonly operand: Bytes
}

/** Codes of the properties that matter for the text. */
export const CODE = {
  // characters
  deleted: 0x0800,
  deletedBy: 0x4863,
  deletedAt: 0x6864,
  inserted: 0x0801,
  insertedBy: 0x4804,
  insertedAt: 0x6805,
  hidden: 0x083c,
  special: 0x0855,
  symbol: 0x6a09,
  // paragraphs
  inTable: 0x2416,
  rowEnd: 0x2417,
  innerCellEnd: 0x244b,
  innerRowEnd: 0x244c,
  tableDepth: 0x6649,
  listLevel: 0x260a,
  list: 0x460b,
  outlineLevel: 0x2640,
  // rows
  cells: 0xd608,
} as const

const TABS = 0xc615
/** Operand sizes by the top three bits of a code; 6 is variable. */
const SIZES = [1, 1, 2, 4, 2, 2, 0, 3] as const

/** The properties of a list of modifiers; a list that breaks off gives what came before. */
export function readProperties(list: Uint8Array): Property[] {
  const bytes = readBytes(list)
  const properties: Property[] = []
  for (let at = 0; at + 2 < bytes.length; ) {
    const code = bytes.u16(at)
    const { skip, size } = operandOf(code, bytes, at + 2)
    if (at + 2 + skip + size > bytes.length) break
    properties.push({ code, operand: readBytes(bytes.part(at + 2 + skip, size)) })
    at += 2 + skip + size
  }
  return properties
}

function operandOf(code: number, bytes: Bytes, at: number): { skip: number; size: number } {
  const kind = code >> 13
  if (kind !== 6) return { skip: 0, size: SIZES[kind] ?? 1 }
  if (code === CODE.cells) return at + 2 > bytes.length ? BROKEN : { skip: 2, size: Math.max(bytes.u16(at) - 1, 0) }
  const size = bytes.u8(at)
  if (code !== TABS || size !== 255) return { skip: 1, size }
  const deleted = bytes.u8(at + 1)
  const added = at + 2 + deleted * 4 < bytes.length ? bytes.u8(at + 2 + deleted * 4) : 0
  return { skip: 1, size: 2 + deleted * 4 + added * 3 }
}

const BROKEN = { skip: Number.POSITIVE_INFINITY, size: 0 }

/** The last value of a one- or two-byte property; undefined when it is not in the list. */
export function valueOf(properties: readonly Property[], code: number): number | undefined {
  const operand = properties.findLast((property) => property.code === code)?.operand
  if (operand === undefined || operand.length === 0) return undefined
  if (operand.length === 1) return operand.u8(0)
  return operand.length < 4 ? operand.u16(0) : operand.u32(0)
}
