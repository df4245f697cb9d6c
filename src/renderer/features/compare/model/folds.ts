/** A run of display rows without a change that the screen may show as one line. */
export interface Fold {
  /** Indexes of display rows, end exclusive. */
  readonly from: number
  readonly to: number
}

export interface FoldInput {
  readonly count: number
  /** Whether the row has something to show: a change, a finding, a remark. */
  readonly isShown: (display: number) => boolean
  /** A heading directly above a shown row stays with it, so that the reader knows where he is. */
  readonly isHeading: (display: number) => boolean
}

/** Fewer rows than this are not worth a fold: its own line is nearly as high. */
const SHORTEST = 3

/** The runs that may be folded, in order. */
export function findFolds({ count, isShown, isHeading }: FoldInput): Fold[] {
  const folds: Fold[] = []
  const add = (from: number, to: number) => {
    if (to - from >= SHORTEST) folds.push({ from, to })
  }
  let from = 0
  for (let index = 0; index < count; index += 1) {
    if (!isShown(index)) continue
    let to = index
    while (to > from && isHeading(to - 1)) to -= 1
    add(from, to)
    from = index + 1
  }
  add(from, count)
  return folds
}
