import { PlacedRecall } from '../memory/placed-recall.ts'
import { Recall } from '../memory/recall.ts'
import type { DocumentFacts } from '../outline/document-facts.ts'
import type { Lexicon } from './lexicon.ts'
import type { Target } from './target.ts'
import type { BlockWords } from './timeline.ts'

/** Targets moved with their block. */
function moved(targets: readonly Target[], by: number): readonly Target[] {
  return targets.map((target) => ({ ...target, start: target.start + by, end: target.end + by }))
}

/**
 * What was read out of the blocks of a draft, for the next time it is read: most of its blocks are then the same. Reading with
 * a memory gives the same as reading without.
 */
export class TargetMemory {
  #lexicon: Lexicon | null = null
  #facts = ''
  words = new Recall<BlockWords>()
  /** The targets of blocks, by all that their reading depends on but the place. */
  targets = new PlacedRecall<readonly Target[]>(moved)

  /** Begins a reading; what was read with another lexicon or for another document is forgotten. */
  begin(lexicon: Lexicon, { kind, period }: DocumentFacts): void {
    const facts = `${kind} ${period?.from}-${period?.to}`
    if (lexicon !== this.#lexicon || facts !== this.#facts) {
      this.words = new Recall()
      this.targets = new PlacedRecall<readonly Target[]>(moved)
    }
    this.#lexicon = lexicon
    this.#facts = facts
    this.words.endRound()
    this.targets.endRound()
  }
}
