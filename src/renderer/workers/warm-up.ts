import lastPlan from '../../../resources/samples/qingchuan-145-plan.txt?raw'
import discussion from '../../../resources/samples/qingchuan-155-plan-2-discussion.txt?raw'
import consultation from '../../../resources/samples/qingchuan-155-plan-3-consultation.txt?raw'
import { analyse } from '../../shared/comparison/analyse.ts'
import type { Comparison } from '../../shared/comparison/comparison.ts'
import { createComparisonSession } from '../../shared/comparison/comparison-session.ts'

const LEXICON = { indicators: [] }
/** The engine of the page compiles a function well after some hundred calls; beyond the third round little is gained. */
const ROUNDS = 3

/**
 * Compares the sample texts, one next to the other and one rewritten, for nothing but the running of it, and gives the last of these
 * comparisons. Each step takes some tens of milliseconds.
 */
export function* warmingSteps(): Generator<void, Comparison | null> {
  const options = { now: () => performance.now() }
  let last: Comparison | null = null
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const baseline of [discussion, lastPlan]) {
      const left = analyse(baseline, LEXICON)
      yield
      const right = analyse(consultation, LEXICON)
      yield
      last = createComparisonSession(left, LEXICON).compare(right, options)
      yield
    }
  }
  return last
}
