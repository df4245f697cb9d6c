import { type Island, joinIslands } from './island.ts'
import { partLabel } from './label-hunks.ts'
import { startOf, type TokenRow, tokenAt } from './token-row.ts'
import { isLoose } from './token-weight.ts'

/**
 * Widens changes to what a reader takes in at once: a number that changes takes its unit along (6%→5%), and its qualifier
 * where that changes too (3.2% → 3%以上, not 3.2% → 3% and behind it 以上); a single character the one it makes a word with.
 */
export function widenHunks(left: TokenRow, right: TokenRow, islands: readonly Island[]): Island[] {
  const kept = islands.filter((island, i) => !isInsideQuantity(left, right, islands[i - 1], island, islands[i + 1]))
  return wholeWords(left, right, withUnits(left, right, kept))
}

/** Takes the unit behind a number that changed into the change: 6%→5%, not 6→5 with % left standing. The qualifier stays. */
function withUnits(left: TokenRow, right: TokenRow, islands: readonly Island[]): Island[] {
  return islands.flatMap((island, i) => {
    const before = islands[i - 1]
    const unit = tokenAt(left, island.left)
    const count = (left.ends[unit] ?? 0) - island.left
    const isWhole =
      count <= island.count &&
      isUnit(left, island.left, count) &&
      isUnit(right, island.right, count) &&
      isChangedNumber(left, island.left, (before?.left ?? 0) + (before?.count ?? 0)) &&
      isChangedNumber(right, island.right, (before?.right ?? 0) + (before?.count ?? 0))
    if (!isWhole) return [island]
    return count === island.count
      ? []
      : [{ left: island.left + count, right: island.right + count, count: island.count - count }]
  })
}

/** Whether an island is the unit between a number and a qualifier that both change. */
function isInsideQuantity(
  left: TokenRow,
  right: TokenRow,
  before: Island | undefined,
  island: Island,
  after: Island | undefined,
): boolean {
  return (
    isUnit(left, island.left, island.count) &&
    isUnit(right, island.right, island.count) &&
    isChangedNumber(left, island.left, (before?.left ?? 0) + (before?.count ?? 0)) &&
    isChangedNumber(right, island.right, (before?.right ?? 0) + (before?.count ?? 0)) &&
    (startsWithQualifier(left, island.left + island.count, after?.left) ||
      startsWithQualifier(right, island.right + island.count, after?.right))
  )
}

function isUnit(row: TokenRow, place: number, count: number): boolean {
  const token = tokenAt(row, place)
  return row.kinds[token] === 'unit' && startOf(row, token) === place && row.ends[token] === place + count
}

/** Whether the token that ends at a place is a number within the change that reaches from `from` to there. */
function isChangedNumber(row: TokenRow, place: number, from: number): boolean {
  const token = tokenAt(row, place) - 1
  return row.kinds[token] === 'number' && startOf(row, token) >= from
}

function startsWithQualifier(row: TokenRow, place: number, until = row.key.length): boolean {
  const token = tokenAt(row, place)
  return row.kinds[token] === 'qualifier' && startOf(row, token) === place && (row.ends[token] ?? 0) <= until
}

/** Extends a change of one character for one other to the single character before or behind it: 领购→领用, not 购→用. */
function wholeWords(left: TokenRow, right: TokenRow, islands: readonly Island[]): Island[] {
  const result = [...islands]
  const end: Island = { left: left.key.length, right: right.key.length, count: 0 }
  for (let i = 0; i <= result.length; i += 1) {
    const [before = START, after = end] = [result[i - 1], result[i]]
    const hunk = { leftStart: before.left + before.count, leftEnd: after.left, rightStart: before.right + before.count }
    const { leftStart, rightStart } = partLabel(left, right, { ...hunk, rightEnd: after.right }).rest
    if (after.left - leftStart !== 1 || after.right - rightStart !== 1) continue
    if (!isCharacter(left, leftStart) || !isCharacter(right, rightStart)) continue
    if (before.count > 1 && isCharacter(left, leftStart - 1) && isCharacter(right, rightStart - 1)) {
      result[i - 1] = { ...before, count: before.count - 1 }
    } else if (after.count > 0 && isCharacter(left, after.left) && isCharacter(right, after.right)) {
      result[i] = { left: after.left + 1, right: after.right + 1, count: after.count - 1 }
    }
  }
  return joinIslands(result)
}

const START: Island = { left: 0, right: 0, count: 0 }

/** Whether a token of a single character that carries meaning begins at a place. */
function isCharacter(row: TokenRow, place: number): boolean {
  const token = tokenAt(row, place)
  return (
    row.kinds[token] === 'word' &&
    startOf(row, token) === place &&
    row.ends[token] === place + 1 &&
    !isLoose(row.key.charAt(place))
  )
}
