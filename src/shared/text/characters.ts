/** Character classes of Chinese official texts. All functions look at one UTF-16 unit (a one-unit string). */

/** Marks that end a sentence, with the closing marks that may follow them. */
export const SENTENCE_END = /[。！？!?][”’』」）)》〉】\]"']*$/

/** Marks after which a line can be complete: a sentence end, or the colon and semicolon before a list. */
export const CLOSED_END = /[。！？!?；;：:…][”’』」）)》〉】\]"']*$/

/** Marks that cannot stand at the beginning of a paragraph. */
const CLOSING_FIRST = /^[，。、；：！？”’』」）》〉】〕％‰℃,;:!?)\]}%·]/

/** A closing quotation mark typed for an opening one: ”九五”期间. */
const MISTYPED_QUOTE = /^”[^“”]{1,12}”/

/** True for a line that begins with a mark that cannot begin a paragraph: it continues the line before. */
export function cannotStart(line: string): boolean {
  return CLOSING_FIRST.test(line) && !MISTYPED_QUOTE.test(line)
}

/** Marks after which a paragraph cannot end. */
export const CANNOT_END = /[，、（《〈“‘「『【〔([{,]$/

/** What `\s` matches, by code: this runs over every character of every text. */
export function isBlankCode(code: number): boolean {
  if (code <= 0x20) return code === 0x20 || (code >= 0x09 && code <= 0x0d)
  if (code < 0x1680) return code === 0xa0
  if (code >= 0x2000 && code <= 0x3000) {
    return code <= 0x200a || code === 0x3000 || [0x2028, 0x2029, 0x202f, 0x205f].includes(code)
  }
  return code === 0x1680 || code === 0xfeff
}

/** Han characters of the basic plane, extension A, compatibility forms, surrogates of the rarer ones, and 〇. */
export function isHan(unit: string): boolean {
  const code = unit.charCodeAt(0)
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xd800 && code <= 0xdfff) ||
    code === 0x3007
  )
}

/** Full-width marks and the quotation marks and dashes of Chinese typesetting. */
export function isChineseMark(unit: string): boolean {
  const code = unit.charCodeAt(0)
  return (
    (code >= 0x3001 && code <= 0x303f && code !== 0x3007) ||
    (code >= 0xff01 && code <= 0xff0f) ||
    (code >= 0xff1a && code <= 0xff20) ||
    (code >= 0xff3b && code <= 0xff40) ||
    (code >= 0xff5b && code <= 0xff65) ||
    '“”‘’—…·'.includes(unit)
  )
}

/** True for units that belong to Chinese writing, between which no blank is written. */
export function isChinese(unit: string): boolean {
  return isHan(unit) || isChineseMark(unit)
}

/** Half- and full-width digits. */
export function isDigit(unit: string): boolean {
  const code = unit.charCodeAt(0)
  return (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19)
}

/** Width on paper in halves of a Han character: 1 for ASCII and other narrow letters, 2 for the rest. */
export function unitWidth(unit: string): number {
  return codeWidth(unit.charCodeAt(0))
}

function codeWidth(code: number): number {
  if (code < 0x1100) return 1
  if (code >= 0xd800 && code <= 0xdfff) return 1
  if (code >= 0xff61 && code <= 0xffdc) return 1
  return 2
}

/** The paper width of a text, in halves of a Han character. */
export function textWidth(text: string): number {
  let width = 0
  for (let i = 0; i < text.length; i += 1) width += codeWidth(text.charCodeAt(i))
  return width
}

/** The number of non-blank UTF-16 units: the unit of account of the cleaning log. */
export function countNonBlank(text: string): number {
  let count = 0
  for (let i = 0; i < text.length; i += 1) if (!isBlankCode(text.charCodeAt(i))) count += 1
  return count
}
