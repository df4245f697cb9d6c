import { textWidth } from '../../src/shared/text/characters.ts'
import { indented, padTo, typeset, typesetLoose, typesetTight, withoutIndent } from './typesetting.ts'

/** Ways in which a clean text is damaged on its way through print and PDF. Each takes paragraphs and gives lines. */
export type Damage = (paragraphs: readonly string[], random: () => number) => string[]

/** mulberry32: the same seed gives the same damage. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** So many UTF-16 units a line whatever they are, indents kept, a page line after every 24 lines. */
const wrap =
  (units: number): Damage =>
  (paragraphs) => {
    const lines: string[] = []
    let page = 1
    for (const paragraph of paragraphs) {
      const text = `　　${paragraph}`
      for (let i = 0; i < text.length; i += units) {
        lines.push(text.slice(i, i + units))
        if (lines.length % 24 === 0) lines.push(`— ${page++} —`)
      }
    }
    return lines
  }

/** A PDF page of 28 characters by 26 lines: indents lost, the page number stuck to the line that follows it. */
const gluedPages: Damage = (paragraphs) =>
  withoutIndent(indented(paragraphs, 56)).map((line, index) =>
    index > 0 && index % 26 === 0 ? `${index / 26}${line}` : line,
  )

/** Pages of 26 lines with page numbers on their own lines and a running head. */
const plainPages =
  (width: number, keepIndent = false): Damage =>
  (paragraphs) => {
    const lines = indented(paragraphs, width)
    return (keepIndent ? lines : withoutIndent(lines)).flatMap((line, index) =>
      index > 0 && index % 26 === 0 ? [String(index / 26), '某某市人民政府公报', line] : [line],
    )
  }

/** A newspaper column: indents lost, blank lines between most lines. */
const column =
  (width: number): Damage =>
  (paragraphs, random) =>
    withoutIndent(indented(paragraphs, width)).flatMap((line) => (random() < 0.9 ? [line, ''] : [line]))

/**
 * The same column as newspapers really set it: marks pressed together or apart, so that lines hold a character more or less, blanks around
 * numbers, a line now and then spread over the width, headings in larger type with fewer characters.
 */
const newspaper =
  (width: number): Damage =>
  (paragraphs, random) =>
    paragraphs.flatMap((paragraph) => {
      const spaced = paragraph.replace(/(?<=[\u4e00-\u9fff])(?=\d)|(?<=\d)(?=[\u4e00-\u9fff])/g, () =>
        random() < 0.4 ? ' ' : '',
      )
      const large = /^[一二三四五六七八九十]+、/.test(paragraph) && paragraph.length < 40
      const lines = withoutIndent(typesetLoose(large ? spaced : `　　${spaced}`, large ? width - 12 : width, random))
      return lines.flatMap((line) => {
        const set = random() < 0.01 && textWidth(line) > width * 0.75 ? spreadOut(line) : line
        return random() < 0.93 ? [set, ''] : [set]
      })
    })

function spreadOut(line: string): string {
  return Array.from(line)
    .join(' ')
    .replace(/ (?=[，。、；：”])/g, '')
}

/** Lines without any page signs, set as word processors do: no mark hangs over. Paragraphs are not set in at all when `indent` is off. */
const tight =
  (width: number, indent: boolean): Damage =>
  (paragraphs) =>
    indent ? indented(paragraphs, width, typesetTight) : paragraphs.flatMap((each) => typesetTight(each, width))

/** Hanging indents: the first line of each paragraph flush left, all others set in by two characters. */
const hanging =
  (width: number): Damage =>
  (paragraphs) =>
    paragraphs.flatMap((paragraph) => {
      const [first = '', ...rest] = typeset(paragraph, width)
      return [first, ...typeset(rest.join(''), width - 4).map((line) => `　　${line}`)]
    })

/** A block set in from the margin, with first-line indents. */
const inset =
  (width: number): Damage =>
  (paragraphs) =>
    indented(paragraphs, width).map((line) => `      ${line}`)

const COLUMN_LINES = 40
const COLUMN_WIDTH = 36

/** Two columns as text extraction gives them: column after column of each page, a page number and a running head between pages. */
const columnsInTurn =
  (keepIndent: boolean): Damage =>
  (paragraphs) => {
    const lines = indented(paragraphs, COLUMN_WIDTH)
    return (keepIndent ? lines : withoutIndent(lines)).flatMap((line, index) =>
      index > 0 && index % (COLUMN_LINES * 2) === 0
        ? [`· ${index / (COLUMN_LINES * 2)} ·`, '某某省人民政府公报　2025年第3期', line]
        : [line],
    )
  }

/** Two columns side by side on each physical line, parted by blanks, as `pdftotext -layout` gives them, with page numbers and running heads. */
const columnsBeside =
  (width: number, gap: number): Damage =>
  (paragraphs) => {
    const lines = indented(paragraphs, width)
    const pages: string[] = []
    for (let start = 0; start < lines.length; start += COLUMN_LINES * 2) {
      const page = lines.slice(start, start + COLUMN_LINES * 2)
      const half = start + COLUMN_LINES * 2 > lines.length ? Math.ceil(page.length / 2) : COLUMN_LINES
      pages.push(`${' '.repeat(width - 10)}某某省人民政府公报`, '')
      for (let row = 0; row < half; row += 1)
        pages.push((padTo(page[row] ?? '', width + gap) + (page[half + row] ?? '')).trimEnd())
      pages.push('', `${' '.repeat(width)}${start / (COLUMN_LINES * 2) + 1}`, '')
    }
    return pages
  }

/** Every tenth paragraph with a blank between all its characters. */
const spread: Damage = (paragraphs, random) =>
  paragraphs.map((paragraph) => (random() < 0.1 ? Array.from(paragraph).join(' ') : paragraph))

/** The whole text on one line, paragraphs set off by two ideographic blanks. */
const oneLine: Damage = (paragraphs) => [paragraphs.map((paragraph) => `　　${paragraph}`).join('')]

/** One line with literal \r\n between paragraphs. */
const escaped: Damage = (paragraphs) => [paragraphs.join('\\r\\n')]

/** The same, then broken at a width, which cuts some of the escapes in two. */
const escapedWrapped: Damage = (paragraphs) => paragraphs.join('\\r\\n').match(/[^]{1,37}/g) ?? []

export const DAMAGES: Readonly<Record<string, Damage>> = {
  wrap28: wrap(28),
  'glued-pages': gluedPages,
  'plain-pages': plainPages(56),
  column16: column(32),
  newspaper: newspaper(32),
  spread,
  'one-line': oneLine,
  escaped,
  'columns-in-turn': columnsInTurn(true),
  'columns-flush': columnsInTurn(false),
  'columns-beside': columnsBeside(COLUMN_WIDTH, 4),
}

/** The same at other widths and in other settings: nothing may be fitted to one. */
export const VARIANTS: Readonly<Record<string, Damage>> = {
  wrap22: wrap(22),
  wrap35: wrap(35),
  pages22: plainPages(44),
  pages34: plainPages(68),
  pages40: plainPages(80),
  'pages40-indent': plainPages(80, true),
  column14: column(28),
  column18: column(36),
  newspaper14: newspaper(28),
  newspaper18: newspaper(36),
  tight30: tight(60, true),
  'tight30-flush': tight(60, false),
  'tight42-flush': tight(84, false),
  hanging30: hanging(60),
  inset26: inset(52),
  'columns-wide': columnsBeside(46, 8),
  'columns-narrow': columnsBeside(28, 3),
  'escaped-wrapped': escapedWrapped,
}
