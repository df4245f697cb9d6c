import { textWidth } from '../../src/shared/text/characters.ts'

const NO_START = '，。、；：！？”’》）％%'
const NO_END = '“‘《（'

/** Breaks a paragraph at a paper width as typesetters do: no closing mark begins a line, no opening one ends it, numbers and words stay whole. */
export function typeset(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of text.match(/[0-9A-Za-z.,%]+|—+|…+|[\s\S]/gu) ?? []) {
    const full = textWidth(line) + textWidth(piece) > width
    if (full && !NO_START.includes(piece.charAt(0)) && line.trim() !== '') {
      const carried = NO_END.includes(line.charAt(line.length - 1)) ? line.slice(-1) : ''
      lines.push(carried === '' ? line : line.slice(0, -1))
      line = carried + piece
    } else line += piece
  }
  return line === '' ? lines : [...lines, line]
}

/** Lines whose capacity varies with the marks they hold, as where marks are pressed together or apart. */
export function typesetLoose(text: string, width: number, random: () => number): string[] {
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

/** Breaks a paragraph as word processors do that let nothing hang over: a mark without room takes the character before it down with it. */
export function typesetTight(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const chunk of text.match(/[“‘《（]*(?:[0-9A-Za-z.]+|[\s\S])[，。、；：！？”’》）％%]*/gu) ?? []) {
    if (textWidth(line) + textWidth(chunk) > width && line.trim() !== '') {
      lines.push(line)
      line = chunk
    } else line += chunk
  }
  return line === '' ? lines : [...lines, line]
}

/** Sets paragraphs with a first-line indent of two characters. */
export function indented(paragraphs: readonly string[], width: number, set = typeset): string[] {
  return paragraphs.flatMap((paragraph) => set(`　　${paragraph}`, width))
}

export function withoutIndent(lines: readonly string[]): string[] {
  return lines.map((line) => line.trimStart())
}

/** Fills a line up with blanks to a paper width. */
export function padTo(line: string, width: number): string {
  return line + ' '.repeat(Math.max(0, width - textWidth(line)))
}
