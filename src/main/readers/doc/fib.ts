import { type Bytes, readBytes } from '../ole/bytes.ts'
import { type CompoundFile, OleError } from '../ole/compound-file.ts'

/** Where the parts of a Word document lie (MS-DOC 2.5, the file information block). */
export interface Fib {
  /** The WordDocument stream: text and formatting pages. */
  readonly main: Bytes
  /** The table stream: everything that says how they belong together. */
  readonly table: Bytes
  readonly encrypted: boolean
  /** Written by Word 95 or before: another format. */
  readonly old: boolean
  /** Characters of each story; they follow each other in this order. */
  readonly stories: Readonly<Record<Story, { readonly start: number; readonly length: number }>>
  /** A part of the table stream by its index in FibRgFcLcb97; empty when the document has none. */
  readonly part: (index: number) => Bytes
  /** Where that part lies. */
  readonly place: (index: number) => { readonly start: number; readonly length: number }
}

export const STORIES = [
  'text',
  'footnotes',
  'headers',
  'macros',
  'comments',
  'endnotes',
  'boxes',
  'headerBoxes',
] as const
export type Story = (typeof STORIES)[number]

/** Indexes into FibRgFcLcb97. */
export const PART = {
  styles: 1,
  footnoteRefs: 2,
  footnoteTexts: 3,
  characterPages: 12,
  paragraphPages: 13,
  pieces: 33,
  shapes: 40,
  endnoteRefs: 46,
  endnoteTexts: 47,
  authors: 51,
  boxTexts: 56,
  lists: 73,
  listOverrides: 74,
} as const

const MAGIC = 0xa5ec
const WORD_97 = 0xc1
const ENCRYPTED = 0x0100
const SECOND_TABLE = 0x0200
const COUNTS = 76
const PARTS = 154
const MAX_CHARACTERS = 50_000_000

/** @throws OleError when the streams are missing or no Word document. */
export function readFib(file: CompoundFile): Fib {
  const main = readBytes(file.stream('WordDocument') ?? new Uint8Array())
  if (main.u16(0) !== MAGIC && main.u16(0) !== 0xa5dc) throw new OleError('no Word document')
  const flags = main.u16(10)
  const old = main.u16(2) < WORD_97
  const encrypted = (flags & ENCRYPTED) !== 0
  const name = (flags & SECOND_TABLE) === 0 ? '0Table' : '1Table'
  const table = readBytes(file.stream(name) ?? file.stream(name === '0Table' ? '1Table' : '0Table') ?? new Uint8Array())
  const place = (index: number) => ({ start: main.u32(PARTS + index * 8), length: main.u32(PARTS + index * 8 + 4) })
  const part = (index: number) => {
    const { start, length } = place(index)
    return readBytes(length === 0 ? new Uint8Array() : table.part(start, length))
  }
  return { main, table, encrypted, old, stories: old ? NO_STORIES : readStories(main), part, place }
}

const NOTHING = { start: 0, length: 0 }
const NO_STORIES: Fib['stories'] = {
  text: NOTHING,
  footnotes: NOTHING,
  headers: NOTHING,
  macros: NOTHING,
  comments: NOTHING,
  endnotes: NOTHING,
  boxes: NOTHING,
  headerBoxes: NOTHING,
}

function readStories(main: Bytes): Fib['stories'] {
  const stories: Record<Story, { start: number; length: number }> = { ...NO_STORIES }
  let start = 0
  STORIES.forEach((story, index) => {
    const length = main.u32(COUNTS + index * 4)
    if (length > MAX_CHARACTERS) throw new OleError('story length')
    stories[story] = { start, length }
    start += length
  })
  return stories
}
