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
  /**
   * Of a line in a justified column: the room left before its edge, in characters of its own size; about 0 for a full
   * line, below 0 for one whose last mark hangs over. Only print formats, which place each character, can say.
   */
  readonly room?: number
}

/** Text that a reader left out on purpose (a running head, a deleted revision), with its reason. */
export interface DroppedText {
  readonly reason: string
  readonly text: string
}

/**
 * A remark that stands beside the text in the file itself. Its words are not part of the text: they are among `dropped`
 * (reason `comment`), so that the sum of characters holds, and are handed over here to be kept as an annotation.
 */
export interface RawComment {
  /** Unique within the file. */
  readonly id: string
  /** As written in the file; empty where it names none. */
  readonly author: string
  /** ISO 8601 as the file writes it (Word states local time without a zone); null where it states none. */
  readonly date: string | null
  /** Its paragraphs, joined by \n. */
  readonly text: string
  /** The `id` of the remark that this one answers; null for the first of a thread. */
  readonly replyTo: string | null
  readonly resolved?: boolean
  /** Index into `lines` of the line it belongs to. */
  readonly line: number
  /**
   * The words remarked on, equal to `lines[line].text.slice(from, to)`. Empty: the whole paragraph is meant. Of a
   * passage over several paragraphs it is the part in the first of them that has any words of it.
   */
  readonly quote: string
  /** UTF-16 offsets within `lines[line].text`, end exclusive. */
  readonly from: number
  readonly to: number
}

/** The tracked changes of a file. `lines` of the document is the text with all of them accepted. */
export interface RawRevisions {
  /** Stretches inserted, deleted and moved; neighbouring runs and paragraph marks of one author are one stretch. */
  readonly insertions: number
  readonly deletions: number
  readonly moves: number
  /** In the order in which they first appear. */
  readonly authors: readonly string[]
  /** The first and last date of a change, ISO 8601; null where the file states none. */
  readonly from: string | null
  readonly to: string | null
  /** The lines as they read with all tracked changes rejected. */
  readonly before: readonly RawLine[]
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
  /** The remarks beside the text, in the order of the places they belong to. */
  readonly comments?: readonly RawComment[]
  /** Absent when the file has no tracked changes. */
  readonly revisions?: RawRevisions
}

/** Something the user must know of the text; `start`/`end` point into the canonical text where there is a place. */
export interface ReadWarning {
  readonly code: string
  readonly message: string
  readonly start?: number
  readonly end?: number
}
