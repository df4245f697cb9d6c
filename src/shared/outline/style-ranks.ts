import { LABEL_STYLES, type LabelStyle } from './numbering.ts'

/** A heading as ranking sees it: its style, null where it has no number, and the value and text of its number. */
export interface RankedHeading {
  readonly style: LabelStyle | null
  readonly value: number | null
  readonly label: string
}

/**
 * The level of each numbering style within one part of a document, 1 for the outermost. A style stands one below the style
 * it mostly stands under, so that 1. is level 2 where （一） is level 1, and level 3 where 一、 is above both.
 * A style that stands under none only at times (an excerpt begins in the middle) is ranked by the times it does.
 */
export function rankStyles(headings: readonly RankedHeading[]): ReadonlyMap<LabelStyle, number> {
  const order = styleOrder(headings)
  const ranks = new Map<LabelStyle, number>()
  const parents = countParents(headings, order)
  for (const style of order) {
    const parent = mostFrequent(parents.get(style))
    ranks.set(style, parent === null ? 1 : 1 + (ranks.get(parent) ?? 0))
  }
  return ranks
}

/** The styles in use, outermost first: in canonical order, but 1. above 1.1 where 1.1 counts on from it. */
function styleOrder(headings: readonly RankedHeading[]): readonly LabelStyle[] {
  const used = new Set(headings.flatMap(({ style }) => (style === null ? [] : [style])))
  const order = LABEL_STYLES.filter((style) => used.has(style))
  if (!used.has('number') || !countsOnFromNumber(headings)) return order
  const rest = order.filter((style) => style !== 'number')
  const at = rest.findIndex((style) => style.startsWith('dotted'))
  return [...rest.slice(0, at), 'number', ...rest.slice(at)]
}

/** 1. 总则 followed by 1.1: the figure before the dot is the number above. */
function countsOnFromNumber(headings: readonly RankedHeading[]): boolean {
  return headings.some(({ style, label }, index) => {
    const above = headings[index - 1]
    return style === 'dotted-2' && above?.style === 'number' && Number.parseInt(label, 10) === above.value
  })
}

function countParents(
  headings: readonly RankedHeading[],
  order: readonly LabelStyle[],
): Map<LabelStyle, Map<LabelStyle, number>> {
  const counts = new Map<LabelStyle, Map<LabelStyle, number>>()
  const open: LabelStyle[] = []
  for (const { style } of headings) {
    if (style === null) continue
    while (open.length > 0 && order.indexOf(open.at(-1) ?? style) >= order.indexOf(style)) open.pop()
    const parent = open.at(-1)
    if (parent !== undefined) {
      const seen = counts.get(style) ?? new Map<LabelStyle, number>()
      seen.set(parent, (seen.get(parent) ?? 0) + 1)
      counts.set(style, seen)
    }
    open.push(style)
  }
  return counts
}

function mostFrequent(counts: ReadonlyMap<LabelStyle, number> | undefined): LabelStyle | null {
  let best: LabelStyle | null = null
  for (const [style, count] of counts ?? []) if (best === null || count > (counts?.get(best) ?? 0)) best = style
  return best
}
