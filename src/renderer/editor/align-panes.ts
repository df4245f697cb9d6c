import type { ChangeDesc, Text } from '@codemirror/state'
import type { BlockInfo, EditorView } from '@codemirror/view'
import { hasSpacers, type SpacerSpec, SpacerWidget, setSpacers } from './spacers.ts'

/** A row to keep level: where its text starts on each side (null: nothing there) and what an empty side says. */
export interface AlignRow {
  readonly left: number | null
  readonly right: number | null
  readonly leftGap: string
  readonly rightGap: string
}

/** Where a row is drawn, in pixels from the top of the panes. */
export interface RowGeometry {
  readonly top: number
  readonly height: number
  /** Height of the row's own text, chips and links, without the space that levels it. */
  readonly left: number
  readonly right: number
}

/** The lines of one side that belong to a row; null when it has none. */
interface Span {
  readonly from: number
  readonly to: number
}

const SIDES = ['left', 'right'] as const
type Side = (typeof SIDES)[number]

/** Heights closer than this are the same: browsers lay out in 64ths of a pixel, and a thousand rows add up. */
const EPSILON = 0.001
/** An empty cell is at least as high as its label. */
const MIN_GAP = 36
/** One to level, one to see that it is level, one for a line that wraps otherwise beside its neighbour's new height. */
const MAX_ROUNDS = 3

/** Shares the lines of a document out among the rows that have text there; blank lines go to the row before them. */
export function shareLines(starts: readonly (number | null)[], doc: Text): (Span | null)[] {
  const spans: (Span | null)[] = starts.map(() => null)
  let open: { row: number; from: number } | null = null
  starts.forEach((start, row) => {
    if (start === null) return
    const from = open === null ? 0 : doc.lineAt(Math.min(start, doc.length)).from
    if (open !== null) {
      // Two rows on one line: an edit has just joined them; the first keeps the line until the texts are compared again.
      if (from <= open.from) return
      spans[open.row] = { from: open.from, to: from - 1 }
    }
    open = { row, from }
  })
  const last = open as { row: number; from: number } | null
  if (last) spans[last.row] = { from: last.from, to: doc.length }
  return spans
}

function blocksOf(block: BlockInfo): readonly BlockInfo[] {
  return Array.isArray(block.type) ? block.type : [block]
}

/** The height of a span's lines with their own widgets, without the spacers. */
function naturalHeight(view: EditorView, span: Span | null): number {
  if (!span) return 0
  let height = 0
  for (let pos = span.from; pos <= span.to; ) {
    const block = view.lineBlockAt(pos)
    for (const part of blocksOf(block)) if (!(part.widget instanceof SpacerWidget)) height += part.height
    pos = Math.max(block.to, pos) + 1
  }
  return height
}

/**
 * Keeps two panes level row by row: measures what CodeMirror measured (or estimates) of each row and gives the lower side a
 * spacer, or an empty cell where it has no text. Runs after every change of geometry, in the frame in which it was measured.
 */
export class PaneAligner {
  readonly #views: Readonly<Record<Side, EditorView>>
  readonly #onGeometry: () => void
  #rows: readonly AlignRow[] = []
  #starts: Record<Side, (number | null)[]> = { left: [], right: [] }
  #spans: Record<Side, (Span | null)[]> = { left: [], right: [] }
  #natural: Record<Side, number[]> = { left: [], right: [] }
  #tops: number[] = [0]
  /** The heights of the panes with the spacers they were given last. */
  readonly #levelled: Record<Side, number> = { left: 0, right: 0 }
  #scheduled: 'now' | 'frame' | null = null
  #aligning = false

  constructor(views: Readonly<Record<Side, EditorView>>, onGeometry: () => void) {
    this.#views = views
    this.#onGeometry = onGeometry
  }

