import { type ChangeDesc, Prec, type Range, StateEffect, StateField } from '@codemirror/state'
import {
  Decoration,
  type DecorationSet,
  EditorView,
  type PluginValue,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view'
import type { MarkSpec, PaneSpec } from './pane-spec.ts'
import { NoteWidget } from './widgets.ts'

type Marks = Pick<PaneSpec, 'marks' | 'notes'>

/** Shows other marks; the offsets are those of the document after the transaction. */
export const setMarks = StateEffect.define<Marks>()

interface MarksInText extends Marks {
  /** The edits since the marks were set; null when there were none. */
  readonly since: ChangeDesc | null
}

const marksField = StateField.define<MarksInText>({
  create: () => ({ marks: () => [], notes: [], since: null }),
  update(value, tr) {
    for (const effect of tr.effects) if (effect.is(setMarks)) return { ...effect.value, since: null }
    if (!tr.docChanged) return value
    return { ...value, since: value.since ? value.since.composeDesc(tr.changes.desc) : tr.changes.desc }
  },
})

const cache = new Map<string, Decoration>()

function markFor(mark: MarkSpec): Decoration {
  const key = `${mark.layer} ${mark.className} ${mark.glyph ?? ''} ${mark.title ?? ''}`
  const known = cache.get(key)
  if (known) return known
  const attributes = {
    ...(mark.glyph === undefined ? {} : { 'data-glyph': mark.glyph }),
    ...(mark.title === undefined ? {} : { title: mark.title }),
  }
  const made = Decoration.mark({ tagName: 'span', class: mark.className, attributes })
  cache.set(key, made)
  return made
}

/** Positions of the text that the marks were set for, and of the text as it is now. */
function positions({ since }: MarksInText, length: number) {
  if (since === null) {
    const clamp = (offset: number) => Math.max(0, Math.min(offset, length))
    return { toNow: clamp, toThen: clamp }
  }
  const { invertedDesc } = since
  return {
    toNow: (offset: number, assoc: 1 | -1) => since.mapPos(Math.max(0, Math.min(offset, since.length)), assoc),
    toThen: (offset: number, assoc: 1 | -1) => invertedDesc.mapPos(offset, assoc),
  }
}

const LAYERS = { edit: 'edits', note: 'notes', finding: 'notes', number: 'numbers' } as const
type Layer = (typeof LAYERS)[keyof typeof LAYERS]

/** The marks of what is drawn of the text; those of the rest change no height and are made when it comes near the screen. */
class DrawnMarks implements PluginValue {
  /** Innermost first: the glyph's span must not be cut by an edit inside the number. */
  edits: DecorationSet = Decoration.none
  notes: DecorationSet = Decoration.none
  numbers: DecorationSet = Decoration.none

  constructor(view: EditorView) {
    this.#draw(view)
  }

  update({ view, startState, state, docChanged, changes, viewportChanged }: ViewUpdate): void {
    const before = startState.field(marksField)
    const now = state.field(marksField)
    if (viewportChanged || before.marks !== now.marks || before.notes !== now.notes) this.#draw(view)
    else if (docChanged) {
      this.edits = this.edits.map(changes)
      this.notes = this.notes.map(changes)
      this.numbers = this.numbers.map(changes)
    }
  }

  #draw({ state, viewport }: EditorView): void {
    const value = state.field(marksField)
    const { toNow, toThen } = positions(value, state.doc.length)
    const ranges: Record<Layer, Range<Decoration>[]> = { edits: [], notes: [], numbers: [] }
    for (const mark of value.marks(toThen(viewport.from, -1), toThen(viewport.to, 1))) {
      const from = toNow(mark.from, 1)
      const to = toNow(mark.to, -1)
      if (from < to) ranges[LAYERS[mark.layer]].push(markFor(mark).range(from, to))
    }
    for (const { at, ...data } of value.notes) {
      const place = toNow(at, -1)
      if (place < viewport.from || place > viewport.to) continue
      ranges.notes.push(Decoration.widget({ widget: new NoteWidget(data), side: 1 }).range(place))
    }
    this.edits = Decoration.set(ranges.edits, true)
    this.notes = Decoration.set(ranges.notes, true)
    this.numbers = Decoration.set(ranges.numbers, true)
  }
}

const drawnMarks = ViewPlugin.fromClass(DrawnMarks, {
  provide: (plugin) => [
    Prec.high(EditorView.decorations.of((view) => view.plugin(plugin)?.edits ?? Decoration.none)),
    EditorView.decorations.of((view) => view.plugin(plugin)?.notes ?? Decoration.none),
    Prec.low(EditorView.decorations.of((view) => view.plugin(plugin)?.numbers ?? Decoration.none)),
  ],
})

/** The extension that draws the marks and the signs of remarks. */
export const paneMarks = [marksField, drawnMarks]
