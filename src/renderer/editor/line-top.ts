import type { EditorView } from '@codemirror/view'
import { SpacerWidget } from './spacers.ts'

/** Distance of a line's own text (with its links and chips, without the space that levels it) from the top of its pane, in pixels. */
export function topOfLine(view: EditorView, position: number): number {
  const block = view.lineBlockAt(Math.min(position, view.state.doc.length))
  const parts = Array.isArray(block.type) ? block.type : [block]
  return parts.find((part) => !(part.widget instanceof SpacerWidget))?.top ?? block.top
}
