import type { RowDecisions } from '../../../../shared/review/match-decisions.ts'
import type { ChangeItem } from './change-items.ts'
import { rememberLast } from './remember.ts'

export interface Progress {
  readonly total: number
  /** 采纳 and 不采纳; 待定 is not handled. */
  readonly handled: number
  readonly accepted: number
  readonly rejected: number
  readonly pending: number
}

function count(items: readonly ChangeItem[], decisions: readonly (RowDecisions | null)[]): Progress {
  const counts = { accepted: 0, rejected: 0, pending: 0 }
  for (const item of items) {
    const status = decisions[item.row]?.decision.status
    if (status) counts[status] += 1
  }
  return { ...counts, total: items.length, handled: counts.accepted + counts.rejected }
}

/** How far the review of the shown changes has come. */
export const progressOf = rememberLast(count)

/** Whether a change has been accepted or rejected. */
export function isHandled(item: ChangeItem, decisions: readonly (RowDecisions | null)[]): boolean {
  const status = decisions[item.row]?.decision.status
  return status === 'accepted' || status === 'rejected'
}
