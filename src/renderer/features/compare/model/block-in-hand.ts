import type { Block } from '../../../../shared/outline/block.ts'
import type { Range } from '../../../../shared/text/range.ts'
import type { ViewModel } from './view-model.ts'

/**
 * The block of the draft in the row in hand: the one with the caret, else the row's first. Of a row that the draft does not have,
 * the draft's block about the same matter. null where there is none.
 */
export function blockInHand(
  { model, current }: { readonly model: ViewModel | null; readonly current: number | null },
  caret: number | null,
): Block | null {
  const row = current === null ? undefined : model?.rows[current]
  const range = row && (row.right ?? relatedOf(model?.comparison.rows[row.row]?.related))
  if (!model || !range) return null
  const blocks = model.comparison.right.blocks.filter(({ start, end }) => end > range.start && start < range.end)
  const withCaret = blocks.find(({ start, end }) => caret !== null && start <= caret && caret <= end)
  return withCaret ?? blocks[0] ?? null
}

function relatedOf(related: readonly (Range & { readonly side: string })[] | undefined): Range | undefined {
  return related?.find(({ side }) => side === 'right')
}
