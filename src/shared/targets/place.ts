import type { Placed, Span } from './clauses.ts'
import { nounFollows } from './noun-after.ts'
import type { Phrase } from './phrase.ts'
import type { Quantity } from './quantities.ts'
import { readTail, type Tail } from './tail.ts'
import type { Measure } from './target.ts'

/** What one phrase hands on to the next one of its sentence. */
export interface Carry {
  readonly indicator: string
  readonly measure: Measure
  readonly direction: 'up' | 'down' | null
  readonly verb: string | null
  /** Names still waiting for their numbers: A、B分别增长6%、8%. */
  readonly names: readonly string[]
  /** The names as they stood together, for numbers that come for all of them again. */
  readonly group: string | null
  readonly scope: string | null
  /** The number it was read from. */
  readonly quantity: Quantity
}

/** Where a phrase is read. */
export interface Place extends Placed {
  readonly text: string
  readonly sentence: Span
  /** Where the phrase's own words begin: behind the list item before it, or at the clause. */
  readonly from: number
  readonly tail: Tail
  readonly followed: boolean
  readonly carry: Carry | null
  /** How many numbers stand in a row from here, with nothing but connectors between: 6%、8%和20%. */
  readonly numbers: number
  readonly isKnown: IsKnown
}

/** Whether the lexicon knows a name, so that a verb inside it is part of it (城镇新增就业). */
export type IsKnown = (name: string) => boolean

/** What was read at a place. */
export interface Read {
  readonly indicator: string
  /** Where the indicator stands; null when it comes from an earlier phrase or clause. */
  readonly name: Span | null
  readonly measure: Measure
  readonly direction: 'up' | 'down' | null
  readonly evidence: Phrase['evidence']
  readonly scope: string | null
  readonly carry: Carry
}

export interface PlaceInput {
  readonly text: string
  readonly sentence: Span
  readonly carry: Carry | null
  readonly isKnown: IsKnown
  /** Where the phrase read before ends; 0 when there is none. */
  readonly taken: number
}

/** Sets the place of one quantity of a sentence. */
export function placeOf(given: PlaceInput, placed: Placed, numbers: number): Place {
  const { text, taken } = given
  const { quantity, before, clause } = placed
  // What belongs to the number before cannot name this one: 3个类别9个项目.
  let from = taken > clause.start && taken <= quantity.start ? Math.max(placed.itemStart, taken) : placed.itemStart
  // 三是将18项收费…: which of several it is.
  from +=
    /^[一二三四五六七八九十]{1,2}是(?!否)/.exec(text.slice(from, Math.min(from + 4, quantity.start)))?.[0].length ?? 0
  const tail = readTail(text, before === null ? from : Math.max(from, before.end), quantity.start)
  return { ...placed, ...given, from, tail, followed: nounFollows(text, placed), numbers }
}

/** Shares, rates and times measure; everything else counts or sums up things. */
export function isCounted(quantity: Quantity): boolean {
  return !['percent', 'points', 'multiple', 'ratio', 'time'].includes(quantity.kind)
}

/** 其中精品村2个, 其中，过5亿元项目5个: a part of what was said before. */
export function isPartOf(text: string, from: number): boolean {
  return text.startsWith('其中', from) || /其中[，：]$/.test(text.slice(Math.max(0, from - 3), from))
}

/** A name without the marks and particles at its ends. */
export function trimName(text: string, span: Span): Span {
  let { start, end } = span
  while (start < end && '，、：；的'.includes(text.charAt(start))) start += 1
  // 202万亩耕地特别是150万亩永久基本农田
  end -= /(?:特别是|尤其是|包括|以及|其中|年内|今年|全年|年底前)$/.exec(text.slice(start, end))?.[0].length ?? 0
  while (start < end && '，、：；的等'.includes(text.charAt(end - 1)) && end - start > 1) end -= 1
  // 总投资20亿元的重点项目: how large they are is no part of the name.
  start += /^(?:总|计划|年度)?投资[^的]{1,12}元的(?=.{2})/.exec(text.slice(start, end))?.[0].length ?? 0
  // 经济增长目标设定为6%
  if (end - start > 4 && /增长(?:预期)?目标$/.test(text.slice(start, end)))
    end -= text.slice(end - 4, end) === '预期目标' ? 4 : 2
  return { start, end }
}
