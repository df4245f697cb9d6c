import type { Range } from '../../text/range.ts'
import type { Match } from '../align/align-units.ts'
import { comparisonKey } from '../units/comparison-key.ts'
import type { Unit } from '../units/unit.ts'
import type { ComparedRow, RowSide } from './compare-row.ts'
import type { ReferenceCheck } from './references.ts'
import type { Edit, Row } from './row.ts'

export interface RowContext {
  readonly left: string
  readonly right: string
  readonly leftUnits: readonly Unit[]
  readonly rightUnits: readonly Unit[]
  /** `compareRow`, which may remember. */
  readonly compare: (left: RowSide, right: RowSide) => ComparedRow
  readonly isExpired: () => boolean
  readonly pointsToSame: ReferenceCheck
}

/** One row of the result, with its edits and its class. */
export function buildRow(match: Match, context: RowContext): Row {
  const left = unitsAt(match.left, context.leftUnits)
  const right = unitsAt(match.right, context.rightUnits)
  if (right.length === 0) return loneRow(match, left, 'deleted')
  if (left.length === 0) return loneRow(match, right, 'inserted')
  const base = { moved: match.moved, left: left.map(toRange), right: right.map(toRange), related: [], precise: true }
  const [l, r] = [left[0], right[0]]
  if (l && r && left.length === 1 && right.length === 1 && l.fullKey === r.fullKey) {
    const edits: Edit[] = [{ op: '=', left: [l.start, l.end], right: [r.start, r.end] }]
    const [leftText, rightText] = [context.left.slice(l.start, l.end), context.right.slice(r.start, r.end)]
    if (leftText === rightText) return { ...base, kind: 'equal', class: null, edits }
    if (comparisonKey(leftText) === comparisonKey(rightText))
      return { ...base, kind: 'changed', class: 'layout', edits }
  }
  if (context.isExpired()) {
    const edits = [...left.map(struck), ...right.map(set)]
    return { ...base, kind: 'changed', class: 'substance', edits, precise: false }
  }
  const { references, ...compared } = context.compare(
    { text: context.left, units: left },
    { text: context.right, units: right },
  )
  const misdirected = references.some((change) => context.pointsToSame(change, l?.index ?? 0, r?.index ?? 0) === false)
  return { ...base, kind: 'changed', ...compared, class: misdirected ? 'substance' : compared.class }
}

function loneRow({ moved }: Match, units: readonly Unit[], kind: 'deleted' | 'inserted'): Row {
  const ranges = units.map(toRange)
  return kind === 'deleted'
    ? { moved, left: ranges, right: [], related: [], precise: true, kind, class: 'substance', edits: units.map(struck) }
    : { moved, left: [], right: ranges, related: [], precise: true, kind, class: 'substance', edits: units.map(set) }
}

function unitsAt(places: readonly number[], units: readonly Unit[]): Unit[] {
  const found: Unit[] = []
  for (const place of places) {
    const unit = units[place]
    if (unit) found.push(unit)
  }
  return found
}

function toRange({ start, end }: Range): Range {
  return { start, end }
}

function struck({ start, end }: Range): Edit {
  return { op: '-', left: [start, end] }
}

function set({ start, end }: Range): Edit {
  return { op: '+', right: [start, end] }
}
