import type { Range } from '../text/range.ts'

export const TARGET_KINDS = ['target', 'actual', 'qualitative'] as const
export const BOUNDS = ['at-least', 'at-most', 'around', 'exact', 'range'] as const
export const MEASURES = ['level', 'growth', 'addition'] as const
export const STRENGTHS = ['must', 'firm', 'aim', 'explore'] as const
export const ATTRIBUTES = ['binding', 'expected'] as const

export type TargetKind = (typeof TARGET_KINDS)[number]
export type Bound = (typeof BOUNDS)[number]
export type Measure = (typeof MEASURES)[number]
/** 确保 must, 达到 firm, 力争 aim, 探索 explore. */
export type Strength = (typeof STRENGTHS)[number]
/** 约束性 binding, 预期性 expected. */
export type Attribute = (typeof ATTRIBUTES)[number]

/** A commitment (or, with kind `actual`, a result) as one sentence states it; the range is its quote in the canonical text. */
export interface Target extends Range {
  readonly kind: TargetKind
  /** The indicator as the text writes it. */
  readonly indicator: string
  /** The lexicon's name, or null when the lexicon does not know it. */
  readonly canonical: string | null
  /** As written: 850 for 850亿元. null for a qualitative goal. */
  readonly value: number | null
  /** Upper end of a range, else null. */
  readonly max: number | null
  readonly unit: string
  readonly bound: Bound
  readonly measure: Measure
  /** Which way the indicator moves, where the text says so: 增长 up, 下降 down. */
  readonly direction?: 'up' | 'down'
  /** `2025`, `2021-2025`; empty when the text gives none. */
  readonly period: string
  readonly strength: Strength
  readonly attribute: Attribute | null
  /** What the figure covers, when said: 全市, 规上, 户籍, 常住; null otherwise. */
  readonly scope: string | null
  /** Set for a figure of an indicator table; prose may state the same target. */
  readonly inTable?: true
  /** The correction by a person that made it what it is. */
  readonly correction?: string
  readonly quote: string
  /** The headings above, outermost first. */
  readonly section: readonly string[]
}
