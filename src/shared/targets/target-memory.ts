import { Recall } from '../memory/recall.ts'
import type { DocumentFacts } from '../outline/document-facts.ts'
import type { Range } from '../text/range.ts'
import type { Lexicon } from './lexicon.ts'
import type { Target } from './target.ts'
import type { BlockWords } from './timeline.ts'

/** Targets as they were read when their block began at `start`. */
interface Remembered {
  start: number
  targets: readonly Target[]
}

/** Remembers the targets of blocks by all that their reading depends on, wherever the block stands. */
export class BlockTargets {
  readonly #blocks = new Recall<Remembered>()

  /** The targets of a block that begins at `start`; `key` says all they depend on but the place. */
  get(key: string, start: number, read: () => readonly Target[]): readonly Target[] {
    const found = this.#blocks.get(key, () => ({ start, targets: read() }))
    const shift = start - found.start
    if (shift !== 0) {
      found.start = start
      found.targets = found.targets.map((target) => ({ ...target, ...shifted(target, shift) }))
    }
    return found.targets
  }

  endRound(): void {
    this.#blocks.endRound()
  }
}

function shifted({ start, end }: Range, shift: number): Range {
  return { start: start + shift, end: end + shift }
}

/**
 * What was read out of the blocks of a draft, for the next time it is read: most of its blocks are then the same. Reading with
 * a memory gives the same as reading without.
 */
export class TargetMemory {
  #lexicon: Lexicon | null = null
  #facts = ''
  words = new Recall<BlockWords>()
  targets = new BlockTargets()

  /** Begins a reading; what was read with another lexicon or for another document is forgotten. */
  begin(lexicon: Lexicon, { kind, period }: DocumentFacts): void {
    const facts = `${kind} ${period?.from}-${period?.to}`
    if (lexicon !== this.#lexicon || facts !== this.#facts) {
      this.words = new Recall()
      this.targets = new BlockTargets()
    }
    this.#lexicon = lexicon
    this.#facts = facts
    this.words.endRound()
    this.targets.endRound()
  }
}
