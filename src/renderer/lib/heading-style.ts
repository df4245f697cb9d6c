import type { Block } from '../../shared/outline/block.ts'

const FIRST = /^(?:第[一二三四五六七八九十百零〇0-9]+[编篇章节]|[一二三四五六七八九十百]+、|专栏|附件)/
const SECOND = /^[（(][一二三四五六七八九十百]+[）)]/

/** How a heading is set in 公文: 一、 and chapters in 黑体 (`h1`), （一） in 楷体 (`h2`), deeper ones as text in bold (`h3`). null for no heading. */
export function headingStyle({ kind, level, label }: Block): 'h1' | 'h2' | 'h3' | null {
  if (kind !== 'heading') return null
  if (label === null) return level === 1 ? 'h1' : 'h3'
  if (FIRST.test(label)) return 'h1'
  return SECOND.test(label) ? 'h2' : 'h3'
}
