import type { BasisKind, DecisionStatus } from '../../shared/review/decision.ts'
import type { Attribute, Bound, Measure, Strength } from '../../shared/targets/target.ts'
import type { TargetChangeKind } from '../../shared/targets/target-change.ts'

/** The words of exported documents. Exports are official papers and always Chinese, whatever language the interface has. */
export const CHANGE_WORDS: Readonly<Record<TargetChangeKind, string>> = {
  raised: '上调',
  lowered: '下调',
  added: '新增',
  dropped: '取消',
  stronger: '力度增强',
  weaker: '力度减弱',
  redefined: '口径变化',
  reattributed: '属性变化',
  rescheduled: '期限变化',
  same: '不变',
}

export const STATUS_WORDS: Readonly<Record<DecisionStatus, string>> = {
  accepted: '采纳',
  rejected: '不采纳',
  pending: '待定',
}

export const BASIS_WORDS: Readonly<Record<BasisKind, string>> = {
  department: '部门意见',
  leader: '领导批示',
  'upper-document': '上级文件',
  statistics: '统计口径',
}

export const ATTRIBUTE_WORDS: Readonly<Record<Attribute, string>> = { binding: '约束性', expected: '预期性' }
export const STRENGTH_WORDS: Readonly<Record<Strength, string>> = {
  must: '确保',
  firm: '达到',
  aim: '力争',
  explore: '探索',
}
export const BOUND_WORDS: Readonly<Record<Bound, string>> = {
  'at-least': '不低于',
  'at-most': '不高于',
  around: '左右',
  exact: '等于',
  range: '区间',
}
export const MEASURE_WORDS: Readonly<Record<Measure, string>> = { level: '总量', growth: '增速', addition: '增量' }
