import type { AlignRow } from '../../../editor/align-panes.ts'
import type { PaneSpec } from '../../../editor/pane-spec.ts'

/** Carries positions over an edit; `assoc` says to which side a position leans where text was inserted. */
export type MapPosition = (position: number, assoc: 1 | -1) => number

/** An edit of a text that was compared: positions of it in the text as it is now, and the other way. */
export interface Drift {
  readonly toNow: MapPosition
  readonly toCompared: MapPosition
}

/** The same marks in a text that was edited after it was compared. */
export function mapPaneSpec(spec: PaneSpec, { toNow: map, toCompared }: Drift): PaneSpec {
  const at = <T extends { readonly at: number }>(value: T): T => ({ ...value, at: map(value.at, -1) })
  const span = <T extends { readonly from: number; readonly to: number }>(value: T): T => ({
    ...value,
    from: map(value.from, 1),
    to: map(value.to, -1),
  })
  return {
    marks: (from, to) =>
      spec
        .marks(toCompared(from, -1), toCompared(to, 1))
        .map(span)
        .filter((mark) => mark.from < mark.to),
    lines: spec.lines.map(at),
    chips: spec.chips.map(at),
    links: spec.links.map(at),
    folds: spec.folds.map((fold) => ({ ...fold, from: map(fold.from, -1), to: map(fold.to, 1) })),
    notes: spec.notes.map(at),
  }
}

/** The same rows in a right text that was edited after it was compared. */
export function mapAlignRows(rows: readonly AlignRow[], { toNow }: Drift): AlignRow[] {
  return rows.map((row) => (row.right === null ? row : { ...row, right: toNow(row.right, -1) }))
}
