import type { Block } from './block.ts'
import { headsOnLine, sectionHeads } from './section-heads.ts'

/** A heading with its section: from the heading's start to the end of the last block before the next heading of its level or above. */
export interface OutlineNode {
  /** Index of the heading in the blocks. */
  readonly block: number
  readonly title: string
  readonly level: number
  readonly start: number
  readonly end: number
  readonly children: readonly OutlineNode[]
}

interface OpenNode {
  block: number
  title: string
  level: number
  start: number
  end: number
  children: OpenNode[]
}

/** The tree of headings of a text; run-in headings (（一）推进改革。全年…) are headings here too. */
export function buildOutline(blocks: readonly Block[], text: string): OutlineNode[] {
  const roots: OpenNode[] = []
  const open: OpenNode[] = []
  const heads = sectionHeads(blocks, text)
  blocks.forEach((block, index) => {
    const own = heads[index]
    for (const head of own ? headsOnLine(own) : []) {
      while ((open.at(-1)?.level ?? 0) >= head.level) open.pop()
      const node = {
        block: index,
        title: head.title,
        level: head.level,
        start: block.start,
        end: block.end,
        children: [],
      }
      const siblings = open.at(-1)?.children ?? roots
      siblings.push(node)
      open.push(node)
    }
    for (const node of open) node.end = block.end
  })
  return roots
}
