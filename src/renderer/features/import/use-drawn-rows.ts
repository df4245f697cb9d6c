import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'

/** Rows by index, end exclusive. */
interface RowRange {
  readonly from: number
  readonly to: number
}

/** The rows that are drawn, and how high those above and below them are together. */
export interface DrawnRows extends RowRange {
  readonly above: number
  readonly below: number
}

/** Drawn before anything is measured: more than a screen holds of rows of one line. */
const FIRST = 40
/** Screens drawn above and below the one that is seen; they are renewed when less than the second is left. */
const AHEAD = 1.5
const LEAST_AHEAD = 0.5

/** The rows that reach into the stretch between two heights; at least one. */
function rowsBetween(heights: readonly number[], top: number, bottom: number): RowRange {
  let [from, to, height] = [0, 0, 0]
  for (const [index, own] of heights.entries()) {
    if (height + own <= top) from = index + 1
    if (height < bottom) to = index + 1
    height += own
  }
  const first = Math.max(0, Math.min(from, heights.length - 1))
  return { from: first, to: Math.max(to, Math.min(first + 1, heights.length)) }
}

function withHeights({ from, to }: RowRange, heights: readonly number[]): DrawnRows {
  const sum = (part: readonly number[]) => Math.round(part.reduce((total, height) => total + height, 0))
  return { from, to, above: sum(heights.slice(0, from)), below: sum(heights.slice(to)) }
}

function equal(a: DrawnRows, b: DrawnRows): boolean {
  return a.from === b.from && a.to === b.to && a.above === b.above && a.below === b.below
}

/**
 * Which of the rows in a scrolled box are drawn: a long report has thousands, of which a screen shows ten. Above and below
 * them stands one empty box each, as high as the rows it stands for, so that the scroll bar says how long the text is.
 *
 * `box` goes to the scrolled element, whose children are the empty box, the drawn rows and the other empty box; `update` is
 * for whenever it was scrolled. A row never drawn has the height that `guess` gives it.
 */
export function useDrawnRows<Row extends object>(rows: readonly Row[], guess: (row: Row) => number) {
  const box = useRef<HTMLDivElement>(null)
  const [drawn, setDrawn] = useState<DrawnRows>({ from: 0, to: FIRST, above: 0, below: 0 })
  const known = useRef(new WeakMap<Row, number>())
  const current = useRef({ rows, drawn, guess })
  const heights = useCallback(() => {
    const { rows, guess } = current.current
    return rows.map((row) => known.current.get(row) ?? guess(row))
  }, [])
  const update = useCallback(() => {
    const element = box.current
    if (!element) return
    const { rows, drawn } = current.current
    for (const [at, row] of rows.slice(drawn.from, drawn.to).entries())
      known.current.set(row, (element.children[at + 1] as HTMLElement).offsetHeight)
    const { scrollTop, clientHeight } = element
    const all = heights()
    const seen = (screens: number) =>
      rowsBetween(all, scrollTop - screens * clientHeight, scrollTop + (1 + screens) * clientHeight)
    const least = seen(LEAST_AHEAD)
    const enough = drawn.from <= least.from && least.to <= Math.min(drawn.to, rows.length)
    const next = withHeights(enough ? drawn : seen(AHEAD), all)
    if (!equal(next, drawn)) setDrawn(next)
  }, [heights])
  useLayoutEffect(() => {
    current.current = { rows, drawn, guess }
    update()
  }, [rows, drawn, guess, update])
  useEffect(() => {
    if (!box.current) return undefined
    const observer = new ResizeObserver(update)
    observer.observe(box.current)
    return () => observer.disconnect()
  }, [update])
  /** The element of a row; one out of sight is brought into sight, which has it drawn, and answers null for now. */
  const elementOf = useCallback(
    (index: number): HTMLElement | null => {
      const element = box.current
      const { drawn } = current.current
      if (!element) return null
      if (drawn.from <= index && index < drawn.to) return element.children[1 + index - drawn.from] as HTMLElement
      const above = heights().slice(0, index)
      element.scrollTop = above.reduce((sum, height) => sum + height, 0) - element.clientHeight / 2
      update()
      return null
    },
    [heights, update],
  )
  return { box, drawn, update, elementOf }
}
