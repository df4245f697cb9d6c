import type { Lexicon } from '../targets/lexicon.ts'
import { analyse, type KnownOfText } from './analyse.ts'
import { type CompareOptions, compareAnalyses, createComparisonMemory } from './compare-analyses.ts'
import type { Analysis, Comparison } from './comparison.ts'
import { ReadingMemory } from './reading-memory.ts'

/** One baseline and the draft that is written beside it. */
export interface ComparisonSession {
  readonly left: Analysis
  /** A draft that has been read: the same as `compareAnalyses` in full, but what was compared before is not compared again. */
  readonly compare: (right: Analysis, options: CompareOptions) => Comparison
  /**
   * Reads the draft as it is now and compares it: the same as `analyse` and `compareAnalyses` in full, but only what changed
   * since the texts before is read and compared again.
   */
  readonly update: (text: string, known: KnownOfText, options: Omit<CompareOptions, 'disabled'>) => Comparison
}

export function createComparisonSession(left: Analysis, lexicon: Lexicon): ComparisonSession {
  const memory = createComparisonMemory(left, lexicon)
  const reading = new ReadingMemory()
  const compare: ComparisonSession['compare'] = (right, options) =>
    compareAnalyses(left, right, lexicon, options, memory)
  return {
    left,
    compare,
    update(text, known, options) {
      const { disabled = [] } = known.checks ?? {}
      return compare(analyse(text, lexicon, known, reading), { ...options, disabled })
    },
  }
}
