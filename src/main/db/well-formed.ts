/** Lone surrogates: SQLite's UTF-8 cannot hold them. */
const LONE_SURROGATE = /\p{Surrogate}/gu

/** Whether the text can be stored and read back unchanged. */
export function isWellFormed(text: string): boolean {
  return text.search(LONE_SURROGATE) < 0
}

/** The text with each lone surrogate replaced by U+FFFD; its length stays. */
export function toWellFormed(text: string): string {
  return text.replace(LONE_SURROGATE, '\uFFFD')
}
