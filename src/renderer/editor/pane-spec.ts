/**
 * What a pane shows beside its text, as plain data: the feature computes it, the extensions of this folder draw it.
 * Offsets are UTF-16 positions of the pane's document.
 */

/** A span with a style. `number` glues a glyph to a figure; `note` and `finding` underline it; `edit` strikes or underlines. */
export interface MarkSpec {
  readonly from: number
  readonly to: number
  readonly layer: 'number' | 'note' | 'finding' | 'edit'
  readonly className: string
  /** Drawn after the span, never part of the text; for `number`. */
  readonly glyph?: string
  /** Tooltip. */
  readonly title?: string
}

/** A style for a whole line; `at` is any offset in it. */
export interface LineSpec {
  readonly at: number
  readonly className: string
}

/** One button of the line under a paragraph. */
export interface ChipSpec {
  readonly id: string
  readonly glyph: string
  readonly name: string
  /** `3.2% → ` in front of the new figure; empty when there is none. */
  readonly before: string
  /** The new figure, set bold. */
  readonly after: string
  /** After the figure: a unit. */
  readonly unit: string
  /** Further verdicts: `▽ 力度减弱`. */
  readonly also: readonly string[]
  readonly tone: 'target' | 'check'
  /** The whole statement in words. */
  readonly label: string
}

/** Chips under the line that holds `at`. */
export interface ChipLineSpec {
  readonly at: number
  readonly chips: readonly ChipSpec[]
}

/** A sentence with a link above the line that holds `at`: 移至 … */
export interface LinkLineSpec {
  readonly at: number
  readonly id: string
  readonly arrow: 'up' | 'down'
  readonly before: string
  readonly link: string
  readonly after: string
}

/** A run of lines shown as one. [from, to] are whole lines. */
export interface FoldSpec {
  readonly from: number
  readonly to: number
  readonly id: string
  readonly text: string
  /** Second, quieter part of the text. */
  readonly detail: string
  readonly label: string
}

/** A remark's sign after its span. */
export interface NoteSpec {
  readonly at: number
  readonly id: string
  readonly count: number
  readonly label: string
}

export interface PaneSpec {
  /** The marks that touch a stretch of the text, in any order. A rewritten plan has thousands; asked for are those near the screen. */
  readonly marks: (from: number, to: number) => readonly MarkSpec[]
  readonly lines: readonly LineSpec[]
  readonly chips: readonly ChipLineSpec[]
  readonly links: readonly LinkLineSpec[]
  readonly folds: readonly FoldSpec[]
  readonly notes: readonly NoteSpec[]
}

export const EMPTY_PANE: PaneSpec = { marks: () => [], lines: [], chips: [], links: [], folds: [], notes: [] }

/** What the user did to something a pane draws. */
export type PaneAction =
  | { readonly type: 'chip'; readonly id: string }
  | { readonly type: 'link'; readonly id: string }
  | { readonly type: 'fold'; readonly id: string; readonly all: boolean }
  | { readonly type: 'note'; readonly id: string }
