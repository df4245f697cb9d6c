import { diffDocuments } from '../../shared/diff/diff-documents.ts'
import type { Row } from '../../shared/diff/rows/row.ts'
import type { Period } from '../../shared/outline/document-facts.ts'
import { guessFacts } from '../../shared/outline/guess-facts.ts'
import { parseOutline } from '../../shared/outline/parse.ts'
import { countNonBlank } from '../../shared/text/characters.ts'

/** The lines of both texts without those that the other has too, wherever they stand: these do not differ. */
function withoutCommonLines(left: string, right: string): [string, string] {
  const counts = new Map<string, number>()
  for (const line of right.split('\n')) counts.set(line, (counts.get(line) ?? 0) + 1)
  const leftOnly = left.split('\n').filter((line) => {
    const count = counts.get(line) ?? 0
    if (count > 0) counts.set(line, count - 1)
    return count === 0
  })
  const rightOnly = right.split('\n').filter((line) => {
    const count = counts.get(line) ?? 0
    if (count > 0) counts.set(line, count - 1)
    return count > 0
  })
  return [leftOnly.join('\n'), rightOnly.join('\n')]
}

/** Replaced passages up to this many characters are compared character by character; of longer ones the longer side counts. */
const MAX_REPLACED = 200

/** The least number of characters replaced, added and removed that turns one passage into the other (Levenshtein 1966). */
function characterDistance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      row.push(Math.min(replaced, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1))
    }
    above = row
  }
  return above[b.length] ?? 0
}

/** The engine replaces whole words and numbers; what differs within them is less. */
function replacedBy(deleted: string, inserted: string): number {
  const longer = Math.max(deleted.length, inserted.length)
  return longer > MAX_REPLACED ? longer : characterDistance(deleted, inserted)
}

const bare = (text: string) => text.replace(/\s+/g, '')

function differingIn({ edits, class: kind }: Row, left: string, right: string): number {
  if (kind === null || kind === 'layout') return 0
  let total = 0
  let deleted = ''
  let inserted = ''
  const count = () => {
    total += replacedBy(deleted, inserted)
    deleted = ''
    inserted = ''
  }
  for (const edit of edits) {
    if (edit.op === '-') deleted += bare(left.slice(...edit.left))
    else if (edit.op === '+') inserted += bare(right.slice(...edit.right))
    else count()
  }
  count()
  return total
}

/**
 * How many characters differ between two texts. Blanks, line breaks, width and the order of paragraphs do not count.
 * `isExpired` cuts the comparison short, and then more may be counted than there are.
 */
export function countDiffering(left: string, right: string, isExpired: () => boolean = () => false): number {
  const [leftRest, rightRest] = withoutCommonLines(left, right)
  const side = (text: string) => ({ text, blocks: parseOutline(text) })
  const { rows } = diffDocuments(side(leftRest), side(rightRest), { isExpired })
  return rows.reduce((sum, row) => sum + differingIn(row, leftRest, rightRest), 0)
}

/** The years that a text is for by its own title; null where that does not say. */
function titledPeriod(text: string): Period | null {
  const title = parseOutline(text).find((block) => block.kind === 'title')
  if (!title) return null
  const words = text.slice(title.start, title.end)
  return guessFacts(words, parseOutline(words)).period
}

/** Last year's report with the year changed throughout is nearly the same text, and another document. */
function isOther(a: Period | null, b: Period | null): boolean {
  return a !== null && b !== null && (a.from !== b.from || a.to !== b.to)
}

/** One of several texts, by its index, with how many characters differ from it. */
export interface NearestText {
  readonly index: number
  readonly differing: number
}

/**
 * The text of `others` that this one differs least from, if that is at most `share` of its characters; null when there is none. One
 * whose title names other years is passed over. Only the titles are asked: the rest of what a text seems to be hangs on words that
 * an edit may change.
 */
export function findNearest(
  text: string,
  others: readonly string[],
  { share, isExpired }: { readonly share: number; readonly isExpired?: () => boolean },
): NearestText | null {
  const near = others
    .map((other, index) => ({ index, other, differing: countDiffering(other, text, isExpired) }))
    .filter(({ other, differing }) => differing <= share * Math.max(countNonBlank(text), countNonBlank(other)))
    .toSorted((a, b) => a.differing - b.differing)
  if (near.length === 0) return null
  const period = titledPeriod(text)
  const nearest = near.find(({ other }) => !isOther(period, titledPeriod(other)))
  return nearest ? { index: nearest.index, differing: nearest.differing } : null
}
