import { compareWith, type DiffResult } from '../diff-documents.ts'
import type { DiffSide } from '../units/unit.ts'
import { createDiffMemory, type DiffSettings } from './diff-memory.ts'

/** One baseline, compared with a draft again and again while someone writes. */
export interface DiffSession {
  /**
   * The comparison of the baseline with this draft: the same as `diffDocuments(left, right, …)` in full, but what was compared
   * before is not compared again. The drafts need not follow from each other; the less they differ, the sooner it is done.
   */
  readonly update: (right: DiffSide, isExpired?: () => boolean) => DiffResult
}

export function createDiffSession(left: DiffSide, settings: DiffSettings = {}): DiffSession {
  const memory = createDiffMemory(left, settings)
  return { update: (right, isExpired) => compareWith(memory, right, isExpired) }
}
