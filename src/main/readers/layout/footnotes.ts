import { isChinese } from '../../../shared/text/characters.ts'
import type { Fragment } from './fragment.ts'
import { type Row, rowText } from './rows.ts'

/** Smaller type than the body's by this much is a footnote's; that of a raised mark is smaller still. */
const NOTE_SIZE = 0.88
const MARK_SIZE = 0.75
const NOTE_MARK = /^\s*(?:[①-⑳*＊※]|[[［〔(（]?\d{1,2}[\]］〕)）]?(?!\d)[^年月日.．%％])/
const LONE_MARK = /^\s*(?:[①-⑳*＊※]+|[[［〔(（]?\d{1,2}[\]］〕)）]?)\s*$/

/** A page without its footnotes. */
export interface PageNotes {
  /** The pieces where footnotes are referred to carry them, without the mark itself. */
  readonly body: readonly Row[]
  /** Footnotes whose mark was not found. */
  readonly footnotes: readonly string[]
  /** The marks that were taken out of the text. */
  readonly marks: readonly string[]
}

/** Finds the footnotes of a page (small rows at its foot, the first of them with a mark) and where they belong. */
export function splitNotes(rows: readonly Row[], bodySize: number): PageNotes {
  const small = (row: Row) => row.table === undefined && row.pieces.every((piece) => piece.size <= bodySize * NOTE_SIZE)
  const last = rows.findLastIndex((row) => !small(row))
  const notes = last < 0 ? [] : noteTexts(rows.slice(last + 1))
  if (notes.length === 0) return { body: rows, footnotes: [], marks: [] }
  const waiting = new Map(notes.map((note) => [markOf(note), note]))
  const marks: string[] = []
  const body = rows.slice(0, last + 1).map((row): Row => {
    if (!row.pieces.some((piece) => isReference(piece, row, waiting))) return row
    const pieces = row.pieces.map((piece) => {
      const note = isReference(piece, row, waiting) ? waiting.get(markOf(piece.text)) : undefined
      if (note === undefined) return piece
      waiting.delete(markOf(note))
      marks.push(piece.text)
      return { ...piece, text: '', notes: [note] }
    })
    return { ...row, pieces }
  })
  return { body, footnotes: [...waiting.values()], marks }
}

/** The footnotes, each on one line; empty when the rows are none. */
function noteTexts(rows: readonly Row[]): string[] {
  const texts = rows.map((row) => rowText(row).trim())
  const isMark = (index: number) => LONE_MARK.test(texts[index] ?? '') && index + 1 < texts.length
  if (!NOTE_MARK.test(texts[0] ?? '') && !isMark(0)) return []
  const notes: string[] = []
  texts.forEach((text, index) => {
    const before = notes.at(-1)
    if (before === undefined || NOTE_MARK.test(text) || isMark(index)) notes.push(text)
    else notes[notes.length - 1] = before + (isChinese(before.slice(-1)) || isChinese(text.charAt(0)) ? '' : ' ') + text
  })
  return notes
}

/** The number or sign that a footnote begins with. */
function markOf(text: string): string {
  return /\d{1,2}|[①-⑳*＊※]+/.exec(text)?.[0] ?? ''
}

/** A small raised mark of a footnote that stands on the page, not after a Latin letter: there it is a power. */
function isReference(piece: Fragment, row: Row, notes: ReadonlyMap<string, string>): boolean {
  if (!LONE_MARK.test(piece.text) || !notes.has(markOf(piece.text))) return false
  const size = row.pieces.reduce((most, other) => Math.max(most, other.size), 0)
  const before = row.pieces[row.pieces.indexOf(piece) - 1]
  return piece.size <= size * MARK_SIZE && !/[a-z]$/i.test(before?.text.trimEnd() ?? '')
}
