import type { Range } from '../text/range.ts'

/**
 * A stretch of canonical text made easy to read for a grammar: blanks removed, full-width letters and digits narrowed,
 * range dashes unified. Every remaining character keeps the offset it came from.
 */
export interface Folded {
  readonly text: string
  /** Offset in the canonical text of each character of `text`. */
  readonly offsets: readonly number[]
}

const WIDE_TO_NARROW = /[０-９Ａ-Ｚａ-ｚ％．＋－／＞＜＝［］]/
const ASCII_TO_CHINESE: Readonly<Record<string, string>> = {
  ';': '；',
  ':': '：',
  '!': '！',
  '?': '？',
  '(': '（',
  ')': '）',
  '［': '[',
  '］': ']',
  '〔': '（',
  '〕': '）',
  '﹪': '%',
  '≥': '>',
  '≤': '<',
}
/** Characters behind a range that decide how its last ones fold. */
export const LOOK_AHEAD = 8
const SCANNED_POINT = /[·•・]/
const DASHES = '-–−～〜~—―'

/** Folds `text` from `range.start` to `range.end`. */
export function fold(text: string, range: Range): Folded {
  let out = ''
  let last = ''
  let gap = false
  const offsets: number[] = []
  for (let i = range.start; i < range.end; i += 1) {
    const raw = text.charAt(i)
    let char = raw
    // Nearly every character is a plain one, for which no table needs to be asked.
    if (!isIdeograph(raw.charCodeAt(0))) {
      if (/\s/.test(raw)) {
        gap = true
        continue
      }
      char = narrow(raw)
      // Blanks between two numbers are the only ones that mean something: 「2.5 10」 is two numbers.
      if (gap && isDigit(char) && isDigit(last)) {
        out += ' '
        offsets.push(i - 1)
      }
      char = foldMark(char, last, text, i)
    }
    gap = false
    out += char
    last = char
    offsets.push(i)
  }
  return { text: out, offsets }
}

function isIdeograph(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff
}

function isDigit(char: string): boolean {
  return char >= '0' && char <= '9'
}

/** The canonical range of `start`–`end` (end exclusive) of the folded text. */
export function unfold(folded: Folded, start: number, end: number): Range {
  const first = folded.offsets[start] ?? 0
  const last = folded.offsets[end - 1] ?? first
  return { start: first, end: last + 1 }
}

function narrow(char: string): string {
  if (WIDE_TO_NARROW.test(char)) return String.fromCharCode(char.charCodeAt(0) - 0xfee0)
  return ASCII_TO_CHINESE[char] ?? char
}

/** Commas and dashes by what stands around them: 1,000 keeps its comma, 3%—5% gets a plain dash, —— stays. */
function foldMark(char: string, before: string, text: string, at: number): string {
  // Old and scanned texts part thousands with a full-width comma: 5，836亿元.
  if (char === ',' || char === '，')
    return isDigit(before) && /^\d{3}(?!\d)/.test(text.slice(at + 1, at + 5)) ? ',' : '，'
  if (isDigit(before)) {
    // Scanned texts part decimals with a dot in the middle, 10 · 6亿人, and write 1g80年.
    if (SCANNED_POINT.test(char) && /^\s*\d{1,2}\s?[%％‰万亿千百倍元人吨斤岁]/.test(text.slice(at + 1, at + 8)))
      return '.'
    if (char === 'g' && before === '1' && /^\d\d\s?年/.test(text.slice(at + 1, at + 5))) return '9'
  }
  if (!DASHES.includes(char)) return char
  const next = narrow(/\S/.exec(text.slice(at + 1, at + 4))?.[0] ?? '')
  const joinsNumbers = /[0-9]/.test(next) && /[0-9%万亿元人个家亩吨岁]/.test(before)
  return joinsNumbers || char === '-' ? '-' : '—'
}
