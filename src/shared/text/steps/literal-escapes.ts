import { textWidth } from '../characters.ts'
import type { Step, WorkLine } from './step.ts'

/** Line breaks and tabs that were exported as letters: a backslash and r, n or t. A backslash before other letters is text. */
const BREAK = /(?:\\r)?\\n|\\r/
const ESCAPES = /(?:\\r)?\\n|\\r|\\t/g

/** HTML characters that stand in texts copied from page sources, and what they mean. */
const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: '　',
  thinsp: ' ',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  mdash: '—',
  ndash: '–',
  middot: '·',
  hellip: '…',
  permil: '‰',
  times: '×',
  lt: '<',
  gt: '>',
  quot: '"',
  amp: '&',
}
const ENTITY = new RegExp(`&(${Object.keys(ENTITIES).join('|')}|#160|#12288|#xa0|#x3000);`, 'gi')

/**
 * Turns `\r\n`, `\n`, `\t` written as letters into breaks and blanks. Backslashes are rare in Chinese texts and a path
 * (C:\new) is not: a text is only touched when it has such a break after a sentence or at several places. An escape that a line
 * break cuts in two is one escape.
 */
export const literalEscapes: Step = {
  code: 'literal-escapes',
  apply: (lines) => {
    if (!lines.some((line) => line.text.includes('\\'))) return { lines, count: 0 }
    const whole = mended(lines)
    const all = whole.reduce((sum, line) => sum + (line.text.match(ESCAPES)?.length ?? 0), 0)
    const afterSentence = whole.some((line) => /[。；：！？）](?:\\r)?\\n/.test(line.text))
    if (all === 0 || (all < 3 && !afterSentence)) return { lines, count: 0 }
    const dropped: { reason: string; text: string }[] = []
    const split = unwrapped(lines).flatMap((part): WorkLine[] => {
      const marks = part.text.match(ESCAPES)
      if (marks === null) return [...part.lines]
      for (const text of marks) dropped.push({ reason: 'literal-escapes', text })
      return splitAtBreaks(part)
    })
    return { lines: split, count: dropped.length, dropped }
  },
}

/** Text that escapes alone divide: one line of the source, or all of them where they were broken at a number of characters. */
interface Part {
  readonly text: string
  readonly lines: readonly WorkLine[]
}

/** At least this share of the lines is as wide as the widest where a text was broken at a width. */
const WRAPPED_SHARE = 0.9
const MIN_WRAPPED = 3
/** How much narrower a broken line can be: two Han characters. */
const RAGGED = 4

/** Where all lines are equally wide they were broken without regard to the escapes, which alone say where paragraphs end: they are read as one. */
function unwrapped(lines: readonly WorkLine[]): Part[] {
  const full = lines.filter((line) => line.text !== '')
  return isWrapped(full) ? [{ text: full.map((line) => line.text).join(''), lines: full }] : mended(lines).map(alone)
}

function alone(line: WorkLine): Part {
  return { text: line.text, lines: [line] }
}

function isWrapped(full: readonly WorkLine[]): boolean {
  if (full.length < MIN_WRAPPED) return false
  return [textWidth, (text: string) => text.length * 2].some((widthOf) => {
    const widths = full.slice(0, -1).map((line) => widthOf(line.text))
    const widest = widths.reduce((most, width) => Math.max(most, width), 0)
    return widths.filter((width) => width >= widest - RAGGED).length >= widths.length * WRAPPED_SHARE
  })
}

/** An escape that the end of a line cuts in two stands whole on the first of them. */
function mended(lines: readonly WorkLine[]): WorkLine[] {
  const whole = lines.map((line) => line)
  for (let at = 0; at + 1 < whole.length; at += 1) {
    const [line, next] = [whole[at], whole[at + 1]]
    if (line === undefined || next === undefined || !line.text.endsWith('\\')) continue
    const rest = /^(?:r\\n|r|n)/.exec(next.text)?.[0] ?? ''
    whole[at] = { ...line, text: line.text + rest }
    whole[at + 1] = { ...next, text: next.text.slice(rest.length) }
  }
  return whole
}

function splitAtBreaks({ text, lines }: Part): WorkLine[] {
  const pieces: WorkLine[] = []
  let [start, source, offset] = [0, 0, 0]
  const add = (end: number) => {
    const first = lines[source]
    if (first === undefined) return
    while (source + 1 < lines.length && offset + (lines[source]?.text.length ?? 0) < end) {
      offset += lines[source]?.text.length ?? 0
      source += 1
    }
    const to = lines[source]?.to ?? first.to
    pieces.push({ ...first, text: text.slice(start, end).replaceAll('\\t', '\t'), to })
  }
  for (const mark of text.matchAll(new RegExp(BREAK, 'g'))) {
    add(mark.index)
    start = mark.index + mark[0].length
  }
  add(text.length)
  return pieces
}

/** Turns `&nbsp;` and its kind into the characters they stand for. */
export const htmlEntities: Step = {
  code: 'html-entities',
  apply: (lines) => {
    const dropped: { reason: string; text: string }[] = []
    let added = ''
    const decoded = lines.map((line): WorkLine => {
      if (!line.text.includes('&')) return line
      const text = line.text.replace(ENTITY, (whole, name: string) => {
        const sign = ENTITIES[name.toLowerCase()] ?? (/3000|12288/.test(name) ? '　' : ' ')
        dropped.push({ reason: 'html-entities', text: whole })
        added += sign.trim()
        return sign
      })
      return text === line.text ? line : { ...line, text }
    })
    return dropped.length === 0 ? { lines, count: 0 } : { lines: decoded, count: dropped.length, dropped, added }
  },
}

/** Two question marks or more stand where an exporter could not write a blank. */
const LOST = /\?{2,}/g

/** Turns runs of question marks into the blanks they were: 区长?? 李某 → 区长 李某. */
export const lostCharacters: Step = {
  code: 'lost-characters',
  apply: (lines) => {
    const dropped: { reason: string; text: string }[] = []
    const plain = lines.map((line): WorkLine => {
      if (!line.text.includes('??')) return line
      const text = line.text.replace(LOST, (marks) => {
        dropped.push({ reason: 'lost-characters', text: marks })
        return ' '
      })
      return { ...line, text: text.replace(/ {2,}/g, ' ') }
    })
    return dropped.length === 0 ? { lines, count: 0 } : { lines: plain, count: dropped.length, dropped }
  },
}
