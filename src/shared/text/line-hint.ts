import type { RawLine } from './raw-document.ts'

/** What the source file itself says of a line of canonical text; null where it says nothing. */
export interface LineHint {
  readonly kind: RawLine['kind'] | null
  /** Outline level 1–6. */
  readonly level: number | null
}

export const NO_HINT: LineHint = { kind: null, level: null }
