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

/**
 * The heaviest set of links in which both sides ascend: what stayed in place while the rest moved.
 * Optimal over the links given; among equals the one that keeps earlier links wins. O(n log n).
 */
export function heaviestChain(links: readonly Link[], rightCount: number): Link[] {
  const order = [...links].sort((a, b) => a.left - b.left || b.right - a.right || b.weight - a.weight)
  const best = new Float64Array(order.length)
  const previous = new Int32Array(order.length).fill(-1)
  const tree = new Int32Array(rightCount + 1).fill(-1)
  const totalOf = (link: number): number => (link < 0 ? 0 : (best[link] ?? 0))
  for (const [i, link] of order.entries()) {
    let below = -1
    for (let at = link.right; at > 0; at -= at & -at) {
      const candidate = tree[at] ?? -1
      if (totalOf(candidate) > totalOf(below)) below = candidate
    }
    best[i] = totalOf(below) + link.weight
    previous[i] = below
    for (let at = link.right + 1; at <= rightCount; at += at & -at) {
      if (totalOf(i) > totalOf(tree[at] ?? -1)) tree[at] = i
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
