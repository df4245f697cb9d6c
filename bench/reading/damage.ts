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
  spread,
  'one-line': oneLine,
  escaped,
}

function withoutIndent(lines: readonly string[]): string[] {
  return lines.map((line) => line.trimStart())
}
