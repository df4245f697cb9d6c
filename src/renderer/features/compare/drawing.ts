import type { ChangeSet } from '@codemirror/state'
import type { Drawing } from '../../editor/pane-pair.ts'
import { EMPTY_PANE } from '../../editor/pane-spec.ts'
import type { Translate } from '../../lib/i18n.ts'
import type { CompareState } from './compare-state.ts'
import type { Fold } from './model/folds.ts'
import { mapAlignRows, mapPaneSpec } from './model/map-specs.ts'
import { alignRows, blockLines, type NotePlace, paneSpecs } from './model/pane-specs.ts'
import { foldsOf, type ViewModel } from './model/view-model.ts'
import { foldSpan, toVisualRows, type VisualRows } from './model/visual-rows.ts'
import type { SideText } from './sides.ts'

/** The folds the user has opened, by places of the left text, which never changes. */
export class OpenFolds {
  readonly #places = new Set<number>()
  #all = false

  isOpen(model: ViewModel, fold: Fold): boolean {
    if (this.#all) return true
    const span = foldSpan(model.rows, fold, 'left')
    if (!span) return true
    for (const place of this.#places) if (place >= span.start && place <= span.end) return true
    return false
  }

  open(model: ViewModel, fold: Fold): void {
    const span = foldSpan(model.rows, fold, 'left')
    if (span) this.#places.add(span.start)
  }

  openAll(): void {
    this.#all = true
  }

  /** Another left text has other places; that all are open stays so. */
  forgetPlaces(): void {
    this.#places.clear()
  }

  shutAll(): void {
    this.#all = false
    this.#places.clear()
  }
}

/** Where the open remarks stand. */
export function notePlaces(state: Pick<CompareState, 'threads'>): NotePlace[] {
  return state.threads.flatMap((thread) => thread.place ?? [])
}

/** The rows of the screen: what is folded and what is not. */
export function visualRowsOf(state: CompareState, model: ViewModel, folds: OpenFolds): VisualRows {
  const found = foldsOf(model, state.filters, notePlaces(state))
  return toVisualRows(model.rows.length, found, (fold) => folds.isOpen(model, fold))
}

/** Everything the panes draw. `drift` is what was typed since the texts were compared. */
export function drawingOf(state: CompareState, model: ViewModel, drift: ChangeSet | null, t: Translate): Drawing {
  const visual = state.visual.rows
  const specs = paneSpecs({
    model,
    filters: state.filters,
    visual,
    notes: notePlaces(state),
    t,
  })
  const rows = alignRows({ model, visual, t })
  if (!drift) return { ...specs, rows }
  const map = (position: number, assoc: 1 | -1) => drift.mapPos(Math.min(position, drift.length), assoc)
  return { left: specs.left, right: mapPaneSpec(specs.right, map), rows: mapAlignRows(rows, map) }
}

/** Until the first comparison is there: both texts with their headings. */
export function plainDrawing(left: SideText, right: SideText): Drawing {
  return {
    left: { ...EMPTY_PANE, lines: blockLines(left.blocks ?? []) },
    right: { ...EMPTY_PANE, lines: blockLines(right.blocks ?? []) },
    rows: [{ left: 0, right: 0, leftGap: '', rightGap: '' }],
  }
}
