import { textWidth, unitWidth } from '../../src/shared/text/characters.ts'

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

const NO_START = '，。、；：！？”’》）％%'
const NO_END = '“‘《（'

/** Breaks a paragraph at a paper width as typesetters do: no closing mark begins a line, no opening one ends it, numbers and words stay whole. */
export function typeset(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of text.match(/[0-9A-Za-z.,%]+|[\s\S]/gu) ?? []) {
    const full = textWidth(line) + textWidth(piece) > width
    if (full && !NO_START.includes(piece.charAt(0)) && line.trim() !== '') {
      const carried = NO_END.includes(line.charAt(line.length - 1)) ? line.slice(-1) : ''
      lines.push(carried === '' ? line : line.slice(0, -1))
      line = carried + piece
    } else line += piece
    if (unitWidth(line.charAt(0)) === 0) line = line.slice(1)
  }
  return line === '' ? lines : [...lines, line]
}

/** 28 UTF-16 units a line, indents kept, a page line after every 24 lines. */
const wrap28: Damage = (paragraphs) => {
  const lines: string[] = []
  let page = 1
  for (const paragraph of paragraphs) {
    const text = `　　${paragraph}`
    for (let i = 0; i < text.length; i += 28) {
      lines.push(text.slice(i, i + 28))
      if (lines.length % 24 === 0) lines.push(`— ${page++} —`)
    }
  }
  return lines
}

/** A PDF page of 28 characters by 26 lines: indents lost, the page number stuck to the line that follows it. */
const gluedPages: Damage = (paragraphs) => {
  const lines = paragraphs.flatMap((paragraph) => withoutIndent(typeset(`　　${paragraph}`, 56)))
  return lines.map((line, index) => (index > 0 && index % 26 === 0 ? `${index / 26}${line}` : line))
}

/** The same with page numbers on their own lines and a running head. */
const plainPages: Damage = (paragraphs) => {
  const lines = paragraphs.flatMap((paragraph) => withoutIndent(typeset(`　　${paragraph}`, 56)))
  return lines.flatMap((line, index) =>
    index > 0 && index % 26 === 0 ? [String(index / 26), '某某市人民政府公报', line] : [line],
  )
}

/** A newspaper column of 16 characters: indents lost, blank lines between most lines. */
const column16: Damage = (paragraphs, random) =>
  paragraphs
    .flatMap((paragraph) => withoutIndent(typeset(`　　${paragraph}`, 32)))
    .flatMap((line) => (random() < 0.9 ? [line, ''] : [line]))

/**
 * The same column as newspapers really set it: marks pressed together or apart, so that lines hold 15 to 17 characters, blanks around numbers,
 * a line now and then spread over the width, headings in larger type with fewer characters.
 */
const newspaper: Damage = (paragraphs, random) =>
  paragraphs.flatMap((paragraph) => {
    const spaced = paragraph.replace(/(?<=[\u4e00-\u9fff])(?=\d)|(?<=\d)(?=[\u4e00-\u9fff])/g, () =>
      random() < 0.4 ? ' ' : '',
    )
    const large = /^[一二三四五六七八九十]+、/.test(paragraph) && paragraph.length < 40
    const lines = withoutIndent(typesetLoose(large ? spaced : `　　${spaced}`, large ? 20 : 32, random))
    return lines.flatMap((line) => {
      const set =
        random() < 0.01 && textWidth(line) > 24
          ? Array.from(line)
              .join(' ')
              .replace(/ (?=[，。、；：”])/g, '')
          : line
      return random() < 0.93 ? [set, ''] : [set]
    })
  })

/** Lines whose capacity varies with the marks they hold. */
function typesetLoose(text: string, width: number, random: () => number): string[] {
  const lines: string[] = []
  let rest = text
  while (rest !== '') {
    const marks = rest.slice(0, width / 2).match(/[“”、，。《》]/g)?.length ?? 0
    const room = width + (marks > 1 && random() < 0.6 ? 2 : 0) - (random() < 0.05 ? 2 : 0)
    const [line] = typeset(rest, room)
    if (line === undefined || line === '') break
    lines.push(line)
    rest = rest.slice(line.length)
  }
  return lines
}

/** Every tenth paragraph with a blank between all its characters. */
const spread: Damage = (paragraphs, random) =>
  paragraphs.map((paragraph) => (random() < 0.1 ? Array.from(paragraph).join(' ') : paragraph))

/** The whole text on one line, paragraphs set off by two ideographic blanks. */
const oneLine: Damage = (paragraphs) => [paragraphs.map((paragraph) => `　　${paragraph}`).join('')]

/** One line with literal \r\n between paragraphs. */
const escaped: Damage = (paragraphs) => [paragraphs.join('\\r\\n')]

export const DAMAGES: Readonly<Record<string, Damage>> = {
  wrap28,
  'glued-pages': gluedPages,
  'plain-pages': plainPages,
  column16,
  newspaper,
  spread,
  'one-line': oneLine,
  escaped,
}

function withoutIndent(lines: readonly string[]): string[] {
  return lines.map((line) => line.trimStart())
}
