import type { Block } from './block.ts'

/**
 * The document's title: its title blocks joined, one that another repeats left out; else its first heading, else the beginning of
 * its first line. Blanks that only spread the characters of a title (政 府 工 作 报 告) are taken out.
 */
export function findTitle(text: string, blocks: readonly Block[]): string {
  const lines = blocks
    .filter((block) => block.kind === 'title')
    .map((block) => tidy(text.slice(block.start, block.end)))
  if (lines.length > 0) return lines.filter((line, index) => !isRepeated(lines, index, line)).join('')
  const says = ({ kind, start, end }: Block): boolean =>
    kind !== 'table-row' && /[\u4e00-\u9fff]/.test(text.slice(start, end))
  const first = blocks.find((block) => block.kind === 'heading') ?? blocks.find(says) ?? blocks[0]
  if (first === undefined) return ''
  const line = tidy(text.slice(first.start, first.end).replaceAll('|', ' '))
  return line.length <= MAX_LENGTH ? line : `${line.slice(0, MAX_LENGTH)}…`
}

/** A page and the document on it often both bear the title, one of them in fuller words. */
function isRepeated(lines: readonly string[], index: number, line: string): boolean {
  return lines.some((other, at) => at !== index && other.includes(line) && (other !== line || at < index))
}

const MAX_LENGTH = 40

function tidy(line: string): string {
  return line
    .trim()
    .replace(/^(?:标题|题目|文件名称)[：:]\s*/, '')
    .replace(/[·•*]+$/, '')
    .replace(/(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff](?:\s|$))/g, '')
}
