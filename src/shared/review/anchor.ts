/**
 * Where something was said, kept by content so that it is found again after edits.
 * `before` and `after` are up to 32 characters of context; `start` is where the quote stood (UTF-16), a hint only.
 */
export interface Anchor {
  readonly side: 'left' | 'right'
  readonly quote: string
  readonly before: string
  readonly after: string
  readonly start: number
}
