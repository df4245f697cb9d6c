import type { Output } from '../../../../shared/contract/contract.ts'
import type { TargetChangeKind } from '../../../../shared/targets/target-change.ts'

export type Matrix = Output<'targets:matrix'>
export type MatrixRow = Matrix['rows'][number]
export type MatrixDocument = Matrix['documents'][number]
export type StatedTarget = MatrixDocument['targets'][number]
export type MatrixChange = MatrixRow['changes'][number]
export type MatrixPoint = MatrixRow['points'][number]
export type Pace = NonNullable<MatrixRow['pace']>
export type Progress = NonNullable<MatrixRow['progress']>
export type MatrixFinding = MatrixRow['findings'][number]

/** Words of a document that a click leads to. */
export interface Place {
  readonly document: number
  readonly target: Pick<StatedTarget, 'start' | 'end' | 'quote'>
}

/** Where a target stands. */
export interface StatedPlace extends Place {
  readonly target: StatedTarget
}

/** What checks found of an indicator in one document, the gravest first. */
export function findingsIn(row: MatrixRow, document: number): MatrixFinding[] {
  return row.findings.filter((finding) => finding.document === document)
}

/** Whether an indicator has to go faster than it went. */
export function isTight({ pace, progress }: MatrixRow): boolean {
  return pace?.tight === true || progress?.tight === true
}

/** The targets of a cell, the one to show first. */
export function targetsOf(matrix: Matrix, row: MatrixRow, document: number): StatedTarget[] {
  const targets = matrix.documents[document]?.targets ?? []
  return (row.cells[document] ?? []).flatMap((index) => targets[index] ?? [])
}

export function targetOfPoint(
  matrix: Matrix,
  point: Pick<MatrixPoint, 'document' | 'target'>,
): StatedTarget | undefined {
  return matrix.documents[point.document]?.targets[point.target]
}

export function isChanged(row: MatrixRow): boolean {
  return row.changes.some(({ change }) => change !== 'same')
}

/** The gravest first: 约束性↔预期性 before anything else. */
const SEVERITY: readonly TargetChangeKind[] = [
  'reattributed',
  'dropped',
  'lowered',
  'raised',
  'redefined',
  'weaker',
  'stronger',
  'rescheduled',
  'added',
]

/** The change that a row is known by: that of the figures its cells show, else the gravest. */
export function mainChange(matrix: Matrix, row: MatrixRow): MatrixChange | null {
  const shown = (change: MatrixChange) =>
    (matrix.draft !== null && change.right !== null && row.cells[matrix.draft]?.[0] === change.right) ||
    (matrix.baseline !== null && change.left !== null && row.cells[matrix.baseline]?.[0] === change.left)
  const changed = row.changes.filter(({ change }) => change !== 'same')
  const rank = (change: MatrixChange) => (shown(change) ? 0 : 100) + SEVERITY.indexOf(change.change)
  return changed.toSorted((a, b) => rank(a) - rank(b))[0] ?? null
}

/** All verdicts on a change, the first as the engine named it. */
export function verdictsOf({ change, also }: MatrixChange): TargetChangeKind[] {
  return [...new Set([change, ...also])].filter((kind) => kind !== 'same')
}

export type AttributeWords = 'binding' | 'expected'

/** 约束性 or 预期性 on both sides; alike where it did not change. */
export function attributesOf(
  matrix: Matrix,
  row: MatrixRow,
): { before: AttributeWords | null; after: AttributeWords | null } {
  const of = (document: number | null) =>
    document === null
      ? null
      : (targetsOf(matrix, row, document).find(({ attribute }) => attribute !== null)?.attribute ?? null)
  const before = of(matrix.baseline)
  const after = of(matrix.draft)
  if (before || after) return { before: before ?? after, after: after ?? before }
  const any = matrix.documents.map((_, document) => of(document)).findLast((attribute) => attribute !== null) ?? null
  return { before: any, after: any }
}

/** How many documents say anything of an indicator. */
export function spokenIn(row: MatrixRow): number {
  return row.cells.filter((cell) => cell.length > 0).length
}

/** Figures of one document for one year that do not agree: `120`, `130`. */
export function disagreeing(matrix: Matrix, row: MatrixRow, document: number): StatedTarget[] {
  const [first, ...rest] = targetsOf(matrix, row, document)
  if (!first || first.kind !== 'target' || first.value === null) return []
  const other = rest.find(
    (target) =>
      target.kind === 'target' &&
      target.value !== null &&
      target.period === first.period &&
      target.unit === first.unit &&
      target.indicator === first.indicator &&
      (target.value !== first.value || target.max !== first.max),
  )
  return other ? [first, other] : []
}
