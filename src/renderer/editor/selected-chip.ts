import { StateEffect, StateField } from '@codemirror/state'
import { type EditorView, type PluginValue, ViewPlugin, type ViewUpdate } from '@codemirror/view'

const select = StateEffect.define<string | null>()

const selected = StateField.define<string | null>({
  create: () => null,
  update: (value, tr) => tr.effects.reduce((found, effect) => (effect.is(select) ? effect.value : found), value),
})

function show(view: EditorView): void {
  const id = view.state.field(selected)
  for (const chip of view.contentDOM.querySelectorAll<HTMLElement>('[data-chip]')) {
    const on = chip.dataset.chip === id
    if (chip.classList.contains('on') === on) continue
    chip.classList.toggle('on', on)
    chip.setAttribute('aria-pressed', String(on))
  }
}

/** Selects the chip with this id; null selects none. */
export function selectChip(view: EditorView, id: string | null): void {
  if (view.state.field(selected) !== id) view.dispatch({ effects: select.of(id) })
}

/** Marks one chip as selected without drawing the pane again: stepping from change to change must cost nothing. */
const showSelected = ViewPlugin.fromClass(
  class implements PluginValue {
    docViewUpdate(view: EditorView): void {
      show(view)
    }

    update(update: ViewUpdate): void {
      if (update.startState.field(selected) !== update.state.field(selected)) show(update.view)
    }
  },
)

export const selectedChip = [selected, showSelected]
