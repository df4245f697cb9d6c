import type { EditorView } from '@codemirror/view'
import type { PaneAligner } from './align-panes.ts'
import { SpacerWidget } from './spacers.ts'

/** A place of one text and how far below the top of the screen it stands. */
interface Anchor {
  readonly side: 'left' | 'right'
  readonly position: number
  readonly offset: number
}

/** Pixels that two scroll positions may differ and still be the same: browsers round them. */
const SAME = 1.5

/** Distance of a line's own text from the top of its pane. */
export function topOfLine(view: EditorView, position: number): number {
  const block = view.lineBlockAt(Math.min(position, view.state.doc.length))
  const parts = Array.isArray(block.type) ? block.type : [block]
  return parts.find((part) => !(part.widget instanceof SpacerWidget))?.top ?? block.top
}

/**
 * Holds the text under the reader's eyes where it is while rows above it change their height: measuring, re-comparing,
 * opening folds. The place held is the first row on the screen, or the one that was last scrolled to.
 */
export class ScrollAnchor {
  readonly #scroller: HTMLElement
  readonly #views: { readonly left: EditorView; readonly right: EditorView }
  readonly #aligner: PaneAligner
  #anchor: Anchor | null = null
  /** Where our own scrolling has left the scroller: a scroll event that finds it there is not the user's. */
  #expected = 0
  #height = 0

  constructor(
    scroller: HTMLElement,
    views: { readonly left: EditorView; readonly right: EditorView },
    aligner: PaneAligner,
  ) {
    this.#scroller = scroller
    this.#views = views
    this.#aligner = aligner
  }

  /** What of the panes is on the screen, in pixels from their top; kept, because asking the page makes it lay itself out. */
  get window(): { readonly top: number; readonly height: number } {
    return { top: this.#expected, height: this.#height }
  }

  resized(): void {
    this.#height = this.#scroller.clientHeight
  }

  /** The user scrolled: hold what is on the screen now. */
  scrolled(): void {
    if (Math.abs(this.#scroller.scrollTop - this.#expected) < SAME) return
    this.#expected = this.#scroller.scrollTop
    this.#anchor = this.#firstOnScreen()
  }

  /** Scrolls a row to a distance from the top of the screen and holds it there. */
  scrollTo(row: number, offset: number): void {
    const place = this.#placeOf(row)
    this.#move(this.#aligner.geometry(row).top - offset)
    this.#anchor = place && {
      ...place,
      offset: topOfLine(this.#views[place.side], place.position) - this.#scroller.scrollTop,
    }
  }

  /**
   * Holds a place of the right text where it is (else the first row on the screen), because the left text is about to be another.
   * `position`: the row in hand; it is held when it is on the screen.
   */
  holdRight(position: number | null): void {
    const { scrollTop, clientHeight } = this.#scroller
    const offset = position === null ? -1 : topOfLine(this.#views.right, position) - scrollTop
    if (position !== null && offset >= 0 && offset < clientHeight) this.#anchor = { side: 'right', position, offset }
    else this.#anchor = this.#firstOnRight()
  }

  /** Follows an edit of the text that holds the anchor. */
  mapThrough(side: 'left' | 'right', map: (position: number) => number): void {
    if (this.#anchor?.side === side) this.#anchor = { ...this.#anchor, position: map(this.#anchor.position) }
  }

  /** Puts the held place back where it was, after heights have changed. */
  restore(): void {
    // The user has scrolled and the event is still on its way: where he went counts, not where he was.
    if (this.#wasScrolled()) this.scrolled()
    const anchor = this.#anchor
    if (!anchor) return
    const wanted = topOfLine(this.#views[anchor.side], anchor.position) - anchor.offset
    if (Math.abs(wanted - this.#scroller.scrollTop) >= SAME) this.#move(wanted)
  }

  /** Elsewhere than where we left it, and not because the text has become too short to stay there. */
  #wasScrolled(): boolean {
    const { scrollTop, scrollHeight, clientHeight } = this.#scroller
    const cutShort = scrollTop < this.#expected && scrollTop >= scrollHeight - clientHeight - SAME
    return Math.abs(scrollTop - this.#expected) >= SAME && !cutShort
  }

  #firstOnRight(): Anchor | null {
    const { scrollTop } = this.#scroller
    if (scrollTop <= 0) return null
    for (let row = this.#aligner.rowAt(scrollTop); row < this.#aligner.rowCount; row += 1) {
      const span = this.#aligner.span('right', row)
      if (span)
        return { side: 'right', position: span.from, offset: topOfLine(this.#views.right, span.from) - scrollTop }
    }
    return null
  }

  #move(top: number): void {
    this.#scroller.scrollTop = top
    this.#expected = this.#scroller.scrollTop
    // A pane that has only just been made does not listen to scrolling before its second frame, and would stay empty.
    for (const view of Object.values(this.#views)) view.requestMeasure()
  }

  #placeOf(row: number): Omit<Anchor, 'offset'> | null {
    const right = this.#aligner.span('right', row)
    if (right) return { side: 'right', position: right.from }
    const left = this.#aligner.span('left', row)
    return left && { side: 'left', position: left.from }
  }

  /** The first row that begins on the screen; at the very top nothing needs holding. */
  #firstOnScreen(): Anchor | null {
    const { scrollTop } = this.#scroller
    if (scrollTop <= 0) return null
    const top = this.#aligner.rowAt(scrollTop)
    const row = Math.min(top + (this.#aligner.geometry(top).top < scrollTop ? 1 : 0), this.#aligner.rowCount - 1)
    const place = this.#placeOf(row)
    return place && { ...place, offset: topOfLine(this.#views[place.side], place.position) - scrollTop }
  }
}
