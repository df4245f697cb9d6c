import type { Lexicon } from '../targets/lexicon.ts'
import { analyse, type KnownOfText } from './analyse.ts'
import { type CompareOptions, compareAnalyses, createComparisonMemory } from './compare-analyses.ts'
import type { Analysis, Comparison } from './comparison.ts'
import { ReadingMemory } from './reading-memory.ts'

/** One baseline and the draft that is written beside it. */
export interface ComparisonSession {
  readonly left: Analysis
  /**
   * Reads the draft as it is now and compares it: the same as `analyse` and `compareAnalyses` in full, but only what changed
   * since the texts before is read and compared again.
   */
  readonly update: (text: string, known: KnownOfText, options: Omit<CompareOptions, 'disabled'>) => Comparison
}

export function createComparisonSession(left: Analysis, lexicon: Lexicon): ComparisonSession {
  const memory = createComparisonMemory(left, lexicon)
  const reading = new ReadingMemory()
  return {
    left,
    update(text, known, options) {
      const right = analyse(text, lexicon, known, reading)
      const { disabled = [] } = known.checks ?? {}
      return compareAnalyses(left, right, lexicon, { ...options, disabled }, memory)
    },
  }
}
