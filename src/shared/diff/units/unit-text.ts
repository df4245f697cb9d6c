import { Recall } from '../../memory/recall.ts'
import type { Block, BlockKind } from '../../outline/block.ts'
import { runOnGap } from '../../outline/run-on-gap.ts'
import { isBlank } from './comparison-key.ts'
import { fold } from './fold.ts'

/** What a block says, wherever it stands. */
export interface UnitText {
  /** Units of one memory that have the same id say the same and are of one kind; what is remembered of one holds for the other. */
  readonly id: number
  readonly kind: BlockKind
  readonly level: number
  /** Comparison key of the label, empty without one. */
  readonly labelKey: string
  /** Comparison key of the text behind the label; of the label where nothing follows it. */
  readonly key: string
  /** Comparison key of the whole. */
  readonly fullKey: string
  /** Comparison key of a heading without the text that goes on behind it on its line; of any other unit the key. */
  readonly title: string
  /** What tells which unit of the other side this one may be: the key, for a table row the names in it. */
  readonly matter: string
}

/** What a block says, and where its body begins behind the label. */
interface ReadText extends UnitText {
  readonly bodyFrom: number
  readonly label: string | null
}

/**
 * Reads what blocks say, each text once. The keys of a text met again are the very same strings, so that whoever looks
 * something up by them need not read them again.
 */
export class UnitTexts {
  readonly #known = new Recall<readonly ReadText[]>()
  #read = 0

  /** What a block with this text says; null for one without a visible character. */
  of(text: string, { kind, level, label }: Pick<Block, 'kind' | 'level' | 'label'>): ReadText | null {
    const known = this.#known.find(text) ?? []
    const found = known.find((said) => said.kind === kind && said.level === level && said.label === label)
    if (found) return found
    if (isBlank(text)) return null
    const said = readText(text, { kind, level, label }, this.#read++)
    this.#known.keep(text, [...known, said])
    return said
  }

  endRound(): void {
    this.#known.endRound()
  }
}

function readText(text: string, block: Pick<Block, 'kind' | 'level' | 'label'>, id: number): ReadText {
  const { kind, level, label } = block
  const bodyFrom = behindLabel(text, label)
  const labelKey = fold(text, 0, bodyFrom)
  const bodyKey = fold(text, bodyFrom)
  const key = bodyKey === '' ? labelKey : bodyKey
  return {
    id,
    kind,
    level,
    label,
    bodyFrom,
    labelKey,
    key,
    title: level > 0 ? titleOf(text.slice(bodyFrom)) || key : key,
    fullKey: labelKey === '' ? bodyKey : labelKey + bodyKey,
    matter: kind === 'table-row' ? namesIn(bodyKey) : key,
  }
}

/** Comparison key of what stands before the first wide gap, where a sentence follows it; empty where there is none. */
function titleOf(body: string): string {
  const trimmed = body.trim()
  const gap = runOnGap(trimmed)
  return gap === null ? '' : fold(trimmed, 0, gap)
}

/** Where the label ends in the text of a block; 0 when it has none or the label is not what the text begins with. */
function behindLabel(text: string, label: string | null): number {
  if (label === null || label === '') return 0
  const at = text.indexOf(label)
  return at >= 0 && isBlank(text.slice(0, at)) ? at + label.length : 0
}

/** The cells of a table row that name something, joined; all of it where none does. */
function namesIn(key: string): string {
  const names = key.split('|').filter((cell) => NAME.test(cell) && !ATTRIBUTE.test(cell))
  return names.length === 0 ? key : names.join('|')
}

const NAME = /\p{Script=Han}{3}/u
/** Cells that say the same in every other row. */
const ATTRIBUTE = /^\[?(?:约束性|预期性|年均|累计|[0-9])/u
