/** A possible pair of a left and a right item with its weight (above 0). */
export interface Candidate {
  readonly left: number
  readonly right: number
  readonly weight: number
}

/**
 * The one-to-one choice of candidates with the greatest total weight (Kuhn–Munkres on each connected group of candidates).
 * Cost grows with the cube of the largest group, which for targets is a handful.
 */
export function assignBest(candidates: readonly Candidate[]): Candidate[] {
  return connectedGroups(candidates).flatMap(assignGroup)
}

function connectedGroups(candidates: readonly Candidate[]): Candidate[][] {
  const parent = new Map<string, string>()
  const find = (key: string): string => {
    let root = key
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up
    parent.set(key, root)
    return root
  }
  for (const { left, right } of candidates) {
    const a = find(`l${left}`)
    const b = find(`r${right}`)
    parent.set(a, a)
    parent.set(b, a)
  }
  const groups = new Map<string, Candidate[]>()
  for (const candidate of candidates) {
    const root = find(`l${candidate.left}`)
    const group = groups.get(root)
    if (group === undefined) groups.set(root, [candidate])
    else group.push(candidate)
  }
  return [...groups.values()]
}

function assignGroup(group: readonly Candidate[]): Candidate[] {
  if (group.length === 1) return [...group]
  const lefts = [...new Set(group.map((candidate) => candidate.left))].sort((a, b) => a - b)
  const rights = [...new Set(group.map((candidate) => candidate.right))].sort((a, b) => a - b)
  const size = Math.max(lefts.length, rights.length)
  const cost = Array.from({ length: size }, () => new Float64Array(size))
  const leftAt = new Map(lefts.map((value, i) => [value, i]))
  const rightAt = new Map(rights.map((value, i) => [value, i]))
  const byCell = new Map<number, Candidate>()
  for (const candidate of group) {
    const i = leftAt.get(candidate.left) ?? 0
    const j = rightAt.get(candidate.right) ?? 0
    const row = cost[i]
    if (row !== undefined) row[j] = Math.min(row[j] ?? 0, -candidate.weight)
    byCell.set(i * size + j, candidate)
  }
  return cheapestColumns(cost).flatMap((j, i) => byCell.get(i * size + j) ?? [])
}

/** For each row of a square cost matrix its column in the cheapest one-to-one choice (potentials, O(n³)). */
function cheapestColumns(cost: readonly Float64Array[]): number[] {
  const size = cost.length
  const rowPotential = new Float64Array(size + 1)
  const columnPotential = new Float64Array(size + 1)
  const rowOfColumn = new Int32Array(size + 1)
  for (let row = 1; row <= size; row += 1) addRow({ cost, row, rowPotential, columnPotential, rowOfColumn })
  const columns = Array.from({ length: size }, () => 0)
  for (let column = 1; column <= size; column += 1) columns[(rowOfColumn[column] ?? 1) - 1] = column - 1
  return columns
}

interface Step {
  readonly cost: readonly Float64Array[]
  readonly row: number
  readonly rowPotential: Float64Array
  readonly columnPotential: Float64Array
  readonly rowOfColumn: Int32Array
}

/** Brings one more row into the choice along the shortest augmenting path. */
function addRow({ cost, row, rowPotential, columnPotential, rowOfColumn }: Step): void {
  const size = cost.length
  const slack = new Float64Array(size + 1).fill(Number.POSITIVE_INFINITY)
  const previous = new Int32Array(size + 1)
  const used = new Uint8Array(size + 1)
  rowOfColumn[0] = row
  let column = 0
  do {
    used[column] = 1
    const from = rowOfColumn[column] ?? 0
    let least = Number.POSITIVE_INFINITY
    let next = 0
    for (let j = 1; j <= size; j += 1) {
      if (used[j] === 1) continue
      const reduced = (cost[from - 1]?.[j - 1] ?? 0) - (rowPotential[from] ?? 0) - (columnPotential[j] ?? 0)
      if (reduced < (slack[j] ?? 0)) {
        slack[j] = reduced
        previous[j] = column
      }
      if ((slack[j] ?? 0) < least) {
        least = slack[j] ?? 0
        next = j
      }
    }
    for (let j = 0; j <= size; j += 1) {
      if (used[j] === 1) {
        const taken = rowOfColumn[j] ?? 0
        rowPotential[taken] = (rowPotential[taken] ?? 0) + least
        columnPotential[j] = (columnPotential[j] ?? 0) - least
      } else slack[j] = (slack[j] ?? 0) - least
    }
    column = next
  } while ((rowOfColumn[column] ?? 0) !== 0)
  while (column !== 0) {
    const back = previous[column] ?? 0
    rowOfColumn[column] = rowOfColumn[back] ?? 0
    column = back
  }
}
