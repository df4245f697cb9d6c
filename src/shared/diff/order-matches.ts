import type { Match } from './align-units.ts'

/** Adds the units without partner, each as a match of its own. */
export function withLoners(matches: readonly Match[], leftCount: number, rightCount: number): Match[] {
  const left = new Uint8Array(leftCount)
  const right = new Uint8Array(rightCount)
  for (const match of matches) {
    for (const unit of match.left) left[unit] = 1
    for (const unit of match.right) right[unit] = 1
  }
  const all = [...matches]
  for (let i = 0; i < leftCount; i += 1) if (left[i] === 0) all.push({ left: [i], right: [], moved: false })
  for (let i = 0; i < rightCount; i += 1) if (right[i] === 0) all.push({ left: [], right: [i], moved: false })
  return all
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
    const list = behind.get(anchor)
    if (list) list.push(match)
    else behind.set(anchor, [match])
  }
  const ordered = [...(behind.get(null) ?? [])]
  for (const match of rest) {
    ordered.push(match)
    const gap = behind.get(match)
    if (gap) for (const lost of gap) ordered.push(lost)
  }
  return ordered
}

function by(side: 'left' | 'right'): (a: Match, b: Match) => number {
  return (a, b) => (a[side][0] ?? 0) - (b[side][0] ?? 0)
}
