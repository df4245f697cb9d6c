/** A possible partnership of a left and a right unit. */
export interface Link {
  readonly left: number
  readonly right: number
  /** What the chain adds up: how much it would hurt to call this pair moved. */
  readonly weight: number
  /** How much text the two share, by rarity. */
  readonly shared: number
  /** How alike they are, 0–1. */
  readonly score: number
  /** How much of the smaller unit the larger one holds, 0–1. */
  readonly contained: number
}

/** The order in which a chain takes links up. */
export function inOrder(a: Link, b: Link): number {
  return a.left - b.left || b.right - a.right || b.weight - a.weight
}

/**
 * The heaviest set of links in which both sides ascend: what stayed in place while the rest moved.
 * Optimal over the links given; among equals the one that keeps earlier links wins. O(n log n).
 */
export function heaviestChain(links: readonly Link[], rightCount: number): Link[] {
  const order = [...links].sort(inOrder)
  const best = new Float64Array(order.length)
  const previous = new Int32Array(order.length).fill(-1)
  // The best chain that ends among the places of each node, and what it adds up to.
  const tree = new Int32Array(rightCount + 1).fill(-1)
  const totals = new Float64Array(rightCount + 1)
  for (let i = 0; i < order.length; i += 1) {
    const { right, weight } = order[i] as Link
    let [below, total] = [-1, 0]
    for (let at = right; at > 0; at -= at & -at) {
      if ((totals[at] as number) <= total) continue
      below = tree[at] as number
      total = totals[at] as number
    }
    total += weight
    best[i] = total
    previous[i] = below
    for (let at = right + 1; at <= rightCount; at += at & -at) {
      if (total <= (totals[at] as number)) continue
      tree[at] = i
      totals[at] = total
    }
  }
  return follow(order, best, previous)
}

function follow(order: readonly Link[], best: Float64Array, previous: Int32Array): Link[] {
  let last = -1
  for (let i = 0; i < order.length; i += 1) {
    if (last < 0 || (best[i] ?? 0) > (best[last] ?? 0)) last = i
  }
  const chain: Link[] = []
  while (last >= 0) {
    const link = order[last]
    if (link) chain.push(link)
    last = previous[last] ?? -1
  }
  return chain.reverse()
}
