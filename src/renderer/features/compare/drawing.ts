import type { ChangeSet } from '@codemirror/state'
import type { Drawing } from '../../editor/pane-pair.ts'
import type { Translate } from '../../lib/i18n.ts'
import type { CompareState } from './compare-state.ts'
import type { Fold } from './model/folds.ts'
import { type Drift, mapAlignRows, mapPaneSpec } from './model/map-specs.ts'
import { alignRows, type NotePlace, paneSpecs } from './model/pane-specs.ts'
import { foldsOf, type ViewModel } from './model/view-model.ts'
import { foldSpan, toVisualRows, type VisualRows } from './model/visual-rows.ts'

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
  const { invertedDesc } = drift
  const since: Drift = {
    toNow: (position, assoc) => drift.mapPos(Math.min(position, drift.length), assoc),
    toCompared: (position, assoc) => invertedDesc.mapPos(Math.min(position, drift.newLength), assoc),
  }
  return { left: specs.left, right: mapPaneSpec(specs.right, since), rows: mapAlignRows(rows, since) }
}
