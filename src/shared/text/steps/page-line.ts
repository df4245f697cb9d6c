/** Page lines that say what they are: — 3 —, - 3 -, · 3 ·, 第3页, 第 3 页 共 9 页, 3/9, Page 3 of 9. */
export const PAGE_LINE =
  /^(?:[—–―─\-－·•]+\s*\d{1,4}\s*[—–―─\-－·•]+|第\s*\d{1,4}\s*页(?:[\s,，/／（(]*共\s*\d{1,4}\s*页[)）]?)?|\d{1,4}\s*[/／]\s*\d{1,4}|page\s*\d{1,4}(?:\s*of\s*\d{1,4})?)$/i

/**
 * What recognition of a scan leaves of the dots beside a page number: dots alone (`· ·`), or with digits that may be misread (`3 I l ·`, `．6．`).
 * A list number (`1．`) is none.
 */
const DOTS = /^[·•．。，.\s]*[·•．][·•．。，.\s]*$/
const DOTTED_NUMBER = /^(?:[·•．。]\s*[0-9][0-9gIlOo\s]{0,5}[·•．。]?|[0-9][0-9gIlOo\s]{0,5}[·•])$/

/** True for the remains of a page number on a line of its own. */
export function isPageRemains(text: string): boolean {
  return text.length <= MAX_REMAINS && (DOTS.test(text) || DOTTED_NUMBER.test(text))
}

const MAX_REMAINS = 12

/** Lines that a database of journals or newspapers adds to each page or above the text. */
export const STAMP =
  /China Academic Jou|Electronic Publishing House|All rights reserved|https?:\/\/www\.cnki|^http:\/\/www\.cnk|^分类号\s*[：:]\s*[A-Z]{1,3}\d?[\d\s.]*$|^[\u4e00-\u9fff]{2,8}[报刊]\s*\/\s*(?:\d\s*){4}年\s*\/.*版\s*\/?$/i
