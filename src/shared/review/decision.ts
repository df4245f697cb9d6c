import type { FindingCode } from '../checks/finding.ts'
import type { Anchor } from './anchor.ts'

/** 采纳, 不采纳, 待定. 待定 does not count as handled. */
export const DECISION_STATUSES = ['accepted', 'rejected', 'pending'] as const
export type DecisionStatus = (typeof DECISION_STATUSES)[number]

/** 部门意见, 领导批示, 上级文件, 统计口径. */
export const BASIS_KINDS = ['department', 'leader', 'upper-document', 'statistics'] as const
export type BasisKind = (typeof BASIS_KINDS)[number]

/** What the reviewer said of one change. The newest decision on an anchor holds; the older ones are its log. */
export interface Decision {
  readonly id: string
  readonly comparisonId: string
  readonly subject: 'row' | 'finding'
  /** Of a decision on a finding its code, because two findings may quote the same words. */
  readonly finding?: FindingCode | undefined
  readonly anchor: Anchor
  readonly status: DecisionStatus
  /** 理由 */
  readonly reason: string
  /** 依据: its kind and its reference. */
  readonly basis: { readonly kind: BasisKind; readonly reference: string } | null
  readonly reviewer: string
  /** ISO 8601, UTC. */
  readonly decidedAt: string
}
