import type { KnownInsides } from '../known-insides.ts'
import type { KnownStart, KnownTimes } from '../known-starts.ts'
import type { LineHint } from '../line-hint.ts'
import type { DroppedText, ReadWarning } from '../raw-document.ts'

/** A line on its way from the source to the canonical text. */
export interface WorkLine {
  readonly text: string
  readonly hint: LineHint
  /** The range of raw line indexes it came from, end exclusive. */
  readonly from: number
  readonly to: number
}

/** What a step may know of the source. */
export interface StepContext {
  /** Each line is a whole paragraph by the file's own structure. */
  readonly structured: boolean
  /** Whether a line is known to begin a paragraph. */
  readonly begins?: KnownStart
  /** Whether a paragraph is known to end with a line, by how the next one stands. */
  readonly ends?: KnownStart
  /** How many paragraphs of a text that this one is compared with begin with a line. */
  readonly times?: KnownTimes
  /** What is known of the breaks above lines: whether they stand inside a paragraph. */
  readonly insides?: KnownInsides
}

/** What a step did. A step that did nothing returns the same `lines` array and count 0. */
export interface StepResult {
  readonly lines: readonly WorkLine[]
  readonly count: number
  /** Text left out, in the order of the source. */
  readonly dropped?: readonly DroppedText[]
  /** Characters that stand for dropped ones: the “ of a dropped `&ldquo;`. */
  readonly added?: string
  /** What was changed, as found in the source. At most a few are kept. */
  readonly samples?: readonly string[]
  /** Lines that were joined to the one before because of what they say, each as it stood. */
  readonly rejoined?: readonly string[]
  /** Parts of lines were put into another order; each still names the line it came from. */
  readonly reordered?: boolean
  readonly warnings?: readonly ReadWarning[]
}

/**
 * One cleaning step: a pure function over the lines. Law, checked for each run: the non-blank characters after it are
 * those before it, in the same order, without the dropped and with the added ones. Of a step that reorders this holds for the parts of each line.
 */
export interface Step {
  /** The name in the log and of the switch. */
  readonly code: string
  /** Runs only when asked for by its code. */
  readonly optional?: true
  readonly apply: (lines: readonly WorkLine[], context: StepContext) => StepResult
}
