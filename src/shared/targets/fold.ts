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
const DASHES = '-–−～〜~—―'
const DIGIT = /[0-9]/

/** Folds `text` from `range.start` to `range.end`. */
export function fold(text: string, range: Range): Folded {
  let out = ''
  const offsets: number[] = []
  let gap = false
  for (let i = range.start; i < range.end; i += 1) {
    const raw = text.charAt(i)
    if (/\s/.test(raw)) {
      gap = true
      continue
    }
    const char = narrow(raw)
    // Blanks between two numbers are the only ones that mean something: 「2.5 10」 is two numbers.
    if (gap && DIGIT.test(char) && DIGIT.test(out.at(-1) ?? '')) {
      out += ' '
      offsets.push(i - 1)
    }
    gap = false
    out += foldMark(char, out.at(-1) ?? '', text, i)
    offsets.push(i)
  }
  return { text: out, offsets }
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
  if (char === ',') return DIGIT.test(before) && /^\d{3}(?!\d)/.test(text.slice(at + 1, at + 5)) ? ',' : '，'
  if (!DASHES.includes(char)) return char
  const next = narrow(/\S/.exec(text.slice(at + 1, at + 4))?.[0] ?? '')
  const joinsNumbers = /[0-9]/.test(next) && /[0-9%万亿元人个家亩吨岁]/.test(before)
  return joinsNumbers || char === '-' ? '-' : '—'
}
