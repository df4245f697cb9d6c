/** A stretch of text that stands on both sides of a row: `count` characters of the row texts' keys. */
export interface Island {
  readonly left: number
  readonly right: number
  readonly count: number
}

/** What lies between two islands: struck on the left, set on the right; either may be empty. */
export interface Hunk {
  readonly leftStart: number
  readonly leftEnd: number
  readonly rightStart: number
  readonly rightEnd: number
}

/** The hunks before, between and behind islands: always one more than islands, empty ones included. */
export function hunksOf(islands: readonly Island[], leftLength: number, rightLength: number): Hunk[] {
  const hunks: Hunk[] = []
  let [left, right] = [0, 0]
  for (const island of islands) {
    hunks.push({ leftStart: left, leftEnd: island.left, rightStart: right, rightEnd: island.right })
    left = island.left + island.count
    right = island.right + island.count
  }
  hunks.push({ leftStart: left, leftEnd: leftLength, rightStart: right, rightEnd: rightLength })
  return hunks
}

/** Joins islands that follow each other on both sides, and leaves out empty ones. */
export function joinIslands(islands: readonly Island[]): Island[] {
  const joined: Island[] = []
  for (const island of islands) {
    if (island.count === 0) continue
    const last = joined.at(-1)
    if (last && last.left + last.count === island.left && last.right + last.count === island.right) {
      joined[joined.length - 1] = { ...last, count: last.count + island.count }
    } else joined.push(island)
  }
  return joined
}
