import { type EditorState, type Range, StateEffect, StateField, type Text } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view'
import { element } from './dom.ts'
import { keepAtLineBorders } from './pane-decorations.ts'

/** Empty space that keeps the rows of both panes level. With a label it is a whole empty cell that says why it is empty. */
export class SpacerWidget extends WidgetType {
  readonly height: number
  readonly label: string

  constructor(height: number, label: string) {
    super()
    this.height = height
    this.label = label
  }

  override eq(other: WidgetType): boolean {
    return other instanceof SpacerWidget && other.height === this.height && other.label === this.label
  }

  override get estimatedHeight(): number {
    return this.height
  }

  toDOM(): HTMLElement {
    const made = element(
      'div',
      this.label === '' ? 'cm-spacer' : 'cm-spacer cm-cell',
      this.label === '' ? [] : [this.label],
    )
    made.style.height = `${this.height}px`
    if (this.label === '') made.setAttribute('aria-hidden', 'true')
    return made
  }

  override updateDOM(dom: HTMLElement): boolean {
    if ((dom.textContent ?? '') !== this.label) return false
    dom.style.height = `${this.height}px`
    return true
  }

  /** Clicks set the caret as they would in an empty part of the page. */
  override ignoreEvent(): boolean {
    return false
  }
}

/** A spacer with its place: `at` is a line's end (after it) or, with `before`, the document's first line. */
export interface SpacerSpec {
  readonly at: number
  readonly before: boolean
  /** Order among the spacers of one place. */
  readonly order: number
  readonly height: number
  readonly label: string
}

export const setSpacers = StateEffect.define<readonly SpacerSpec[]>()

/** Block widgets of one place are ordered by `side`: behind the chips (1) and links (-1), within CodeMirror's bounds. */
const AFTER = 1000
const BEFORE = -9999
const LIMIT = 9999

function sideOf({ before, order }: Pick<SpacerSpec, 'before' | 'order'>): number {
  return Math.min(before ? -2 : LIMIT, (before ? BEFORE : AFTER) + order)
}

function spacerFor(spec: Omit<SpacerSpec, 'at'>): Decoration {
  return Decoration.widget({ widget: new SpacerWidget(spec.height, spec.label), block: true, side: sideOf(spec) })
}

/** Most lines of a text need none: one that is not seen stands behind them. */
const UNSEEN: Omit<SpacerSpec, 'at'> = { before: false, order: 0, height: 0, label: '' }
const unseen = spacerFor(UNSEEN)

function toSet(specs: readonly SpacerSpec[]): DecorationSet {
  const ranges = specs.map((spec) => (isUnseen(spec) ? unseen : spacerFor(spec)).range(spec.at))
  return Decoration.set(ranges, true)
}

function isUnseen({ before, order, height, label }: SpacerSpec): boolean {
  return !before && order === 0 && height === 0 && label === ''
}

/** Behind each line one that is not seen: CodeMirror estimates lines one by one from the beginning, and few are to be changed later. */
function behindLines(doc: Text): DecorationSet {
  const ranges: Range<Decoration>[] = []
  for (let line = 1; line <= doc.lines; line += 1) ranges.push(unseen.range(doc.line(line).to))
  return Decoration.set(ranges)
}

/** Heights closer than this are one: what sums of the same numbers may differ by. */
const SAME_HEIGHT = 1e-6

/** The spacers of a pane; between two alignments they move with the text. */
export const spacers = StateField.define<DecorationSet>({
  create: ({ doc }) => behindLines(doc),
  update(value, tr) {
    let next = tr.docChanged ? keepAtLineBorders(value.map(tr.changes), tr.newDoc) : value
    for (const effect of tr.effects) if (effect.is(setSpacers)) next = toSet(effect.value)
    return next
  },
  provide: (field) => EditorView.decorations.from(field),
})

/** Whether a pane has these spacers and no others. They come in the order of the text. */
export function hasSpacers(state: EditorState, specs: readonly SpacerSpec[]): boolean {
  const set = state.field(spacers)
  if (set.size !== specs.length) return false
  const cursor = set.iter()
  for (const spec of specs) {
    const { value, from } = cursor
    const widget = value?.spec.widget
    if (!(widget instanceof SpacerWidget) || from !== spec.at || value?.spec.side !== sideOf(spec)) return false
    if (widget.label !== spec.label || Math.abs(widget.height - spec.height) > SAME_HEIGHT) return false
    cursor.next()
  }
  return true
}
