/**
 * Places of remarks travel through the joining of runs, paragraphs and cells as marks in the text itself: a
 * noncharacter for start, end or point, and the number of the remark in ten other noncharacters. They stand
 * right before or after a character that is not blank, so that nothing that trims or joins text sees a difference.
 */
const START = '\ufdd0'
const END = '\ufdd1'
const POINT = '\ufdd2'
const ZERO = 0xfdd3
const MARKS = /([\ufdd0-\ufdd2])([\ufdd3-\ufddc]+)/g
const RESERVED = /[\ufdd0-\ufddc]/g

/** Text of the file itself must not look like a mark. */
export function withoutReserved(text: string): string {
  return text.replace(RESERVED, '\ufffd')
}

function mark(kind: string, index: number): string {
  return kind + String(index).replace(/\d/g, (digit) => String.fromCharCode(ZERO + Number(digit)))
}

/** The text without marks. */
export function withoutMarks(text: string): string {
  return text.replace(MARKS, '')
}

/** Places marks while the text of a document is collected. One for the whole document. */
export interface CommentMarks {
  /** The range of a remark starts or ends here, or the remark is anchored here. */
  readonly start: (id: string) => void
  readonly end: (id: string, before: string) => string
  readonly anchor: (id: string, before: string) => string
  /** Appends a piece of text to that of the paragraph, with the marks that wait for a character. */
  readonly append: (before: string, piece: string) => string
  /** The ids of the remarks by the number in their marks. */
  readonly ids: readonly string[]
}

export function createCommentMarks(): CommentMarks {
  const ids: string[] = []
  const numbers = new Map<string, number>()
  const open = new Set<number>()
  let waiting: string[] = []
  const numberOf = (id: string) => {
    const known = numbers.get(id)
    if (known !== undefined) return known
    numbers.set(id, ids.length)
    return ids.push(id) - 1
  }
  const point = (number: number, before: string) => {
    if (before.trim() !== '') return insertAfterLast(before, mark(POINT, number))
    waiting.push(mark(POINT, number))
    return before
  }
  return {
    ids,
    start: (id) => {
      if (numbers.has(id)) return
      const number = numberOf(id)
      open.add(number)
      waiting.push(mark(START, number))
    },
    end: (id, before) => {
      const number = numbers.get(id)
      if (number === undefined || !open.delete(number)) return before
      const still = waiting.indexOf(mark(START, number))
      if (still < 0) return before.trim() === '' ? before : insertAfterLast(before, mark(END, number))
      waiting.splice(still, 1)
      return point(number, before)
    },
    anchor: (id, before) => (numbers.has(id) ? before : point(numberOf(id), before)),
    append: (before, piece) => {
      const at = waiting.length === 0 ? -1 : piece.search(/\S/)
      if (at < 0) return before + piece
      const marks = waiting.join('')
      waiting = []
      return before + piece.slice(0, at) + marks + piece.slice(at)
    },
  }
}

function insertAfterLast(text: string, piece: string): string {
  const end = text.trimEnd().length
  return text.slice(0, end) + piece + text.slice(end)
}

/** Where a remark stands: the line and the range in it; an empty range for one without words of its own. */
export interface MarkedPlace {
  readonly line: number
  readonly from: number
  readonly to: number
}

/** Takes the marks out of lines; `places` holds those of the remarks by number. */
export function takeMarks<Line extends { readonly text: string }>(
  lines: readonly Line[],
): { lines: Line[]; places: ReadonlyMap<number, MarkedPlace> } {
  const places = new Map<number, MarkedPlace>()
  const clean = lines.map((line, index) => {
    let text = ''
    let last = 0
    const open = new Set<number>()
    for (const match of line.text.matchAll(MARKS)) {
      text += line.text.slice(last, match.index)
      last = match.index + match[0].length
      const number = numberIn(match[2] ?? '')
      const place = places.get(number)
      if (match[1] === END) {
        if (open.delete(number) && place !== undefined) places.set(number, { ...place, to: text.length })
      } else if (place === undefined) {
        places.set(number, { line: index, from: text.length, to: text.length })
        if (match[1] === START) open.add(number)
      }
    }
    if (last === 0) return line
    text += line.text.slice(last)
    for (const number of open) {
      const place = places.get(number)
      if (place !== undefined) places.set(number, { ...place, to: text.trimEnd().length })
    }
    return { ...line, text }
  })
  return { lines: clean, places }
}

function numberIn(digits: string): number {
  return Number(Array.from(digits, (digit) => digit.charCodeAt(0) - ZERO).join(''))
}
