/** How well the paragraphs of a text were found again. */
export interface BoundaryScore {
  readonly precision: number
  readonly recall: number
  readonly f1: number
  /** Paragraph ends that were invented or missed, as `end of one|beginning of the next`. */
  readonly invented: readonly string[]
  readonly missed: readonly string[]
  /** All non-blank characters of the original are there, in order, and no others. */
  readonly sameCharacters: boolean
}

const CONTEXT = 8

/** Compares paragraph ends by the non-blank characters around them. */
export function scoreBoundaries(expected: readonly string[], found: readonly string[]): BoundaryScore {
  const wanted = countEnds(expected)
  const got = countEnds(found)
  const missed = difference(wanted, got)
  const invented = difference(got, wanted)
  const precision = 1 - invented.length / Math.max(1, sum(got))
  const recall = 1 - missed.length / Math.max(1, sum(wanted))
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
  return { precision, recall, f1, invented, missed, sameCharacters: compact(expected) === compact(found) }
}

function compact(paragraphs: readonly string[]): string {
  return paragraphs.join('').replace(/\s/g, '')
}

function countEnds(paragraphs: readonly string[]): Map<string, number> {
  const tight = paragraphs.map((paragraph) => paragraph.replace(/\s/g, '')).filter((paragraph) => paragraph !== '')
  const text = tight.join('')
  const ends = new Map<string, number>()
  let at = 0
  for (const paragraph of tight.slice(0, -1)) {
    at += paragraph.length
    const key = `${text.slice(Math.max(0, at - CONTEXT), at)}|${text.slice(at, at + CONTEXT)}`
    ends.set(key, (ends.get(key) ?? 0) + 1)
  }
  return ends
}

function difference(left: ReadonlyMap<string, number>, right: ReadonlyMap<string, number>): string[] {
  return [...left].flatMap(([key, count]) => Array<string>(Math.max(0, count - (right.get(key) ?? 0))).fill(key))
}

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((total, count) => total + count, 0)
}
