import { EditorState, type Extension, type TransactionSpec } from '@codemirror/state'
import { foldsIn } from './pane-decorations.ts'

/**
 * Keeps an edit from reaching into a folded run unseen: a change that touches a fold without covering it whole is not made,
 * and `open` is told where the fold stands, so that it opens and the next key works on text that the user sees.
 */
export function foldGuard(open: (at: number) => void): Extension {
  return EditorState.transactionFilter.of((tr): TransactionSpec | readonly TransactionSpec[] => {
    if (!tr.docChanged || !(tr.isUserEvent('input') || tr.isUserEvent('delete') || tr.isUserEvent('move'))) return tr
    let touched: number | null = null
    const folds = foldsIn(tr.startState)
    tr.changes.iterChangedRanges((from, to) => {
      folds.between(from, to, (foldFrom, foldTo) => {
        const covers = from < foldFrom && to > foldTo
        const outside = from === to ? from < foldFrom || from > foldTo : to <= foldFrom - 1 || from >= foldTo + 1
        if (!covers && !outside) touched = foldFrom
      })
    })
    // A deletion of the line break beside a fold touches only its border: [foldTo, foldTo + 1].
    if (touched === null) return tr
    const at: number = touched
    queueMicrotask(() => open(at))
    return []
  })
}
