import type { Block } from './block.ts'

/**
 * The document's title: its title blocks joined, else its first heading, else the beginning of its first line.
 * Blanks that only spread the characters of a title (政 府 工 作 报 告) are taken out.
 */
export function findTitle(text: string, blocks: readonly Block[]): string {
  const titles = blocks.filter((block) => block.kind === 'title')
  if (titles.length > 0) return titles.map((block) => tidy(text.slice(block.start, block.end))).join('')
  const first = blocks.find((block) => block.kind === 'heading') ?? blocks[0]
  if (first === undefined) return ''
  const line = tidy(text.slice(first.start, first.end))
  return line.length <= MAX_LENGTH ? line : `${line.slice(0, MAX_LENGTH)}…`
}

const MAX_LENGTH = 40

function tidy(line: string): string {
  return line.trim().replace(/(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff](?:\s|$))/g, '')
}
