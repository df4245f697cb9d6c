import type { Lexicon } from '../targets/lexicon.ts'
import { TargetMemory } from '../targets/target-memory.ts'
import { analyse, type KnownOfText } from './analyse.ts'
import type { Analysis } from './comparison.ts'

interface Kept {
  readonly text: string
  readonly lexicon: Lexicon
  /** What was known of the text, written out. */
  readonly known: string
  readonly analysis: Analysis
}

/**
 * The texts read last, so that a version that comes up again (another baseline and back, the same pair opened once more) is not
 * read again. Gives what `analyse` gives; the same object as long as text, lexicon (by identity) and what is known are the same.
 */
export class AnalysisMemory {
  readonly #most: number
  /** Newest first. */
  #kept: readonly Kept[] = []

  /** `most`: how many texts are kept. */
  constructor(most: number) {
    this.#most = most
  }

  /** `targets` spares reading again the blocks of a text that was read a little different before. */
  read(text: string, lexicon: Lexicon, known: KnownOfText = {}, targets = new TargetMemory()): Analysis {
    const written = JSON.stringify(known)
    const found = this.#kept.find(
      (each) => each.lexicon === lexicon && each.text === text && each.known === written,
    ) ?? { text, lexicon, known: written, analysis: analyse(text, lexicon, known, targets) }
    this.#kept = [found, ...this.#kept.filter((each) => each !== found)].slice(0, this.#most)
    return found.analysis
  }
}
