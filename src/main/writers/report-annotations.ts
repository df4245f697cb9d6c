import type { Comparison } from '../../shared/comparison/comparison.ts'
import type { Row } from '../../shared/diff/rows/row.ts'
import type { Annotation } from '../../shared/review/annotation.ts'
import { findAnchor } from '../../shared/review/find-anchor.ts'
import type { Range } from '../../shared/text/range.ts'
import { localDate } from './local-date.ts'

/** A remark with its answers and where it stands; null where its words are gone. */
export interface AnnotationThread {
  readonly note: Annotation
  readonly answers: readonly Annotation[]
  readonly range: Range | null
}

/** Longer quotes are cut: they are there to tell which words are meant. */
const MAX_QUOTE = 40

/** Remarks with their answers, in the order of the text; those without a place come last. */
export function annotationThreads(annotations: readonly Annotation[], { left, right }: Comparison): AnnotationThread[] {
  const ids = new Set(annotations.map(({ id }) => id))
  const begins = ({ replyTo }: Annotation) => replyTo === null || !ids.has(replyTo)
  const placeOf = ({ range }: AnnotationThread) => range?.start ?? Number.POSITIVE_INFINITY
  return annotations
    .filter(begins)
    .map((note) => ({
      note,
      answers: annotations.filter(({ replyTo }) => replyTo === note.id),
      range: findAnchor({ left, right }[note.anchor.side].text, note.anchor),
    }))
    .toSorted((a, b) => placeOf(a) - placeOf(b))
}

/** The threads that stand in a row, on their side. */
export function threadsOfRow(row: Row, threads: readonly AnnotationThread[]): AnnotationThread[] {
  return threads.filter(({ note, range }) =>
    row[note.anchor.side].some((block) => range !== null && range.start >= block.start && range.start < block.end),
  )
}

function signed({ author, createdAt, text }: Annotation): string {
  return `（${[author, localDate(createdAt)].filter(Boolean).join('，')}）：${text}`
}

/** A thread in one line each: `批注“达到850亿元”（李科，2026-03-02）：请核实`, then its answers. */
export function describeThread({ note, answers }: AnnotationThread): string[] {
  const { quote } = note.anchor
  const words = quote.length > MAX_QUOTE ? `${quote.slice(0, MAX_QUOTE)}…` : quote
  const first = `批注${words === '' ? '' : `“${words}”`}${signed(note)}${note.resolved ? '（已解决）' : ''}`
  return [first, ...answers.map((answer) => `回复${signed(answer)}`)]
}
