import type { Match } from './align-units.ts'

/** Adds the units without partner, each as a match of its own. */
export function withLoners(matches: readonly Match[], leftCount: number, rightCount: number): Match[] {
  const left = new Set(matches.flatMap((match) => match.left))
  const right = new Set(matches.flatMap((match) => match.right))
  const loners: Match[] = []
  for (let i = 0; i < leftCount; i += 1) if (!left.has(i)) loners.push({ left: [i], right: [], moved: false })
  for (let i = 0; i < rightCount; i += 1) if (!right.has(i)) loners.push({ left: [], right: [i], moved: false })
  return [...matches, ...loners]
}

/** Rows in the order of the right text; what is gone stands behind what preceded it on the left and is still there. */
export function orderMatches(matches: readonly Match[]): Match[] {
  const gone = matches.filter((match) => match.right.length === 0).sort(by('left'))
  const rest = matches.filter((match) => match.right.length > 0).sort(by('right'))
  const stayed = rest.filter((match) => match.left.length > 0 && !match.moved).sort(by('left'))
  const behind = new Map<Match | null, Match[]>()
  let s = 0
  for (const match of gone) {
    while (s < stayed.length && (stayed[s]?.left[0] ?? 0) < (match.left[0] ?? 0)) s += 1
    const anchor = stayed[s - 1] ?? null
    behind.set(anchor, [...(behind.get(anchor) ?? []), match])
  }
  return [...(behind.get(null) ?? []), ...rest.flatMap((match) => [match, ...(behind.get(match) ?? [])])]
}

function by(side: 'left' | 'right'): (a: Match, b: Match) => number {
  return (a, b) => (a[side][0] ?? 0) - (b[side][0] ?? 0)
}
