import { CLOSED_END } from '../characters.ts'
import type { Step, StepContext, StepResult, WorkLine } from './step.ts'

/** A line that is long enough to be a sentence. */
const SENTENCE = 15
const MIN_SENTENCES = 20
/** At most this share of the sentences ends with a mark where full stops were left out. */
const MAX_CLOSED = 0.15
/** The share of lines that are set in, where indents show paragraphs. */
const MIN_SET_IN = 0.05
const MAX_SET_IN = 0.7

/**
 * Puts the sentences of a paragraph on one line where a text has one sentence a line and no full stops, as archives of old plans give them. A line that is
 * set in begins a paragraph, the flush lines below it are its further sentences; without indents nothing shows paragraphs and nothing is joined.
 *
 * Off unless asked for. Sentences that end without a mark run into each other when they stand on one line, and marks must not be invented, so all that can
 * part them is a wide blank: that reads worse than one sentence a line. It also compares worse: a changed target is found in its sentence,
 * and sentence boundaries that only a blank shows are no boundaries to the comparison and to the search for targets. For laying such a text beside
 * another edition of it that has paragraphs it is the better shape.
 */
export const sentenceLines: Step = { code: 'sentence-lines', optional: true, apply: joinSentences }

function joinSentences(lines: readonly WorkLine[], { structured }: StepContext): StepResult {
  if (structured || !hasSentenceLines(lines)) return { lines, count: 0 }
  const joined: WorkLine[] = []
  const samples: string[] = []
  let open = false
  for (const line of lines) {
    const before = joined.at(-1)
    const text = line.text.trim()
    if (before !== undefined && open && text !== '' && !isSetIn(line) && line.hint.kind === null) {
      samples.push(text)
      joined[joined.length - 1] = { ...before, text: `${before.text.trimEnd()}\u3000${text}`, to: line.to }
    } else joined.push(line)
    open = text !== '' && (open || isSetIn(line)) && line.hint.kind === null
  }
  return samples.length === 0 ? { lines, count: 0 } : { lines: joined, count: samples.length, samples }
}

function isSetIn({ text }: WorkLine): boolean {
  return /^(?:\s*\u3000\s*\u3000|[ \u00a0]{4}|\t)/.test(text)
}

function hasSentenceLines(lines: readonly WorkLine[]): boolean {
  const full = lines.filter((line) => line.text.trim() !== '')
  const long = full.filter((line) => line.text.trim().length >= SENTENCE)
  const closed = long.filter((line) => CLOSED_END.test(line.text.trim())).length
  const setIn = full.filter(isSetIn).length
  return (
    long.length >= MIN_SENTENCES &&
    closed <= long.length * MAX_CLOSED &&
    setIn >= full.length * MIN_SET_IN &&
    setIn <= full.length * MAX_SET_IN
  )
}
