import type { ChangeSet } from '@codemirror/state'
import type { EditorView, ViewUpdate } from '@codemirror/view'
import { type AlignRow, PaneAligner, type RowGeometry } from './align-panes.ts'
import { createPane, type PaneOptions, type PaneText, paneState } from './create-pane.ts'
import { drawLines } from './pane-decorations.ts'
import { setMarks } from './pane-marks.ts'
import type { PaneAction, PaneSpec } from './pane-spec.ts'
import { ScrollAnchor, topOfLine } from './scroll-anchor.ts'
import { selectChip } from './selected-chip.ts'

export type Side = 'left' | 'right'
const SIDES = ['left', 'right'] as const

export interface PanePairOptions {
  /** Scrolls both panes; holds `left` and `right`. */
  readonly scroller: HTMLElement
  readonly left: HTMLElement
  readonly right: HTMLElement
  readonly labels: Readonly<Record<Side, string>>
  /** What each pane shows, by itself until `draw` says how the two hang together. */
  readonly texts: Readonly<Record<Side, PaneText>>
  /** Asked before each edit by the user; false makes none. */
  readonly mayEdit: () => boolean
  readonly onUndo: () => boolean
  readonly onRedo: () => boolean
  /** The right text was edited, by the user or by undo. `composing`: an input method is not done yet. */
  readonly onEdit: (changes: ChangeSet, update: ViewUpdate) => void
  /** Selection or focus of a pane moved. */
  readonly onSelect: (side: Side, update: ViewUpdate) => void
  readonly onAction: (side: Side, action: PaneAction) => void
  readonly onFoldTouched: (at: number) => void
  /** Rows have other places or heights (`laidOut`), or others are on the screen. */
  readonly onGeometry: (laidOut: boolean) => void
}

/** Everything that is drawn at once: the marks of both panes and the rows that keep them level. */
export interface Drawing {
  readonly left: PaneSpec
  readonly right: PaneSpec
  readonly rows: readonly AlignRow[]
}

/** Rows beyond the screen that are drawn ahead, in pixels. */
const AHEAD = 600

/** Two texts side by side in one scroller, level row by row. The text itself lives in the two CodeMirror states and nowhere else. */
export class PanePair {
  readonly left: EditorView
  readonly right: EditorView
  readonly #options: PanePairOptions
  readonly #aligner: PaneAligner
  readonly #anchor: ScrollAnchor
  readonly #paneOptions: Readonly<Record<Side, PaneOptions>>
  readonly #ending = new AbortController()
  readonly #resizes: ResizeObserver

