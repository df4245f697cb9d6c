import type { LineHint } from '../text/line-hint.ts'
import type { LineLabel } from './numbering.ts'

/** One non-empty line of canonical text with what can be read off it alone. */
export interface OutlineLine {
  readonly start: number
  readonly end: number
  readonly text: string
  /** The text without blanks. */
  readonly words: string
  readonly label: LineLabel | null
  readonly bars: number
  readonly hint: LineHint | null
}
