import { PlacedRecall } from '../memory/placed-recall.ts'
import { Recall } from '../memory/recall.ts'
import { countBars } from '../text/table-row.ts'
import type { ListItem } from './block.ts'
import { findListItems } from './list-items.ts'
import { type LineLabel, readLabel } from './numbering.ts'

/** What can be read off a line alone, wherever it stands. */
export interface LineText {
  readonly text: string
  /** The text without blanks; empty for a blank line. */
  readonly words: string
  readonly label: LineLabel | null
  readonly bars: number
}

/**
 * What was read off the lines of a draft, for the next time it is read: most of its lines are then the same. Reading with a
 * memory gives the same as reading without.
 */
export class OutlineMemory {
  readonly #lines = new Recall<LineText>()
  readonly #items = new PlacedRecall<readonly ListItem[]>((items, by) =>
    items.map(({ start, end, label }) => ({ start: start + by, end: end + by, label })),
  )

  line(text: string): LineText {
    return this.#lines.get(text, () => {
      const words = text.replace(/\s/g, '')
      return { text, words, label: readLabel(text), bars: countBars(text) }
    })
  }

  /** As `findListItems`; a line met again where it stood before has the very same items. */
  listItems(line: string, offset: number): readonly ListItem[] {
    return this.#items.get(line, offset, () => findListItems(line, offset))
  }

  endRound(): void {
    this.#lines.endRound()
    this.#items.endRound()
  }
}
