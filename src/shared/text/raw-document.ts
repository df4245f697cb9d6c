/** The file formats that a reader exists for. `clipboard` is pasted text. */
export const FORMATS = [
  'txt',
  'md',
  'clipboard',
  'docx',
  'html',
  'mht',
  'pdf',
  'doc',
  'wps',
  'ofd',
  'xls',
  'xlsx',
] as const
export type Format = (typeof FORMATS)[number]

/** One line as a reader found it: a physical line of a text file, or a paragraph or table row of a structured file. */
export interface RawLine {
  readonly text: string
  /** What the file itself says the line is. Absent in formats that do not say. */
  readonly kind?: 'title' | 'heading' | 'paragraph' | 'item' | 'table-row' | 'note'
  /** Outline level 1–6 that the file itself gives a heading. */
  readonly level?: number
}

/** Text that a reader left out on purpose (a running head, a deleted revision), with its reason. */
export interface DroppedText {
  readonly reason: string
  readonly text: string
}

/** What a reader hands over: all text of the file in reading order, nothing cleaned yet. */
export interface RawDocument {
  readonly format: Format
  /** true when each line is already a whole paragraph by the file's own structure, so line joining is not needed. */
  readonly structured: boolean
  readonly lines: readonly RawLine[]
  readonly dropped: readonly DroppedText[]
  readonly warnings: readonly ReadWarning[]
  /** The names of the sheets of a workbook, of which one may be chosen. */
  readonly sheets?: readonly string[]
}

/** Something the user must know of the text; `start`/`end` point into the canonical text where there is a place. */
export interface ReadWarning {
  readonly code: string
  readonly message: string
  readonly start?: number
  readonly end?: number
}
