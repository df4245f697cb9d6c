import type { Analysis } from '../../shared/comparison/comparison.ts'
import { sectionPaths } from '../../shared/outline/section-path.ts'

/** Finds the paragraph number and the headings of a place in one text. */
export interface SideIndex {
  /** Paragraph number of the block that holds an offset. */
  number(offset: number): number
  section(offset: number): readonly string[]
}

/** Indexes one side once; look-ups are logarithmic. Numbers count blocks from 1. */
export function indexSide(side: Analysis): SideIndex {
  const paths = sectionPaths(side.blocks, side.text)
  const at = (offset: number) => {
    let low = 0
    let high = side.blocks.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((side.blocks[middle]?.start ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return low
  }
  return { number: (offset) => at(offset) + 1, section: (offset) => paths[at(offset)] ?? [] }
}
