import type { Finding } from '../checks/finding.ts'
import type { Row } from '../diff/row.ts'
import type { Block } from '../outline/block.ts'
import type { Target } from '../targets/target.ts'
import type { TargetChange } from '../targets/target-change.ts'
import type { Analysis, Comparison } from './comparison.ts'
import { applyHunks, diffLists, type ListHunk } from './list-patch.ts'
import { editBetween, OffsetShift, type TextEdit } from './shift-offsets.ts'

/**
 * How a comparison becomes the next one with the same baseline: first everything said of the right text is shifted by `edit`,
 * then the runs of each list are replaced. After a keystroke that is a row, a block and a target or two of thousands. What is
 * no long list is given whole.
 */
export interface ComparisonPatch {
  readonly edit: TextEdit
  readonly rows: readonly ListHunk<Row>[]
  readonly blocks: readonly ListHunk<Block>[]
  readonly rightTargets: readonly ListHunk<Target>[]
  readonly findings: readonly ListHunk<Finding>[]
  readonly targets: readonly ListHunk<TargetChange>[]
  readonly right: Omit<Analysis, 'text' | 'blocks' | 'targets' | 'findings'>
  readonly rest: Omit<Comparison, 'left' | 'right' | 'rows' | 'targets'>
}

/** What `applyPatch` needs to make `after` of `before`, beside the right text of `after`. Both have the same baseline. */
export function diffComparisons(before: Comparison, after: Comparison): ComparisonPatch {
  const edit = editBetween(before.right.text, after.right.text)
  const old = shifted(before, edit)
  const { left: _left, right, rows, targets, ...rest } = after
  const { text: _text, blocks, targets: rightTargets, findings, ...rightRest } = right
  return {
    edit,
    rows: diffLists(old.rows, rows, sameValue),
    blocks: diffLists(old.blocks, blocks, sameValue),
    rightTargets: diffLists(old.rightTargets, rightTargets, sameValue),
    findings: diffLists(old.findings, findings, sameValue),
    targets: diffLists(old.targets, targets, sameValue),
    right: rightRest,
    rest,
  }
}

/** The comparison after `before`. Rows, blocks and targets before the edit that did not change stay the same objects. */
export function applyPatch(before: Comparison, patch: ComparisonPatch, rightText: string): Comparison {
  const old = shifted(before, patch.edit)
  return {
    ...patch.rest,
    left: before.left,
    right: {
      ...patch.right,
      text: rightText,
      blocks: applyHunks(old.blocks, patch.blocks),
      targets: applyHunks(old.rightTargets, patch.rightTargets),
      findings: applyHunks(old.findings, patch.findings),
    },
    rows: applyHunks(old.rows, patch.rows),
    targets: applyHunks(old.targets, patch.targets),
  }
}

function shifted({ rows, targets, right }: Comparison, edit: TextEdit) {
  const shift = new OffsetShift(edit)
  return {
    rows: rows.map((row) => shift.row(row)),
    blocks: right.blocks.map((block) => shift.block(block)),
    rightTargets: right.targets.map((target) => shift.target(target)),
    findings: right.findings.map((finding) => shift.finding(finding)),
    targets: targets.map((change) => shift.targetChange(change)),
  }
}

/** Whether two plain values are the same all the way down. */
function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return Object.is(a, b)
  if (Array.isArray(a) && Array.isArray(b)) {
    if (a.length !== b.length) return false
    for (let i = 0; i < a.length; i += 1) if (!sameValue(a[i], b[i])) return false
    return true
  }
  return sameFields(a as Record<string, unknown>, b as Record<string, unknown>)
}

function sameFields(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean {
  let fields = 0
  for (const name in a) {
    if (!sameValue(a[name], b[name]) || !(name in b)) return false
    fields += 1
  }
  for (const _ in b) fields -= 1
  return fields === 0
}
