import { RangeSetBuilder } from '@codemirror/state'
import { Decoration, type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view'

const known = new Map<number, Decoration>()

function numberedLine(number: number): Decoration {
  const found = known.get(number)
  if (found) return found
  const made = Decoration.line({ attributes: { 'data-no': String(number) } })
  known.set(number, made)
  return made
}

function visibleNumbers(view: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>()
  let last = 0
  for (const { from, to } of view.visibleRanges) {
    for (let pos = from; pos <= to; ) {
      const line = view.state.doc.lineAt(pos)
      if (line.number > last && line.length > 0) builder.add(line.from, line.from, numberedLine(line.number))
      last = Math.max(last, line.number)
      pos = line.to + 1
    }
  }
  return builder.finish()
}

/** The paragraph's number in the margin: an attribute that the theme draws, so it is never part of a copy. */
export const paragraphNumbers = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet

    constructor(view: EditorView) {
      this.decorations = visibleNumbers(view)
    }

    update(update: ViewUpdate): void {
      if (update.docChanged || update.viewportChanged || update.geometryChanged)
        this.decorations = visibleNumbers(update.view)
    }
  },
  { decorations: (plugin) => plugin.decorations },
)
