import type { LabelStyle } from '../../outline/numbering.ts'

/**
 * How paragraphs of official texts look in lines, as probabilities. The numbers are shares counted in government reports, plans and laws, rounded; they are
 * starting points: what a text shows of itself (`TextHabit`) replaces those that differ from text to text.
 */

/** What a line ends with: a sentence end, a mark before a list, a mark that goes on, or none. */
export type EndMark = 'stop' | 'semicolon' | 'colon' | 'comma' | 'open'

/** Two Han characters: the indent of a paragraph by GB/T 9704. */
export const INDENT = 4
/** The chance of what a typesetter does not do. */
export const NEVER = 0.0005

/** What a paragraph of each kind ends with. */
export const PARAGRAPH_END: Readonly<Record<'body' | 'heading', Readonly<Record<EndMark, number>>>> = {
  body: { stop: 0.85, semicolon: 0.08, colon: 0.04, comma: 0.0004, open: 0.02 },
  heading: { stop: 0.01, semicolon: 0.002, colon: 0.02, comma: 0.001, open: 0.96 },
}

/** What a line ends with that its paragraph goes on after. */
export const LINE_END: Readonly<Record<EndMark, number>> = {
  stop: 0.04,
  semicolon: 0.01,
  colon: 0.004,
  comma: 0.12,
  open: 0.826,
}

/** What a paragraph can begin with, as far as it tells headings from running text. */
export type StartKind = LabelStyle | 'date' | 'none'

/** How likely a paragraph that begins with a number of each style is a heading. */
export const HEADING_SHARE: Readonly<Record<StartKind, number>> = {
  volume: 0.95,
  part: 0.95,
  'section-part': 0.9,
  attachment: 0.8,
  chapter: 0.97,
  'clause-section': 0.97,
  comma: 0.85,
  'dotted-2': 0.7,
  'dotted-3': 0.6,
  'dotted-4': 0.4,
  bracket: 0.4,
  box: 0.9,
  number: 0.3,
  'number-bracket': 0.1,
  circled: 0.05,
  article: 0.005,
  ordinal: 0.01,
  gloss: 0.01,
  dash: 0.05,
  mark: 0.1,
  date: 0.7,
  none: 0.03,
}

/** The share of headings among unnumbered paragraphs at the top, where titles stand. */
export const TOP_HEADING_SHARE = 0.4

/** How likely a paragraph begins with a number that goes on from the last one, with another one, with 一是, with none; and the same of a line inside a paragraph. */
export type LabelClass = 'expected' | 'other' | 'ordinal' | 'none'
export const LABEL_START: Readonly<Record<LabelClass, number>> = {
  expected: 0.48,
  other: 0.02,
  ordinal: 0.02,
  none: 0.48,
}
export const LABEL_INSIDE: Readonly<Record<LabelClass, number>> = {
  expected: 0.0003,
  other: 0.002,
  ordinal: 0.0007,
  none: 0.997,
}

/** How likely a numbered paragraph that begins with a short sentence has no other. */
export const SINGLE_SHARE = 0.3

/** How likely a break cuts a word, inside a paragraph and between two. */
export const WORD_CUT = { inside: 0.6, between: 0.02 }

/** After a full stop: how likely a paragraph, and a sentence inside one, opens with a short sentence without comma. */
export const TOPIC = { start: 0.15, inside: 0.08 }

/** How likely the first mark comes after three characters at most, or the first sentence ends after six. */
export const EARLY_MARK = { inside: 0.3, start: 0.045 }

/** The average length of paragraphs and headings, in half characters. */
export const BODY_LENGTH = 260
export const HEADING_LENGTH = 36
/** No heading is longer: 60 Han characters. */
export const MAX_HEADING = 120

/**
 * How much room lines have whose paragraph goes on, by `roomClass`, where nothing is known yet: two characters over, one over, full, then one more character
 * of room each. Typesetting by the book has only full lines and marks that hang over.
 */
export const ROOM_SHARES: readonly number[] = [0.003, 0.08, 0.88, 0.02, 0.008, 0.004, 0.002, 0.001, 0.0006, 0.0004]

/** What is learnt from the text itself. */
export interface TextHabit {
  /** How often a line that goes on has how much room, by `roomClass`: lines with few marks, and lines with several. */
  readonly roomShares: { readonly plain: readonly number[]; readonly pressed: readonly number[] }
  /** What its paragraphs of running text end with. */
  readonly bodyEnd: Readonly<Record<EndMark, number>>
  /** What its lines end with whose paragraph goes on. */
  readonly lineEnd: Readonly<Record<EndMark, number>>
  /** The average length of its paragraphs of running text, in half characters. */
  readonly bodyLength: number
  /** How often its paragraphs begin with a number. */
  readonly labelStart: Readonly<Record<LabelClass, number>>
  /** How often lines inside its paragraphs do. */
  readonly labelInside: Readonly<Record<LabelClass, number>>
  /** How often paragraphs, and sentences inside them, open with their subject as a short sentence. */
  readonly topicStart: number
  readonly topicInside: number
  /** How often first lines are narrower by a lost indent. */
  readonly lostIndent: number
  /** How often the first and the following lines of a paragraph are set in by two characters. */
  readonly indentFirst: number
  readonly indentRest: number
  /** How often blank lines stand before a paragraph and inside one: none, one, several. */
  readonly gapBefore: readonly [number, number, number]
  readonly gapInside: readonly [number, number, number]
  /** How many of its paragraphs are headings, by what they begin with. */
  readonly headingCounts: ReadonlyMap<StartKind, { readonly headings: number; readonly all: number }>
  /** How often a numbered paragraph is a single sentence, by what it begins with. */
  readonly singleShare: ReadonlyMap<StartKind, number>
}
