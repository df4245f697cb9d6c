import type { PolicyField } from '../diff/topics/policy-fields.ts'

/** More of it is better, less of it is better, or neither can be said. */
export type Polarity = 'up' | 'down' | 'none'

/** One indicator of the lexicon: its canonical name and how texts write it. */
export interface IndicatorEntry {
  readonly name: string
  readonly synonyms: readonly string[]
  /** Group on the Targets screen: 经济 创新 民生 绿色 安全. */
  readonly category: string
  readonly polarity: Polarity
  /** Units it is usually given in, e.g. `亿元` `%`. */
  readonly units: readonly string[]
  /** Note on 口径, or an empty text. */
  readonly note: string
}

/** What extraction, pairing and comparison know of the words of plans. Data, read from resources/lexicon and the user's own entries. */
export interface Lexicon {
  readonly indicators: readonly IndicatorEntry[]
  /** Fields of policy, by which rewritten passages are told; without them they are told by their characters alone. */
  readonly fields?: readonly PolicyField[] | undefined
}
