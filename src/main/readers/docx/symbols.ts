/** What the signs of symbol fonts that Chinese documents use look like in Unicode. Codes as in w:sym: F000 + the byte. */
const SYMBOLS: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  wingdings: {
    0x6c: '●',
    0x6e: '■',
    0x6f: '□',
    0x71: '❑',
    0x75: '◆',
    0x76: '❖',
    0x9f: '•',
    0xa7: '▪',
    0xa8: '□',
    0xd8: '➢',
    0xe0: '→',
    0xfb: '✗',
    0xfc: '✓',
    0xfd: '☒',
    0xfe: '☑',
  },
  'wingdings 2': { 0x2a: '□', 0x4f: '✗', 0x50: '✓', 0x51: '☒', 0x52: '☑', 0x53: '☒', 0x54: '☒', 0xa3: '□' },
  symbol: {
    0xa3: '≤',
    0xb0: '°',
    0xb1: '±',
    0xb3: '≥',
    0xb4: '×',
    0xb7: '•',
    0xb8: '÷',
    0xb9: '≠',
    0xbb: '≈',
    0xa5: '∞',
    0x44: 'Δ',
    0x53: 'Σ',
  },
}

/** A sign that has no meaning outside its font. */
const UNKNOWN = '□'

/** The text of a w:sym: its font and the code in hexadecimal. */
export function symbolText(font: string | undefined, char: string | undefined): string {
  const code = Number.parseInt(char ?? '', 16)
  if (!Number.isFinite(code) || code < 0x20 || code > 0x10ffff) return ''
  if (code >= 0xd800 && code <= 0xdfff) return UNKNOWN
  const known = SYMBOLS[font?.toLowerCase() ?? '']?.[code & 0xff]
  if (known !== undefined && (code < 0x100 || (code >= 0xf000 && code <= 0xf0ff))) return known
  return code >= 0xe000 && code <= 0xf8ff ? UNKNOWN : String.fromCodePoint(code)
}
