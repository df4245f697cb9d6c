import { type EditorView, WidgetType } from '@codemirror/view'
import { element, symbol } from './dom.ts'
import { paneActions } from './pane-actions.ts'
import type { ChipLineSpec, ChipSpec, FoldSpec, LinkLineSpec, NoteSpec, PaneAction } from './pane-spec.ts'

/** Until it is drawn once: two lines of chips are rare. */
const CHIPS_HEIGHT = 32
const LINK_HEIGHT = 30
export const FOLD_HEIGHT = 28

/** A widget that draws plain data: equal data is the same widget, so that it is not drawn again. */
abstract class DataWidget<T> extends WidgetType {
  readonly data: T
  readonly #key: string

  constructor(data: T) {
    super()
    this.data = data
    this.#key = JSON.stringify(data)
  }

  override eq(other: WidgetType): boolean {
    return other.constructor === this.constructor && (other as DataWidget<T>).#key === this.#key
  }

  override ignoreEvent(): boolean {
    return true
  }
}

function act(view: EditorView, action: PaneAction): void {
  for (const listener of view.state.facet(paneActions)) listener(action)
}

function chipButton(view: EditorView, chip: ChipSpec): HTMLElement {
  const figure = element('span', '', [chip.before, element('b', '', [chip.after]), chip.unit && ` ${chip.unit}`])
  const glyph = chip.tone === 'check' ? symbol('warn') : chip.glyph
  const parts: (Node | string)[] = [glyph, ' ']
  if (chip.name !== '') parts.push(element('span', 'nm', [chip.name]), ' ')
  if (chip.before !== '' || chip.after !== '') parts.push(figure)
  for (const verdict of chip.also) parts.push(element('span', 'also', [verdict]))
  const classes = ['chip', chip.tone === 'check' ? 'chk' : ''].filter(Boolean).join(' ')
  const button = element('button', classes, parts, {
    type: 'button',
    title: chip.label,
    'aria-label': chip.label,
    'aria-pressed': 'false',
    'data-chip': chip.id,
  })
  button.addEventListener('click', () => act(view, { type: 'chip', id: chip.id }))
  return button
}

/** The line of target changes and findings under a paragraph. */
export class ChipsWidget extends DataWidget<ChipLineSpec['chips']> {
  override get estimatedHeight(): number {
    return CHIPS_HEIGHT
  }

  toDOM(view: EditorView): HTMLElement {
    return element(
      'div',
      'cm-chips',
      this.data.map((chip) => chipButton(view, chip)),
    )
  }
}

/** 移至 … above a moved paragraph. */
export class LinkWidget extends DataWidget<Omit<LinkLineSpec, 'at'>> {
  override get estimatedHeight(): number {
    return LINK_HEIGHT
  }

  toDOM(view: EditorView): HTMLElement {
    const { id, arrow, before, link, after } = this.data
    const button = element('button', 'link', [link], { type: 'button' })
    button.addEventListener('click', () => act(view, { type: 'link', id }))
    return element('div', 'cm-move-link', [symbol(arrow), before, button, after])
  }
}

/** A folded run of unchanged paragraphs. */
export class FoldWidget extends DataWidget<Omit<FoldSpec, 'from' | 'to'>> {
  override get estimatedHeight(): number {
    return FOLD_HEIGHT
  }

  toDOM(view: EditorView): HTMLElement {
    const { id, text, detail, label } = this.data
    const button = element('button', 'cm-fold', [element('span', '', [text]), element('span', 'detail', [detail])], {
      type: 'button',
      'aria-label': label,
      title: label,
    })
    button.addEventListener('click', (event) => act(view, { type: 'fold', id, all: event.altKey }))
    return button
  }
}

/** The sign of a remark after the words it is about. */
export class NoteWidget extends DataWidget<Omit<NoteSpec, 'at'>> {
  toDOM(view: EditorView): HTMLElement {
    const { id, count, label } = this.data
    const button = element('button', 'cm-note-sign', [symbol('note', 'i'), String(count)], {
      type: 'button',
      'aria-label': label,
      title: label,
    })
    button.addEventListener('click', () => act(view, { type: 'note', id }))
    return button
  }
}
