/** Blanks and characters without width: they never make a difference between two texts. */
const UNSEEN = /[\s\u00ad\u180e\u200b-\u200f\u2060]+/gu

/**
 * The form in which two pieces of text are compared: NFKC (full and half width are one) without blanks.
 * Only ever a key: NFKC turns ① into 1 and … into three dots, so it is never shown or written back.
 */
export function comparisonKey(text: string): string {
  return text.normalize('NFKC').replace(UNSEEN, '')
}

/** Whether a text holds nothing that must stand in a row. */
export function isBlank(text: string): boolean {
  return text.trim() === ''
}