  /**
   * Other rows, for the documents as they stand now; with none there is nothing to keep level. `linesChanged`: lines have got other
   * heights, or may have. Typing within a paragraph changes neither; then only what is near the screen is measured.
   */
  setRows(rows: readonly AlignRow[], linesChanged: boolean): void {
    if (!linesChanged && this.#areSame(rows)) {
      this.align(false)
      return
    }
    this.#rows = rows
    this.#starts = { left: rows.map((row) => row.left), right: rows.map((row) => row.right) }
    for (const side of SIDES) this.#share(side)
    this.align(true)
  }

  /** A document is another one: nothing of its rows holds, until there are other rows. */
  forget(side: Side): void {
    this.#starts[side] = []
  }

  #areSame(rows: readonly AlignRow[]): boolean {
    const { left, right } = this.#starts
    return (
      rows.length === this.#rows.length &&
      rows.every((row, index) => {
        const known = this.#rows[index] as AlignRow
        return (
          row.left === left[index] &&
          row.right === right[index] &&
          row.leftGap === known.leftGap &&
          row.rightGap === known.rightGap
        )
      })
    )
  }

  /** Follows an edit of one side until the texts are compared again. */
  mapThrough(side: Side, changes: ChangeDesc): void {
    this.#starts[side] = this.#starts[side].map((start) => (start === null ? null : changes.mapPos(start, -1)))
    this.#share(side)
  }

  get rowCount(): number {
    return this.#rows.length
  }

  get totalHeight(): number {
    return this.#tops[this.#rows.length] ?? 0
  }

  geometry(row: number): RowGeometry {
    const top = this.#tops[row] ?? 0
    return {
      top,
      height: (this.#tops[row + 1] ?? top) - top,
      left: this.#natural.left[row] ?? 0,
      right: this.#natural.right[row] ?? 0,
    }
  }

  /** The row at a height; the last one below them all. */
  rowAt(y: number): number {
    let low = 0
    let high = this.#rows.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.#tops[middle] as number) <= y) low = middle
      else high = middle - 1
    }
    return Math.max(0, low)
  }

  /** The row that holds a position of one side, or null where that side has no rows. */
  rowOf(side: Side, position: number): number | null {
    let found: number | null = null
    for (const [row, span] of this.#spans[side].entries()) {
      if (!span) continue
      if (span.from > position) break
      found = row
    }
    return found
  }

  /** The lines of a row on one side. */
  span(side: Side, row: number): Span | null {
    return this.#spans[side][row] ?? null
  }

  /**
   * Aligns before the next frame is painted. After an edit that is in the coming frame, when CodeMirror has measured what changed:
   * a keystroke itself makes the page lay nothing out. `measured`: it has just done so, and the frame waits for us.
   */
  schedule(side: Side, measured: boolean): void {
    if (this.#aligning || this.#scheduled === 'now' || (this.#scheduled === 'frame' && !measured)) return
    this.#scheduled = measured ? 'now' : 'frame'
    // Nothing may be dispatched while a view measures: the microtask runs as soon as it is done.
    const soon = () => queueMicrotask(() => this.#alignScheduled())
    if (measured) soon()
    else this.#views[side].requestMeasure({ key: this, read: soon })
  }

  #alignScheduled(): void {
    if (this.#scheduled === null) return
    this.#scheduled = null
    this.align(false)
  }

  /** Measures and levels: all rows, or those on and near the screen, as long as the others have kept their heights. */
  align(all: boolean): void {
    if (this.#aligning) return
    this.#aligning = true
    let whole = all
    let moved = false
    // CodeMirror only estimates a line beside a new spacer until it measures again: what was levelled is measured once more.
    for (let round = 0; round < MAX_ROUNDS && this.#rows.length > 0; round += 1) {
      for (const side of SIDES) this.#views[side].lineBlockAtHeight(0)
      let changed = whole
      for (const row of this.#rowsToMeasure(whole)) if (this.#measureRow(row)) changed = true
      if (!changed && !this.#haveKeptHeights())
        for (const row of this.#rowsToMeasure(true)) if (this.#measureRow(row)) changed = true
      if (!changed) break
      whole = false
      moved = true
      this.#sumUp()
      // Typing within a line makes other rows of the same heights: nothing is to be drawn then.
      const levelled = SIDES.map((side) => this.#level(side))
      if (!levelled.includes(true)) break
    }
    this.#aligning = false
    if (moved) this.#onGeometry()
  }

  /** Gives a side its spacers; false when it has them already. */
  #level(side: Side): boolean {
    const specs = this.#spacersOf(side)
    const view = this.#views[side]
    if (hasSpacers(view.state, specs)) return false
    view.dispatch({ effects: setSpacers.of(specs) })
    return true
  }

  #share(side: Side): void {
    this.#spans[side] = shareLines(this.#starts[side], this.#views[side].state.doc)
  }

  #rowsToMeasure(all: boolean): number[] {
    if (all) return this.#rows.map((_, row) => row)
    let first = Number.POSITIVE_INFINITY
    let last = -1
    for (const side of SIDES) {
      const { from, to } = this.#views[side].viewport
      this.#spans[side].forEach((span, row) => {
        if (!span || span.to < from || span.from > to) return
        first = Math.min(first, row)
        last = Math.max(last, row)
      })
    }
    const rows: number[] = []
    for (let row = first; row <= last; row += 1) rows.push(row)
    return rows
  }

  /**
   * Whether both panes are as high as they were levelled to be. When CodeMirror has seen more of a text it estimates all lines
   * anew that it has not drawn yet, far from the screen too.
   */
  #haveKeptHeights(): boolean {
    return SIDES.every((side) => {
      const view = this.#views[side]
      return Math.abs(view.lineBlockAt(view.state.doc.length).bottom - this.#levelled[side]) < 1
    })
  }

  #measureRow(row: number): boolean {
    let changed = false
    for (const side of SIDES) {
      const height = naturalHeight(this.#views[side], this.#spans[side][row] ?? null)
      if (Math.abs(height - (this.#natural[side][row] ?? -1)) > EPSILON) changed = true
      this.#natural[side][row] = height
    }
    return changed
  }

  #heightOf(row: number): number {
    const left = this.#natural.left[row] ?? 0
    const right = this.#natural.right[row] ?? 0
    const empty = this.#spans.left[row] == null || this.#spans.right[row] == null
    return Math.max(left, right, empty ? MIN_GAP : 0)
  }

  #sumUp(): void {
    const tops = [0]
    this.#rows.forEach((_, row) => tops.push((tops[row] as number) + this.#heightOf(row)))
    this.#tops = tops
  }

  /**
   * Spacers of no height behind all lines of a row but the last. Lines that nothing stands behind are estimated together: they would be of another
   * height each time a neighbour gets a spacer or loses it, and their heights do not add up to that of them all.
   */
  #lineEnds(side: Side, { from, to }: Span): SpacerSpec[] {
    const { doc } = this.#views[side].state
    const ends: SpacerSpec[] = []
    for (let end = doc.lineAt(from).to; end < to; end = doc.lineAt(end + 1).to)
      ends.push({ at: end, before: false, order: 0, height: 0, label: '' })
    return ends
  }

  #spacersOf(side: Side): SpacerSpec[] {
    const specs: SpacerSpec[] = []
    let total = 0
    let place: { at: number; before: boolean; order: number } = { at: 0, before: true, order: 0 }
    this.#rows.forEach((row, index) => {
      const span = this.#spans[side][index] ?? null
      place = span ? { at: span.to, before: false, order: 0 } : { ...place, order: place.order + 1 }
      const own = span ? (this.#natural[side][index] ?? 0) : 0
      const missing = this.#heightOf(index) - own
      const height = missing > EPSILON ? missing : 0
      total += own + height
      const label = span ? '' : side === 'left' ? row.leftGap : row.rightGap
      if (span) specs.push(...this.#lineEnds(side, span))
      if (height > 0 || span) specs.push({ ...place, height, label })
    })
    this.#levelled[side] = total
    return specs
  }
}
