import { isChinese } from '../characters.ts'
import type { Inside } from '../known-insides.ts'
import type { LineStand } from '../known-starts.ts'
import { findParagraphs } from '../paragraphs/find-paragraphs.ts'
import { isTableRow, roomLeft } from '../paragraphs/line-features.ts'
import type { Step, StepContext, StepResult, WorkLine } from './step.ts'
import { measureLines, RAGGED, type SetLine } from './wrap-geometry.ts'

/**
 * Joins lines that were broken at a page's or column's width back into paragraphs. `count` is the number of breaks taken out.
 * Lines of files whose own structure says where paragraphs end are left alone.
 */
export const joinedLines: Step = { code: 'joined-lines', apply: joinLines }

function joinLines(
  lines: readonly WorkLine[],
  { structured, begins = () => false, ends = () => false, insides = () => [] }: StepContext,
): StepResult {
  if (structured) return { lines, count: 0 }
  const set = measureLines(lines)
  if (set.every((line) => line.measure === 0)) return { lines, count: 0 }
  const indented = set.filter(isSetIn).length >= set.length * INDENTED
  const standOf = (line: SetLine): LineStand => (isSetIn(line) ? 'set-in' : indented ? 'flush' : 'plain')
  const isKnown = (a: SetLine, b: SetLine): boolean => begins(b.text, standOf(b)) || ends(a.text, standOf(b))
  const known = insides(set.map((line) => line.text))
  const inside = new Set(
    set.filter((line, at) => {
      const above = set[at - 1]
      if (above === undefined) return false
      const isFull = above.measure > 0 && roomLeft(above) - trailingBlanks(lines[above.index]) <= RAGGED
      return standsInside(known[at] ?? null, isFull, standOf(line))
    }),
  )
  const parted = (a: SetLine, b: SetLine): boolean => isKnown(a, b) || (isFixed(lines, a, b) && !inside.has(b))
  const starts = findParagraphs(set, { parted, goesOn: (line) => inside.has(line) })
  const groups: SetLine[][] = []
  set.forEach((line, at) => {
    const [group, above] = [groups.at(-1), set[at - 1]]
    const goesOn = above !== undefined && inside.has(line) && !parted(above, line)
    if ((starts[at] && !goesOn) || group === undefined) groups.push([line])
    else group.push(line)
  })
  const spread = hasTrailingBlanks(lines)
  const joined = groups.map((group) => joinGroup(group, lines, spread))
  const count = set.length - groups.length
  if (count === 0) return { lines, count }
  const samples = groups.filter((group) => group.length > 1).map((group) => group[0]?.text ?? '')
  return { lines: joined, count, samples }
}

/** The share of lines set in from which the text sets in first lines: what begins like a paragraph of the other text, but is not set in, is chance. */
const INDENTED = 0.03

function isSetIn({ indent, margin }: SetLine): boolean {
  return indent > margin
}

/**
 * Whether a line goes on from the one above, by how both are set: not set in, and, where no first line is, below a full line. Blanks that
 * the break cut look like an indent, below a full line.
 */
function standsInside(known: Inside, isBelowFull: boolean, stand: LineStand): boolean {
  if (known === null || (stand === 'set-in' && known !== 'gap')) return false
  return stand === 'flush' || isBelowFull
}

/** The width of the blanks at the end of a line, each as wide as a character. */
function trailingBlanks(line: WorkLine | undefined): number {
  return line === undefined ? 0 : (line.text.length - line.text.trimEnd().length) * 2
}

/** What the source file says of a line holds, and a row of a table is no part of a sentence. */
function isFixed(lines: readonly WorkLine[], a: SetLine, b: SetLine): boolean {
  const said = [lines[a.index]?.hint.kind, lines[b.index]?.hint.kind]
  return (
    [a, b].some(({ text }) => isTableRow(text)) ||
    said.some((kind) => kind !== null && kind !== undefined && kind !== 'paragraph')
  )
}

/** Many lines with blanks at the end: these are the source's habit and no part of the sentence. */
function hasTrailingBlanks(lines: readonly WorkLine[]): boolean {
  const full = lines.filter((line) => line.text.trim() !== '')
  return full.filter((line) => /[ \t\u00a0\u3000]$/.test(line.text)).length > full.length * 0.15
}

function joinGroup(group: readonly SetLine[], lines: readonly WorkLine[], spread: boolean): WorkLine {
  const parts = group.flatMap((set) => {
    const line = lines[set.index]
    return line === undefined ? [] : [{ line, margin: set.margin }]
  })
  const [first] = parts
  if (first === undefined) throw new RangeError('a group has at least one line')
  const pieces = [first.line.text.trimStart()]
  for (const { line, margin } of parts.slice(1)) {
    const before = pieces.pop() ?? ''
    const after = margin > 0 || hangs(before, line.text) ? line.text.trimStart() : line.text
    pieces.push(...joinTwo(before, after, spread))
  }
  const text = pieces.join('')
  const from = parts.reduce((low, { line }) => Math.min(low, line.from), first.line.from)
  const to = parts.reduce((high, { line }) => Math.max(high, line.to), first.line.to)
  return { text, hint: first.line.hint, from, to }
}

/** Blanks before a later line of a paragraph are its hanging indent; a gap between two paragraphs of one line has blanks on both sides of the break. */
function hangs(before: string, line: string): boolean {
  return /^(?:\u3000|[ \t\u00a0]{2})/.test(line) && !/\s$/.test(before)
}

/**
 * Blanks at a break belong to the sentence (突破 | 850 亿元) or are the gap between two paragraphs of one line, unless
 * blanks at line ends are the source's habit: then one is left where words or figures meet.
 */
function joinTwo(before: string, after: string, spread: boolean): [string, string] {
  const head = before.trimEnd()
  const tail = after.trimStart()
  const gap = before.slice(head.length) + after.slice(0, after.length - tail.length)
  const filling = /^\s{2,}$/.test(gap) && (head === before || tail === after)
  if (filling) return [head, tail]
  if (!spread || gap === '') return [head + gap, tail]
  return [isChinese(head.charAt(head.length - 1)) || isChinese(tail.charAt(0)) ? head : `${head} `, tail]
}
