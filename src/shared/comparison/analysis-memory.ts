import type { Lexicon } from '../targets/lexicon.ts'
import { analyse, type KnownOfText } from './analyse.ts'
import type { Analysis } from './comparison.ts'
import { ReadingMemory } from './reading-memory.ts'

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

  /** `reading` spares reading again the lines and blocks of a text that was read a little different before. */
  read(text: string, lexicon: Lexicon, known: KnownOfText = {}, reading = new ReadingMemory()): Analysis {
    const written = JSON.stringify(known)
    const found = this.#kept.find(
      (each) => each.lexicon === lexicon && each.text === text && each.known === written,
    ) ?? { text, lexicon, known: written, analysis: analyse(text, lexicon, known, reading) }
    this.#kept = [found, ...this.#kept.filter((each) => each !== found)].slice(0, this.#most)
    return found.analysis
  }
}
