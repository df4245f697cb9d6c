import type { Range } from '../text/range.ts'

export const BLOCK_KINDS = ['title', 'heading', 'paragraph', 'item', 'table-row', 'note'] as const
export type BlockKind = (typeof BLOCK_KINDS)[number]

/** One line of canonical text. `label` is the number as written, inside the range: `一、` `（一）` `第三章` `——`. */
export interface Block extends Range {
  readonly kind: BlockKind
  /** 1–6 for headings, 0 for everything else. */
  readonly level: number
  readonly label: string | null
}
