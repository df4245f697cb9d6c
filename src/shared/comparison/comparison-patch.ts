import type { Finding } from '../checks/finding.ts'
import type { Row } from '../diff/rows/row.ts'
import type { Block } from '../outline/block.ts'
import type { Target } from '../targets/target.ts'
import type { TargetChange } from '../targets/target-change.ts'
import type { Analysis, BaselineFindings, Comparison } from './comparison.ts'
import { applyHunks, diffLists, type ListHunk } from './list-patch.ts'
import { sameBlock, sameFinding, sameRow, sameTarget, sameTargetChange } from './same-value.ts'
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
  readonly againstFindings: readonly ListHunk<Finding>[]
  readonly targets: readonly ListHunk<TargetChange>[]
  readonly right: Omit<Analysis, 'text' | 'blocks' | 'targets' | 'findings'>
  readonly against: Omit<BaselineFindings, 'findings'>
  readonly rest: Omit<Comparison, 'left' | 'right' | 'rows' | 'targets' | 'against'>
}

/** What `applyPatch` needs to make `after` of `before`, beside the right text of `after`. Both have the same baseline. */
export function diffComparisons(before: Comparison, after: Comparison): ComparisonPatch {
  const edit = editBetween(before.right.text, after.right.text)
  const old = shifted(before, edit)
  const { left: _left, right, rows, targets, against, ...rest } = after
  const { text: _text, blocks, targets: rightTargets, findings, ...rightRest } = right
  const { findings: againstFindings, ...againstRest } = against
  return {
    edit,
    rows: diffLists(old.rows, rows, sameRow),
    blocks: diffLists(old.blocks, blocks, sameBlock),
    rightTargets: diffLists(old.rightTargets, rightTargets, sameTarget),
    findings: diffLists(old.findings, findings, sameFinding),
    againstFindings: diffLists(old.againstFindings, againstFindings, sameFinding),
    targets: diffLists(old.targets, targets, sameTargetChange),
    right: rightRest,
    against: againstRest,
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
    against: { ...patch.against, findings: applyHunks(old.againstFindings, patch.againstFindings) },
  }
}

function shifted({ rows, targets, right, against }: Comparison, edit: TextEdit) {
  const shift = new OffsetShift(edit)
  return {
    rows: rows.map((row) => shift.row(row)),
    blocks: right.blocks.map((block) => shift.block(block)),
    rightTargets: right.targets.map((target) => shift.target(target)),
    findings: right.findings.map((finding) => shift.finding(finding)),
    againstFindings: against.findings.map((finding) => shift.finding(finding)),
    targets: targets.map((change) => shift.targetChange(change)),
  }
}
