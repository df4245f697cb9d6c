import type { Block } from './block.ts'
import { headsOnLine, holdsText, sectionHeads } from './section-heads.ts'

/**
 * For each block the headings above it, outermost first. A heading's own title is not in its path; a run-in heading
 * (（一）推进改革。全年…), or one set apart from the text on its line, is in the path of the paragraph it opens, because that paragraph is its section.
 */
export function sectionPaths(blocks: readonly Block[], text: string): readonly (readonly string[])[] {
  const open: { title: string; level: number }[] = []
  const heads = sectionHeads(blocks, text)
  return blocks.map((block, index) => {
    const head = heads[index]
    if (!head) return open.map((section) => section.title)
    while ((open.at(-1)?.level ?? 0) >= head.level) open.pop()
    const above = open.map((section) => section.title)
    open.push(...headsOnLine(head))
    return holdsText(block, text) ? open.map((section) => section.title) : above
  })
}
