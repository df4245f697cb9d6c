/** Lone surrogates: SQLite's UTF-8 cannot hold them. */
const LONE_SURROGATE = /\p{Surrogate}/gu

/** Whether the text can be stored and read back unchanged. */
export function isWellFormed(text: string): boolean {
  return text.search(LONE_SURROGATE) < 0
}
