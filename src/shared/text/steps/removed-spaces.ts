import { readLabel } from '../../outline/numbering.ts'
import { isChineseMark, isDigit, isHan } from '../characters.ts'
import type { Step, WorkLine } from './step.ts'

/** A run of single characters set apart is shortest at four: 标 志 性 产. Two or three (李 强, 目 录) are names and layout. */
const MIN_RUN = 4
/** A run with a wider gap that keeps its step (A B   C D) was spread as a whole, whatever it holds. */
const MIN_SPREAD_LINE = 6
/** The widest gap inside a run: two blanks of the original, spread. */
const MAX_GAP = 5
/** So many blanks before punctuation make it a habit of the source and not a slip. */
const MIN_LOOSE = 10

/**
 * Takes out blanks between the characters of a word. Three cases, each told by evidence, because a single blank can be meant:
 * runs of single characters (标 志 性 产 业); digits set apart where the text does so often (2 0 0 1年); and texts that
 * put blanks around every mark (进展 。经济). Blanks beside numbers and Latin words stay.
 */
export const removedSpaces: Step = {
  code: 'removed-spaces',
  apply: (lines) => {
    const loose = isLoose(lines)
    let count = 0
    const samples: string[] = []
    const tight = lines.map((line): WorkLine => {
      if (!/\S[ \u00a0\u3000]\S/.test(line.text) || line.hint.kind === 'table-row') return line
      const body = line.text.trimStart()
      const indent = line.text.slice(0, line.text.length - body.length)
      const closed = closeDigits(closeRuns(body))
      const text = indent + (loose ? tightenLoose(closed) : closed)
      if (text === line.text) return line
      count += 1
      samples.push(sampleOf(body))
      return { ...line, text }
    })
    return count === 0 ? { lines, count } : { lines: tight, count, samples }
  },
}

function sampleOf(body: string): string {
  const at = Math.max(0, body.search(/\S[ \u00a0\u3000]\S/) - 4)
  return body.slice(at, at + 30)
}

/** Many blanks between Han characters and marks: the source spreads all its marks. */
function isLoose(lines: readonly WorkLine[]): boolean {
  let spread = 0
  let tight = 0
  for (const line of lines) {
    spread += line.text.match(/[\u4e00-\u9fff] [，。、；：,;:“”"《》]/g)?.length ?? 0
    tight += line.text.match(/[\u4e00-\u9fff][，。、；：,;]/g)?.length ?? 0
  }
  return spread >= MIN_LOOSE && spread > tight * 0.2
}

/**
 * In a loose text blanks go wherever one neighbour is a mark, or both are digits, or a digit and its unit stand apart.
 * Blanks between two Latin letters stay, those between two Han characters are left to the runs.
 */
function tightenLoose(text: string): string {
  return text.replace(/(?<=(\S))[ \u00a0\u3000]+(?=(\S))/g, (blank, before: string, after: string) => {
    if (isMark(before) || isMark(after)) return ''
    if (isDigit(before) && (isDigit(after) || isHan(after))) return ''
    if (isHan(before) && isDigit(after)) return ''
    return blank
  })
}

/** 2 0 0 1年, also with full-width digits and blanks: three digits or more, each set apart, before a unit. A list of figures (1 2 3) has no unit and stays. */
function closeDigits(text: string): string {
  return text.replace(SPLIT_DIGITS, (run) => run.replace(/[ \u00a0\u3000]/g, ''))
}

const SPLIT_DIGITS =
  /(?<![\d０-９.．][ \u00a0\u3000]?)[\d０-９](?:[ \u00a0\u3000][\d０-９]){2,}(?=[ \u3000]?[年月日%％‰亿万元个])/g

function isMark(unit: string): boolean {
  return isChineseMark(unit) || /[.,;:!?"'()[\]<>%+\-∶/]/.test(unit)
}

/** One piece between blanks: single characters, perhaps with marks around and between them. */
const PIECE = /^[^\p{L}\p{N}]*[\p{L}\p{N}](?:[^\p{L}\p{N}]+[\p{L}\p{N}])*[^\p{L}\p{N}]*$|^[^\p{L}\p{N}]+$/u

/**
 * Closes runs of single characters set apart by one blank each, with the blank that parts a run from a Han character before
 * or after it. Three blanks in a run are one blank of the original, spread with the rest; two are none (an invisible sign stood between).
 */
function closeRuns(text: string): string {
  const pieces = text.split(/([ \u00a0\u3000]+)/)
  let index = 0
  while (index < pieces.length) {
    const end = runEnd(pieces, index)
    if (isSpreadRun(pieces.slice(index, end))) {
      for (let gap = index + 1; gap < end; gap += 2) pieces[gap] = spreadBlank(pieces[gap] ?? '')
      for (const gap of [index - 1, end]) if (partsWord(pieces, gap)) pieces[gap] = ''
    }
    index = end + 1
  }
  return pieces.join('')
}

/** What stood between two characters before a blank was set between all: every second blank of the gap. */
function spreadBlank(gap: string): string {
  return gap.length <= 2 ? '' : Array.from(gap, (blank, index) => (index % 2 === 1 ? blank : '')).join('')
}

/** A single blank between a Han character and another. */
function partsWord(pieces: readonly string[], gap: number): boolean {
  const [before, after] = [pieces[gap - 1] ?? '', pieces[gap + 1] ?? '']
  return (
    pieces[gap] === ' ' &&
    isHan(before.charAt(before.length - 1)) &&
    isHan(after.charAt(0)) &&
    readLabel(before) === null
  )
}

/** Runs from a piece (even index) as far as single pieces follow with few blanks between; the result is the index of the blank after it. */
function runEnd(pieces: readonly string[], start: number): number {
  let end = start + 1
  if (!PIECE.test(pieces[start] ?? '')) return end
  while (end + 1 < pieces.length && (pieces[end] ?? '').length <= MAX_GAP && PIECE.test(pieces[end + 1] ?? '')) {
    end += 2
  }
  return end
}

/**
 * A run worth closing: long enough, and mostly Han beside Han. Dates written with blanks (2014 年 3 月 4 日) alternate and stay, as do lists of figures.
 */
function isSpreadRun(run: readonly string[]): boolean {
  const singles = run.filter((piece, index) => index % 2 === 0 && /[\p{L}\p{N}]/u.test(piece)).map(coreOf)
  if (singles.length < MIN_RUN) return false
  const pairs = singles.slice(1).map((core, index) => [singles[index] ?? '', core] as const)
  if (run.some((piece, index) => index % 2 === 1 && piece.length === 3) && singles.length >= MIN_SPREAD_LINE)
    return true
  const words = pairs.filter(([a, b]) => isHan(a) && isHan(b)).length
  const figures = pairs.filter(([a, b]) => isDigit(a) && isDigit(b)).length
  return words >= MIN_RUN - 1 && (words + figures) * 2 >= pairs.length
}

function coreOf(piece: string): string {
  return /[\p{L}\p{N}]/u.exec(piece)?.[0].charAt(0) ?? ''
}
