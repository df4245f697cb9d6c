/** A run of text on a page as it is read: x to the right, y upwards, in points; `y` is the baseline. */
export interface Fragment {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  /** Font size. */
  readonly size: number
  /** The texts of the footnotes that are referred to here. */
  readonly notes?: readonly string[]
}
