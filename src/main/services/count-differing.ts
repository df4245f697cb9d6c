import { diffDocuments } from '../../shared/diff/diff-documents.ts'
import type { Row } from '../../shared/diff/row.ts'
import type { DocumentFacts } from '../../shared/outline/document-facts.ts'
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

/** Of words replaced by others the longer side counts, as one would count them by eye. */
function differingIn({ edits, class: kind }: Row, left: string, right: string): number {
  if (kind === null || kind === 'layout') return 0
  let total = 0
  let deleted = 0
  let inserted = 0
  for (const edit of edits) {
    if (edit.op === '-') deleted += countNonBlank(left.slice(...edit.left))
    else if (edit.op === '+') inserted += countNonBlank(right.slice(...edit.right))
    else {
      total += Math.max(deleted, inserted)
      deleted = 0
      inserted = 0
    }
  }
  return total + Math.max(deleted, inserted)
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

/** Whose plan or report a text says it is, and for when. */
type Subject = Pick<DocumentFacts, 'period' | 'region'>

function subjectOf(text: string): Subject {
  return guessFacts(text, parseOutline(text))
}

/** Last year's report with the year changed throughout is nearly the same text, and another document. */
function isOther(a: Subject, b: Subject): boolean {
  const otherPeriod = a.period && b.period && (a.period.from !== b.period.from || a.period.to !== b.period.to)
  return Boolean(otherPeriod) || (a.region !== null && b.region !== null && a.region !== b.region)
}

/**
 * How many characters a text differs from each of the others; null for one that is of another place or period by its own words.
 * Both texts are asked, not what the user made of them: a corrected region makes no other document.
 */
export function countDifferingFromEach(
  text: string,
  others: readonly string[],
  isExpired?: () => boolean,
): (number | null)[] {
  const subject = subjectOf(text)
  return others.map((other) => (isOther(subject, subjectOf(other)) ? null : countDiffering(other, text, isExpired)))
}
