/** What a caller may want of a long reading. */
export interface ReadOptions {
  /** Called after each page of a file that is read page by page. */
  readonly onProgress?: (done: number, total: number) => void
  /** Ends the reading with `cancelled` between two pages. */
  readonly signal?: AbortSignal
  /** Of a workbook only the sheet of this name. */
  readonly sheet?: string
  /** Of the sheets read only this range: `B2:F20`. */
  readonly range?: string
}
