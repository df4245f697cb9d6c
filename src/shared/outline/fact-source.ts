import { CLOSED_END } from '../text/characters.ts'
import type { Block } from './block.ts'

/**
 * A place where facts are looked for. `title`: what the document calls itself; `file`: what its owner called it; `line`: a short
 * line above the first paragraph (a date, a meeting, a stage); `body`: one of its first paragraphs; `heading`: a heading;
 * `end`: one of its last lines.
 */
export interface FactSource {
  readonly role: 'title' | 'file' | 'line' | 'body' | 'heading' | 'end'
  readonly text: string
  /** Where the text begins in the canonical text; null for the file name. */
  readonly offset: number | null
}

/** A guessed value with the words it was read from. */
export interface Guess<T> {
  readonly value: T
  readonly quote: string
  readonly start: number | null
}

/** How far down the first words of a document reach. */
const HEAD_BLOCKS = 14
const END_BLOCKS = 6
/** A longer line is a paragraph. The history of a law stands in lines of up to 110 characters with a date at their head. */
const MAX_LINE = 60
const MAX_BODY = 1500
const DATED = /^[（(]?[12][0-9]{3}\s*年/
/** A caption that says when and where a report was given ends with a full stop at times. */
const GIVEN = /^[—-]{0,4}\s*[12][0-9]{3}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日[^。]{0,60}会[^。]{0,40}。$/

/** The places of a document where its facts can stand, in the order of the text. */
export function factSources(
  text: string,
  blocks: readonly Block[],
  fileName: string | undefined,
): readonly FactSource[] {
  const at = (role: FactSource['role'], { start, end }: Block): FactSource => ({
    role,
    text: text.slice(start, Math.min(end, start + MAX_BODY)),
    offset: start,
  })
  const sources: FactSource[] = blocks.filter((block) => block.kind === 'title').map((block) => at('title', block))
  if (fileName !== undefined) sources.push({ role: 'file', text: fileName.replace(/\.[^.]*$/, ''), offset: null })
  let above = true
  for (const block of blocks.slice(0, HEAD_BLOCKS)) {
    if (block.kind === 'title' || block.kind === 'table-row') continue
    if (block.kind === 'heading' || block.label !== null) above = false
    else sources.push(at(above && isLine(text.slice(block.start, block.end)) ? 'line' : 'body', block))
  }
  for (const block of blocks) if (block.kind === 'heading') sources.push(at('heading', block))
  const end = blocks.slice(Math.max(END_BLOCKS, blocks.length - END_BLOCKS))
  for (const block of end) if (block.kind === 'paragraph') sources.push(at('end', block))
  return sources
}

function isLine(line: string): boolean {
  if (GIVEN.test(line)) return true
  if (DATED.test(line)) return line.length <= 2 * MAX_LINE && !/[。！]$/.test(line)
  return line.length <= MAX_LINE && !CLOSED_END.test(line)
}

/** The sources of some roles, role by role in the order given. */
export function ofRoles(
  sources: readonly FactSource[],
  ...roles: readonly FactSource['role'][]
): readonly FactSource[] {
  return roles.flatMap((role) => sources.filter((source) => source.role === role))
}

/** The first pattern that matches the earliest source. */
export function guessByPattern<T>(
  sources: readonly FactSource[],
  patterns: readonly (readonly [T, RegExp])[],
): Guess<T> | null {
  for (const source of sources) {
    for (const [value, pattern] of patterns) {
      const match = pattern.exec(source.text)
      if (match) return { value, quote: match[0], start: place(source, match.index) }
    }
  }
  return null
}

/** Where a match stands in the canonical text; null when the source is the file name. */
export function place(source: FactSource, index: number): number | null {
  return source.offset === null ? null : source.offset + index
}
