import { STAGES, type Stage } from '../../../../shared/outline/document-facts.ts'
import type { VersionSummary } from '../../../lib/library.ts'

export interface StageState {
  readonly stage: Stage
  /** `passed`: a version of it is there and a later one too; `skipped`: none is, but a later one is. */
  readonly state: 'passed' | 'skipped' | 'now' | 'ahead'
}

/** How far a document has come: the furthest stage of any version is `now`. Empty when no version names a stage. */
export function stageStates(versions: readonly VersionSummary[]): readonly StageState[] {
  const reached = new Set(versions.map((version) => version.stage))
  const now = STAGES.findLastIndex((stage) => reached.has(stage))
  if (now < 0) return []
  return STAGES.map((stage, index) => ({
    stage,
    state: index > now ? 'ahead' : index === now ? 'now' : reached.has(stage) ? 'passed' : 'skipped',
  }))
}

/** Among versions of one stage the how-manieth each is, oldest first: 初稿, 初稿（二）. By version id. `versions` is newest first. */
export function stageNumbers(versions: readonly VersionSummary[]): ReadonlyMap<string, number> {
  const seen = new Map<Stage | null, number>()
  const numbers = new Map<string, number>()
  for (const version of [...versions].reverse()) {
    const number = (seen.get(version.stage) ?? 0) + 1
    seen.set(version.stage, number)
    numbers.set(version.id, number)
  }
  return numbers
}
