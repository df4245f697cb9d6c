/** Page lines that say what they are: — 3 —, - 3 -, · 3 ·, 第3页, 第 3 页 共 9 页, 3/9, Page 3 of 9. */
export const PAGE_LINE =
  /^(?:[—–―─\-－·•]+\s*\d{1,4}\s*[—–―─\-－·•]+|第\s*\d{1,4}\s*页(?:[\s,，/／（(]*共\s*\d{1,4}\s*页[)）]?)?|\d{1,4}\s*[/／]\s*\d{1,4}|page\s*\d{1,4}(?:\s*of\s*\d{1,4})?)$/i