  constructor(options: PanePairOptions) {
    this.#options = options
    this.#paneOptions = { left: this.#optionsOf('left'), right: this.#optionsOf('right') }
    this.left = createPane(options.texts.left, this.#paneOptions.left)
    this.right = createPane(options.texts.right, this.#paneOptions.right)
    this.#aligner = new PaneAligner({ left: this.left, right: this.right }, () => {
      this.#anchor.restore()
      options.onGeometry(true)
    })
    this.#anchor = new ScrollAnchor(options.scroller, { left: this.left, right: this.right }, this.#aligner)
    const { signal } = this.#ending
    options.scroller.addEventListener('scroll', () => this.#scrolled(), { signal, passive: true })
    // CodeMirror would hold its own line on the wheel, each pane another one: holding the row is our business.
    options.scroller.addEventListener('wheel', (event) => event.stopPropagation(), {
      signal,
      passive: true,
      capture: true,
    })
    this.#resizes = new ResizeObserver(() => {
      this.#anchor.resized()
      this.#aligner.align(true)
    })
    this.#resizes.observe(options.scroller)
    void document.fonts.ready.then(() => this.remeasure())
  }

  destroy(): void {
    this.#ending.abort()
    this.#resizes.disconnect()
    this.left.destroy()
    this.right.destroy()
  }

  /**
   * Puts another text on the left; the right one stays with its caret, its undo and where it is on the screen. `inHand` is a place
   * of the right text that the reader is at. To be followed by `draw` in the same turn.
   */
  setLeft(text: string, inHand: number | null): void {
    this.#anchor.holdRight(inHand)
    this.left.setState(paneState(text, this.#paneOptions.left))
    this.#aligner.forget('left')
  }

  /** Draws other marks and rows; what the reader looks at stays where it is. */
  draw(drawing: Drawing): void {
    let linesChanged = false
    for (const side of SIDES) {
      const spec = drawing[side]
      const lines = drawLines(this[side].state, spec)
      linesChanged ||= lines.length > 0
      this[side].dispatch({ effects: [...lines, setMarks.of(spec)] })
    }
    this.#aligner.setRows(drawing.rows, linesChanged)
  }

  /** Marks a chip of either pane as the selected one. */
  selectChip(id: string | null): void {
    for (const side of SIDES) selectChip(this[side], id)
  }

  remeasure(): void {
    this.left.requestMeasure()
    this.right.requestMeasure()
    this.#aligner.align(true)
  }

  get rowCount(): number {
    return this.#aligner.rowCount
  }

  /** What of the panes is on the screen, in pixels from their top. */
  get window(): { readonly top: number; readonly height: number } {
    return this.#anchor.window
  }

  get totalHeight(): number {
    return this.#aligner.totalHeight
  }

  geometry(row: number): RowGeometry {
    return this.#aligner.geometry(row)
  }

  /** The rows on the screen, end exclusive; with `ahead` those near it too. */
  visibleRows(ahead = 0): { readonly from: number; readonly to: number } {
    const { top, height } = this.window
    return {
      from: this.#aligner.rowAt(Math.max(0, top - ahead)),
      to: this.#aligner.rowAt(top + height + ahead) + 1,
    }
  }

  rowsToDraw(): { readonly from: number; readonly to: number } {
    return this.visibleRows(AHEAD)
  }

  rowOf(side: Side, position: number): number | null {
    return this.#aligner.rowOf(side, position)
  }

  /** The tops of the paragraphs of one side of a row, in pixels from the top of the panes. */
  paragraphTops(side: Side, row: number): number[] {
    const span = this.#aligner.span(side, row)
    const view = this[side]
    const tops: number[] = []
    if (!span) return tops
    for (let pos = span.from; pos <= span.to; ) {
      tops.push(topOfLine(view, pos))
      pos = view.lineBlockAt(pos).to + 1
    }
    return tops
  }

  /** Moves a row to one third of the height; rows already well on the screen stay when `gently`. */
  reveal(row: number, gently = false): void {
    const { window } = this
    const { top, height } = this.#aligner.geometry(row)
    const shown = top >= window.top && top + Math.min(height, 80) <= window.top + window.height
    if (gently && shown) return
    this.#anchor.scrollTo(row, Math.round(window.height / 3))
    this.#options.onGeometry(false)
  }

  #optionsOf(side: Side): PaneOptions {
    return {
      parent: this.#options[side],
      label: this.#options.labels[side],
      editable: side === 'right',
      onUpdate: (update) => this.#updated(side, update),
      onAction: (action) => this.#options.onAction(side, action),
      onFoldTouched: this.#options.onFoldTouched,
      mayEdit: this.#options.mayEdit,
      onUndo: this.#options.onUndo,
      onRedo: this.#options.onRedo,
    }
  }

  #updated(side: Side, update: ViewUpdate): void {
    if (update.docChanged) {
      this.#aligner.mapThrough(side, update.changes)
      this.#anchor.mapThrough(side, (position) => update.changes.mapPos(position, -1))
      if (side === 'right') this.#options.onEdit(update.changes, update)
    }
    if (update.selectionSet || update.focusChanged) this.#options.onSelect(side, update)
    if (update.geometryChanged || update.heightChanged || update.viewportChanged) {
      this.#aligner.schedule(side, update.transactions.length === 0)
    }
  }

  #scrolled(): void {
    this.#anchor.scrolled()
    this.#options.onGeometry(false)
  }
}
