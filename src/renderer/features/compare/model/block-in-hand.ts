import type { Block } from '../../../../shared/outline/block.ts'
import type { Range } from '../../../../shared/text/range.ts'
import type { ViewModel } from './view-model.ts'

/**
 * The block of the draft in the row in hand: the one that holds the first of `places` to stand in the row (the caret, the selected target), else the row's first. Of a row that the draft does not have,
 * the draft's block about the same matter. null where there is none.
 */
export function blockInHand(
  { model, current }: { readonly model: ViewModel | null; readonly current: number | null },
  places: readonly (number | null)[],
): Block | null {
  const row = current === null ? undefined : model?.rows[current]
  const range = row && (row.right ?? relatedOf(model?.comparison.rows[row.row]?.related))
  if (!model || !range) return null
  const blocks = model.comparison.right.blocks.filter(({ start, end }) => end > range.start && start < range.end)
  const holding = places.map((place) =>
    blocks.find(({ start, end }) => place !== null && start <= place && place <= end),
  )
  return holding.find((block) => block !== undefined) ?? blocks[0] ?? null
}

function relatedOf(related: readonly (Range & { readonly side: string })[] | undefined): Range | undefined {
  return related?.find(({ side }) => side === 'right')
}
