import type { Range } from '../text/range.ts'

export const BLOCK_KINDS = ['title', 'heading', 'paragraph', 'item', 'table-row', 'note'] as const
export type BlockKind = (typeof BLOCK_KINDS)[number]

/** One line of canonical text. `label` is the number as written, inside the range: `一、` `（一）` `第三章` `——`. */
export interface Block extends Range {
  readonly kind: BlockKind
  /** 1–6 for headings, 0 for everything else. */
  readonly level: number
  readonly label: string | null
  /** The items of a list that runs on inside the block (一是…二是…), in order; absent where there is none. */
  readonly items?: readonly ListItem[]
}

/** One item of a list inside a block, its label included: `一是` `（2）` `首先`. */
export interface ListItem extends Range {
  readonly label: string
}
