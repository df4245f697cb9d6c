import type { Finding } from '../checks/finding.ts'
import type { Edit, RelatedBlock, Row } from '../diff/rows/row.ts'
import type { Block, ListItem } from '../outline/block.ts'
import type { Target } from '../targets/target.ts'
import type { TargetChange } from '../targets/target-change.ts'
import type { Range } from '../text/range.ts'

type Same<Value> = (a: Value, b: Value) => boolean
/** How each field is compared. A field that a type gains is missed here by the compiler. */
type Fields<Value> = { readonly [Name in keyof Required<Value>]: Same<Value[Name]> }

/** Whether two values have the same fields; thousands of them are compared at every keystroke. */
function sameBy<Value extends object>(fields: Fields<Value>): Same<Value> {
  const entries = Object.entries(fields) as [keyof Value, Same<unknown>][]
  return (a, b) => {
    if (a === b) return true
    for (const [name, same] of entries) if (!same(a[name], b[name])) return false
    return true
  }
}

function listOf<Item>(same: Same<Item>): Same<readonly Item[]> {
  return (a, b) => {
    if (a === b) return true
    if (a.length !== b.length) return false
    for (let i = 0; i < a.length; i += 1) if (!same(a[i] as Item, b[i] as Item)) return false
    return true
  }
}

function orNull<Value>(same: Same<Value>): Same<Value | null> {
  return (a, b) => a === b || (a !== null && b !== null && same(a, b))
}

function orMissing<Value>(same: Same<Value>): Same<Value | undefined> {
  return (a, b) => a === b || (a !== undefined && b !== undefined && same(a, b))
}

const is = Object.is
const sameRange: Same<Range> = (a, b) => a.start === b.start && a.end === b.end
const samePair: Same<readonly [number, number]> = (a, b) => a[0] === b[0] && a[1] === b[1]

const sameEdit: Same<Edit> = (a, b) => {
  if (a === b) return true
  if (a.op === '=') return b.op === '=' && samePair(a.left, b.left) && samePair(a.right, b.right)
  if (a.op === '-') return b.op === '-' && samePair(a.left, b.left)
  return b.op === '+' && samePair(a.right, b.right)
}

const sameRelated = sameBy<RelatedBlock>({ start: is, end: is, side: is, score: is, doubtful: is })

export const sameRow = sameBy<Row>({
  kind: is,
  moved: is,
  movedSection: is,
  class: is,
  left: listOf(sameRange),
  right: listOf(sameRange),
  edits: listOf(sameEdit),
  related: listOf(sameRelated),
  precise: is,
})

const sameItems = listOf(sameBy<ListItem>({ start: is, end: is, label: is }))

export const sameBlock = sameBy<Block>({
  start: is,
  end: is,
  kind: is,
  level: is,
  label: is,
  items: orMissing(sameItems),
})

export const sameTarget = sameBy<Target>({
  start: is,
  end: is,
  kind: is,
  indicator: is,
  canonical: is,
  value: is,
  max: is,
  unit: is,
  bound: is,
  measure: is,
  direction: is,
  period: is,
  strength: is,
  attribute: is,
  scope: is,
  inTable: is,
  correction: is,
  quote: is,
  section: listOf(is),
})

export const sameFinding = sameBy<Finding>({
  start: is,
  end: is,
  code: is,
  severity: is,
  message: is,
  expected: is,
  found: is,
  related: listOf(sameRange),
  against: orMissing(listOf(sameRange)),
})

const samePlace = sameBy<NonNullable<TargetChange['alsoAt']>[number]>({
  left: orNull(sameRange),
  right: orNull(sameRange),
})

export const sameTargetChange = sameBy<TargetChange>({
  change: is,
  also: listOf(is),
  ambition: is,
  left: orNull(sameTarget),
  right: orNull(sameTarget),
  delta: orNull((a, b) => is(a.absolute, b.absolute) && is(a.relative, b.relative)),
  alsoAt: orMissing(listOf(samePlace)),
})
