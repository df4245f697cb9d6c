import { type EditorState, RangeSet, StateEffect, StateField, type Text } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view'
import type { PaneSpec } from './pane-spec.ts'
import { ChipsWidget, FoldWidget, LinkWidget } from './widgets.ts'

type LineDecorations = Pick<PaneSpec, 'lines' | 'links' | 'chips' | 'folds'>

/** What changes the heights of lines, and so is there for the whole text. */
interface PaneDecorations {
  readonly lines: DecorationSet
  readonly blocks: DecorationSet
  readonly folds: DecorationSet
}

const NONE: PaneDecorations = { lines: Decoration.none, blocks: Decoration.none, folds: Decoration.none }

const setDecorations = StateEffect.define<PaneDecorations>()

function clamp(offset: number, doc: Text): number {
  return Math.max(0, Math.min(offset, doc.length))
}

function linesOf(spec: LineDecorations, doc: Text): DecorationSet {
  const ranges = spec.lines.map(({ at, className }) =>
    Decoration.line({ class: className }).range(doc.lineAt(clamp(at, doc)).from),
  )
  return Decoration.set(ranges, true)
}

function blocksOf(spec: LineDecorations, doc: Text): DecorationSet {
  const links = spec.links.map(({ at, ...data }) =>
    Decoration.widget({ widget: new LinkWidget(data), block: true, side: -1 }).range(doc.lineAt(clamp(at, doc)).from),
  )
  const chips = spec.chips.map(({ at, chips }) =>
    Decoration.widget({ widget: new ChipsWidget(chips), block: true, side: 1 }).range(doc.lineAt(clamp(at, doc)).to),
  )
  return Decoration.set([...links, ...chips], true)
}

function foldsOf(spec: LineDecorations, doc: Text): DecorationSet {
  const ranges = spec.folds.map(({ from, to, ...data }) =>
    Decoration.replace({ widget: new FoldWidget(data), block: true }).range(
      doc.lineAt(clamp(from, doc)).from,
      doc.lineAt(clamp(to, doc)).to,
    ),
  )
  return Decoration.set(ranges, true)
}

/** Equal decorations stay the same object: CodeMirror passes over them without looking. */
function keepEqual(before: DecorationSet, now: DecorationSet): DecorationSet {
  return RangeSet.eq([before], [now]) ? before : now
}

/**
 * Shows other lines, chips, links and folds: the effects for a transaction that leaves the document as it is. None where a pane has
 * them all already, which after a keystroke is so of the other pane.
 */
export function drawLines(state: EditorState, spec: LineDecorations): readonly StateEffect<unknown>[] {
  const before = state.field(paneField)
  const now = {
    lines: keepEqual(before.lines, linesOf(spec, state.doc)),
    blocks: keepEqual(before.blocks, blocksOf(spec, state.doc)),
    folds: keepEqual(before.folds, foldsOf(spec, state.doc)),
  }
  const same = now.lines === before.lines && now.blocks === before.blocks && now.folds === before.folds
  return same ? [] : [setDecorations.of(now)]
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
    lines: value.lines.map(changes).update({ filter: (from) => newDoc.lineAt(from).from === from }),
    blocks: keepAtLineBorders(value.blocks.map(changes), newDoc),
    folds: keepAtLineBorders(value.folds.map(changes), newDoc),
  }
}

const paneField = StateField.define<PaneDecorations>({
  create: () => NONE,
  update(value, tr) {
    let next = tr.docChanged ? mapAll(value, tr) : value
    for (const effect of tr.effects) if (effect.is(setDecorations)) next = effect.value
    return next
  },
  provide: (field) => [
    EditorView.decorations.from(field, (value) => value.lines),
    EditorView.decorations.from(field, (value) => value.blocks),
    EditorView.decorations.from(field, (value) => value.folds),
  ],
})

/** The extension that draws what of a PaneSpec changes the heights of lines. */
export const paneDecorations = paneField

/** The folds that stand in the document now. */
export function foldsIn(state: EditorState): DecorationSet {
  return state.field(paneField).folds
}
