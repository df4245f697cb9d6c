import { type EditorState, Prec, type Range, RangeSet, StateEffect, StateField, type Text } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view'
import type { MarkSpec, PaneSpec } from './pane-spec.ts'
import { ChipsWidget, FoldWidget, LinkWidget, NoteWidget } from './widgets.ts'

interface PaneDecorations {
  /** Innermost first: the glyph's span must not be cut by an edit inside the number. */
  readonly edits: DecorationSet
  readonly notes: DecorationSet
  readonly numbers: DecorationSet
  readonly lines: DecorationSet
  readonly blocks: DecorationSet
  readonly folds: DecorationSet
}

const NONE: PaneDecorations = {
  edits: Decoration.none,
  notes: Decoration.none,
  numbers: Decoration.none,
  lines: Decoration.none,
  blocks: Decoration.none,
  folds: Decoration.none,
}

/** Shows other marks; the offsets are those of the document after the transaction. */
export const setPaneSpec = StateEffect.define<PaneSpec>()

const cache = new Map<string, Decoration>()
const TAG = { edit: 'span', number: 'span', note: 'span', finding: 'span' } as const

function markFor(mark: MarkSpec): Decoration {
  const key = JSON.stringify([mark.layer, mark.className, mark.glyph, mark.title])
  const known = cache.get(key)
  if (known) return known
  const attributes = {
    ...(mark.glyph === undefined ? {} : { 'data-glyph': mark.glyph }),
    ...(mark.title === undefined ? {} : { title: mark.title }),
  }
  const made = Decoration.mark({ tagName: TAG[mark.layer], class: mark.className, attributes })
  cache.set(key, made)
  return made
}

function clamp(offset: number, doc: Text): number {
  return Math.max(0, Math.min(offset, doc.length))
}

function marksOf(spec: PaneSpec, layers: readonly MarkSpec['layer'][], doc: Text): DecorationSet {
  const ranges = spec.marks.flatMap((mark) => {
    const from = clamp(mark.from, doc)
    const to = clamp(mark.to, doc)
    return layers.includes(mark.layer) && from < to ? [markFor(mark).range(from, to)] : []
  })
  return Decoration.set(ranges, true)
}

function noteSigns(spec: PaneSpec, doc: Text): Range<Decoration>[] {
  return spec.notes.map(({ at, ...data }) =>
    Decoration.widget({ widget: new NoteWidget(data), side: 1 }).range(clamp(at, doc)),
  )
}

function linesOf(spec: PaneSpec, doc: Text): DecorationSet {
  const ranges = spec.lines.map(({ at, className }) =>
    Decoration.line({ class: className }).range(doc.lineAt(clamp(at, doc)).from),
  )
  return Decoration.set(ranges, true)
}

function blocksOf(spec: PaneSpec, doc: Text): DecorationSet {
  const links = spec.links.map(({ at, ...data }) =>
    Decoration.widget({ widget: new LinkWidget(data), block: true, side: -1 }).range(doc.lineAt(clamp(at, doc)).from),
  )
  const chips = spec.chips.map(({ at, chips }) =>
    Decoration.widget({ widget: new ChipsWidget(chips), block: true, side: 1 }).range(doc.lineAt(clamp(at, doc)).to),
  )
  return Decoration.set([...links, ...chips], true)
}

function foldsOf(spec: PaneSpec, doc: Text): DecorationSet {
  const ranges = spec.folds.map(({ from, to, ...data }) =>
    Decoration.replace({ widget: new FoldWidget(data), block: true }).range(
      doc.lineAt(clamp(from, doc)).from,
      doc.lineAt(clamp(to, doc)).to,
    ),
  )
  return Decoration.set(ranges, true)
}

function build(spec: PaneSpec, doc: Text): PaneDecorations {
  return {
    edits: marksOf(spec, ['edit'], doc),
    notes: RangeSet.join([marksOf(spec, ['note', 'finding'], doc), Decoration.set(noteSigns(spec, doc), true)]),
    numbers: marksOf(spec, ['number'], doc),
    lines: linesOf(spec, doc),
    blocks: blocksOf(spec, doc),
    folds: foldsOf(spec, doc),
  }
}

/** Drops what an edit pulled off its line's end or start: a block widget may not stand inside a line. */
export function keepAtLineBorders(set: DecorationSet, doc: Text): DecorationSet {
  return set.update({
    filter: (from, to) => {
      const line = doc.lineAt(from)
      const starts = line.from === from
      return from === to ? starts || line.to === from : starts && doc.lineAt(to).to === to
    },
  })
}

function mapAll(
  value: PaneDecorations,
  tr: { changes: Parameters<DecorationSet['map']>[0]; newDoc: Text },
): PaneDecorations {
  const { changes, newDoc } = tr
  return {
    edits: value.edits.map(changes),
    notes: value.notes.map(changes),
    numbers: value.numbers.map(changes),
    lines: value.lines.map(changes).update({ filter: (from) => newDoc.lineAt(from).from === from }),
    blocks: keepAtLineBorders(value.blocks.map(changes), newDoc),
    folds: keepAtLineBorders(value.folds.map(changes), newDoc),
  }
}

const paneField = StateField.define<PaneDecorations>({
  create: () => NONE,
  update(value, tr) {
    let next = tr.docChanged ? mapAll(value, tr) : value
    for (const effect of tr.effects) if (effect.is(setPaneSpec)) next = build(effect.value, tr.newDoc)
    return next
  },
  provide: (field) => [
    Prec.high(EditorView.decorations.from(field, (value) => value.edits)),
    EditorView.decorations.from(field, (value) => value.notes),
    Prec.low(EditorView.decorations.from(field, (value) => value.numbers)),
    EditorView.decorations.from(field, (value) => value.lines),
    EditorView.decorations.from(field, (value) => value.blocks),
    EditorView.decorations.from(field, (value) => value.folds),
  ],
})

/** The extension that draws a PaneSpec. */
export const paneDecorations = paneField

/** The folds that stand in the document now. */
export function foldsIn(state: EditorState): DecorationSet {
  return state.field(paneField).folds
}
