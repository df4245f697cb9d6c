import type { Comparison } from '../../../shared/comparison/comparison.ts'
import { element } from '../../editor/dom.ts'
import { PanePair } from '../../editor/pane-pair.ts'
import { translate } from '../../lib/i18n.ts'
import { createCompareStore } from './compare-state.ts'
import { drawingOf, OpenFolds, visualRowsOf } from './drawing.ts'
import { paneText } from './model/pane-specs.ts'
import { shownItems, toViewModel } from './model/view-model.ts'

/**
 * Draws a comparison where nobody sees it, for nothing but the running of it: the code of the editors is compiled as it runs, which
 * on the first opening takes as long as what it does. Each step takes some tens of milliseconds. Whoever breaks off calls `return`, so
 * that nothing of it stays in the page.
 */
export function* screenWarmingSteps(comparison: Comparison): Generator<void> {
  const { getState, setState } = createCompareStore()
  const model = toViewModel(comparison)
  const folds = new OpenFolds()
  const [left, right] = [element('div', 'cmp-pane l'), element('div', 'cmp-pane r')]
  const rows = element('div', 'cmp-rows', [left, element('div', 'cmp-spine'), right])
  const scroller = element('div', 'cmp-scroll', [rows])
  const unseen = element('div', 'cmp-unseen', [scroller], { 'aria-hidden': 'true', inert: '' })
  let panes: PanePair | null = null
  const draw = () => {
    setState((state) => ({ model, visual: visualRowsOf(state, model, folds) }))
    panes?.draw(drawingOf(getState(), model, null, translate))
  }
  try {
    document.body.append(unseen)
    yield
    panes = new PanePair({
      scroller,
      left,
      right,
      labels: { left: '', right: '' },
      texts: { left: paneText(comparison.left), right: paneText(comparison.right) },
      mayEdit: () => false,
      onUndo: () => false,
      onRedo: () => false,
      onEdit: () => {},
      onSelect: () => {},
      onAction: () => {},
      onFoldTouched: () => {},
      onGeometry: () => {},
    })
    yield
    draw()
    yield
    const last = shownItems(model, getState().filters).at(-1)
    panes.reveal(getState().visual.ofDisplay[last?.display ?? 0] ?? 0)
    yield
    folds.openAll()
    draw()
    yield
  } finally {
    panes?.destroy()
    unseen.remove()
  }
}
