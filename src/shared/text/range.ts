/** A span of a canonical text: UTF-16 indexes, end exclusive. */
export interface Range {
  readonly start: number
  readonly end: number
}
