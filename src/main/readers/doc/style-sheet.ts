import { type Bytes, readBytes } from '../ole/bytes.ts'
import { CODE, type Property, readProperties, valueOf } from './properties.ts'

/** What a paragraph style says that matters for the text, inherited values filled in. */
export interface DocStyle {
  readonly name: string
  /** 0–8; 9 is body text; null when nothing is said. */
  readonly outlineLevel: number | null
  /** Index of the list, from 1; 0 none; null when nothing is said. */
  readonly list: number | null
  readonly listLevel: number | null
  readonly title: boolean
}

interface Definition {
  readonly name: string
  readonly builtIn: number
  readonly base: number
  readonly properties: readonly Property[]
}

const PARAGRAPH = 1
const NO_BASE = 0xfff
const TITLE = 62
const MAX_ANCESTORS = 30

/** Reads the style sheet (MS-DOC 2.9.271, STSH): paragraph styles by their index. */
export function readStyleSheet(sheet: Bytes): ReadonlyMap<number, DocStyle> {
  if (sheet.length < 6) return new Map()
  const header = sheet.u16(0)
  const baseSize = sheet.u16(4)
  const definitions = new Map<number, Definition>()
  let at = 2 + header
  for (let index = 0; index < sheet.u16(2) && at + 2 <= sheet.length; index += 1) {
    const size = sheet.u16(at)
    if (at + 2 + size > sheet.length) break
    const definition = size === 0 ? null : readDefinition(readBytes(sheet.part(at + 2, size)), baseSize)
    if (definition !== null) definitions.set(index, definition)
    at += 2 + size
  }
  return new Map([...definitions.keys()].map((index) => [index, resolve(index, definitions)]))
}

function readDefinition(bytes: Bytes, baseSize: number): Definition | null {
  if (bytes.length < baseSize + 2 || (bytes.u16(2) & 0xf) !== PARAGRAPH) return null
  const units = bytes.u16(baseSize)
  if (baseSize + 4 + units * 2 > bytes.length) return null
  const name = bytes.text(baseSize + 2, units)
  const at = baseSize + 4 + units * 2
  const size = at + 2 <= bytes.length ? bytes.u16(at) : 0
  const list = size > 2 && at + 2 + size <= bytes.length ? bytes.part(at + 4, size - 2) : new Uint8Array()
  return { name, builtIn: bytes.u16(0) & 0xfff, base: bytes.u16(2) >> 4, properties: readProperties(list) }
}

function resolve(index: number, definitions: ReadonlyMap<number, Definition>): DocStyle {
  const own = definitions.get(index)
  let outlineLevel: number | null = null
  let list: number | null = null
  let listLevel: number | null = null
  let current = own
  for (let depth = 0; current !== undefined && depth < MAX_ANCESTORS; depth += 1) {
    const heading: number | null = current.builtIn >= 1 && current.builtIn <= 9 ? current.builtIn - 1 : null
    outlineLevel ??= valueOf(current.properties, CODE.outlineLevel) ?? heading
    list ??= valueOf(current.properties, CODE.list) ?? null
    listLevel ??= valueOf(current.properties, CODE.listLevel) ?? null
    current = current.base === NO_BASE ? undefined : definitions.get(current.base)
  }
  return { name: own?.name ?? '', outlineLevel, list, listLevel, title: own?.builtIn === TITLE }
}
