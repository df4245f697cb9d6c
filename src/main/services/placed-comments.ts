import { instant } from '../../shared/contract/schemas.ts'
import { findAnchor } from '../../shared/review/find-anchor.ts'
import { makeAnchor } from '../../shared/review/make-anchor.ts'
import type { Range } from '../../shared/text/range.ts'
import type { RawComment, RawLine } from '../../shared/text/raw-document.ts'

/** A remark of the file at its place in the cleaned text. */
export interface PlacedComment extends Range {
  readonly author: string
  /** ISO 8601, UTC; null where the file states none that a calendar has. */
  readonly date: string | null
  readonly text: string
  /** As the file has the words; empty where the whole paragraph is meant. */
  readonly quote: string
  /** Index of the remark that begins the thread; null for that one itself. */
  readonly replyTo: number | null
  readonly resolved: boolean
}

/** The cleaned text with what says where each of its lines came from. */
export interface CleanedLines {
  readonly text: string
  readonly origins: readonly { readonly from: number; readonly to: number }[]
}

const MAX_AUTHOR = 500
const MAX_TEXT = 20_000
/** A remark of nothing but a picture, or of nothing. */
const WORDLESS = '（没有文字的批注）'

function cut(text: string, length: number): string {
  // A lone surrogate, of the file or of the cut, cannot be stored.
  return text.slice(0, length).replace(/\p{Surrogate}/gu, '\uFFFD')
}

/**
 * Word writes the local time, with a Z that means nothing; the machine's
 * zone is the best guess at whose. Only a zone in figures is taken at its word.
 */
function utcDate(date: string | null): string | null {
  const time = date === null ? Number.NaN : Date.parse(date.replace(/Z$/, ''))
  const parsed = instant.safeParse(Number.isNaN(time) ? null : new Date(time).toISOString())
  return parsed.success ? parsed.data : null
}

/** Places of the lines of a text joined by \n. */
function lineRanges(text: string): Range[] {
  let start = 0
  return text.split('\n').map((line) => {
    const range = { start, end: start + line.length }
    start = range.end + 1
    return range
  })
}

/** How many lines of the file lie between a line of it and what a cleaned line was made of; 0 when it is among that. */
function distance(line: number, { from, to }: CleanedLines['origins'][number]): number {
  return line < from ? from - line : Math.max(0, line - to + 1)
}

/** What became of a line of the file: the lines made of it, or the nearest one where the clean-up took it out. */
function paragraphOf(line: number, origins: CleanedLines['origins'], ranges: readonly Range[]): Range {
  const least = origins.reduce((best, origin) => Math.min(best, distance(line, origin)), Number.POSITIVE_INFINITY)
  const first = origins.findIndex((origin) => distance(line, origin) === least)
  const last = least === 0 ? origins.findLastIndex((origin) => distance(line, origin) === 0) : first
  return { start: ranges[first]?.start ?? 0, end: ranges[last]?.end ?? 0 }
}

/** A text without its blanks, and where each of its characters stands in the text; one past the end too. */
function withoutBlanks(text: string): { readonly bare: string; readonly at: readonly number[] } {
  const at = Array.from({ length: text.length }, (_, i) => i).filter((i) => text.charAt(i).trim() !== '')
  return { bare: at.map((i) => text.charAt(i)).join(''), at: [...at, text.length] }
}

/** The words remarked on within their paragraph, found again though blanks among them or other words were cleaned; else all of it. */
function placeOf({ from, to }: RawComment, raw: RawLine | undefined, text: string, paragraph: Range): Range {
  if (raw === undefined || to <= from) return paragraph
  const bareOf = (piece: string) => piece.replace(/\s+/g, '')
  const start = bareOf(raw.text.slice(0, from)).length
  const anchor = makeAnchor(bareOf(raw.text), 'left', { start, end: start + bareOf(raw.text.slice(from, to)).length })
  const { bare, at } = withoutBlanks(text.slice(paragraph.start, paragraph.end))
  const found = findAnchor(bare, anchor)
  if (found === null || found.end === found.start) return paragraph
  const last = at[found.end - 1] ?? 0
  return { start: paragraph.start + (at[found.start] ?? 0), end: paragraph.start + last + 1 }
}

/** Remarks in the order in which they are kept: each thread whole, its first remark before the replies. */
function inThreads(comments: readonly RawComment[]): readonly (readonly RawComment[])[] {
  const byId = new Map(comments.map((comment) => [comment.id, comment]))
  const rootOf = (comment: RawComment): RawComment => {
    const seen = new Set([comment.id])
    let root = comment
    for (
      let parent = byId.get(root.replyTo ?? '');
      parent && !seen.has(parent.id);
      parent = byId.get(root.replyTo ?? '')
    ) {
      seen.add(parent.id)
      root = parent
    }
    // Remarks that answer each other in a ring: each stands for itself.
    return byId.has(root.replyTo ?? '') ? comment : root
  }
  const threads = new Map<string, RawComment[]>()
  for (const comment of comments) if (rootOf(comment) === comment) threads.set(comment.id, [comment])
  for (const comment of comments) if (rootOf(comment) !== comment) threads.get(rootOf(comment).id)?.push(comment)
  return [...threads.values()]
}

/**
 * Gives the remarks of a file their places in the cleaned text: the words where they are still there, the paragraph where the
 * clean-up changed them beyond recognition, the nearest paragraph where it took them out.
 */
export function placeComments(
  comments: readonly RawComment[],
  lines: readonly RawLine[],
  { text, origins }: CleanedLines,
): PlacedComment[] {
  const ranges = lineRanges(text)
  const placed: PlacedComment[] = []
  for (const thread of inThreads(comments)) {
    const first = placed.length
    for (const [index, comment] of thread.entries()) {
      const paragraph = paragraphOf(comment.line, origins, ranges)
      placed.push({
        ...placeOf(comment, lines[comment.line], text, paragraph),
        author: cut(comment.author.trim(), MAX_AUTHOR),
        date: utcDate(comment.date),
        text: cut(comment.text.trim(), MAX_TEXT) || WORDLESS,
        quote: cut(comment.quote, comment.quote.length),
        replyTo: index === 0 ? null : first,
        resolved: comment.resolved ?? false,
      })
    }
  }
  return placed
}
