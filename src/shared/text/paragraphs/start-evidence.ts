import type { LineFeatures } from './line-features.ts'
import {
  EARLY_MARK,
  HEADING_SHARE,
  type LabelClass,
  NEVER,
  type TextHabit,
  TOP_HEADING_SHARE,
  WORD_CUT,
} from './paragraph-model.ts'
import type { Kind } from './paragraph-path.ts'
import type { WordCut } from './word-cut.ts'

/** A line with what stands between it and the one before. */
export interface MeasuredLine extends LineFeatures {
  /** The word at the break above. */
  readonly cut: WordCut
  /** Known to go on from the line above. */
  readonly continues: boolean
  /** The number of its label goes on from the last one of its style. */
  readonly expected: boolean
  /** What it was taken to begin in the last round; null for none. */
  readonly last: 'heading' | 'body' | null
  /** Stands where titles stand. */
  readonly top: boolean
  /** The width of what had to stay together at its beginning. */
  readonly needed: number
}

/** Evidence at a line's beginning that a paragraph starts here, whatever its kind, as a log probability. */
export function startScore(before: MeasuredLine | undefined, line: MeasuredLine, text: TextHabit): number {
  if (before !== undefined && line.continues) return -Infinity
  let score = Math.log(text.labelStart[labelClass(line)]) + Math.log(text.gapBefore[gapClass(line)])
  if (line.goesOn) score += Math.log(NEVER)
  if (line.cut !== null) score += Math.log(line.cut === 'cut' ? WORD_CUT.between : 1 - WORD_CUT.between)
  score += earlyMark(before, line, EARLY_MARK.start) + topic(before, line, text.topicStart)
  if (before !== undefined) score += knownStart(before, line)
  return score
}

/** The same evidence that the paragraph goes on. */
export function insideScore(before: MeasuredLine | undefined, line: MeasuredLine, text: TextHabit): number {
  let score = Math.log(text.labelInside[labelClass(line)]) + Math.log(text.gapInside[gapClass(line)])
  score += Math.log(line.setIn ? text.indentRest : 1 - text.indentRest)
  score += earlyMark(before, line, EARLY_MARK.inside) + topic(before, line, text.topicInside)
  if (line.goesOn) score += Math.log(CLOSING_MARK_FIRST)
  if (line.cut !== null) score += Math.log(line.cut === 'cut' ? WORD_CUT.inside : 1 - WORD_CUT.inside)
  return score
}

/** How often a line begins with a closing mark where lines are broken without regard to marks. */
const CLOSING_MARK_FIRST = 0.05

/** How likely the paragraph that a line begins is of a kind, with what its indent says. */
export function kindScore(line: MeasuredLine, kind: Kind, text: TextHabit): number {
  if (kind !== 'body' && (kind === 'title') !== (line.label === null)) return -Infinity
  const known = headingShare(line, text)
  const share = line.top && line.start === 'none' ? Math.max(known, TOP_HEADING_SHARE) : known
  const setIn = kind === 'body' ? text.indentFirst : (text.indentFirst + 0.5) / 2
  return Math.log(kind === 'body' ? 1 - share : share) + Math.log(line.setIn ? setIn : 1 - setIn)
}

/** How much what a text shows of its headings is held against what is usual: as two more paragraphs. */
const HEADING_PRIOR = 2
/** No kind of beginning is ever surely a heading or surely none. */
const MIN_HEADING_SHARE = 0.005

/** How likely a paragraph with such a beginning is a heading, by the others that have it: it does not count for itself. */
function headingShare({ start, last }: MeasuredLine, text: TextHabit): number {
  const { headings, all } = text.headingCounts.get(start) ?? { headings: 0, all: 0 }
  const others = all - (last === null ? 0 : 1)
  const learnt =
    (headings - (last === 'heading' ? 1 : 0) + HEADING_SHARE[start] * HEADING_PRIOR) / (others + HEADING_PRIOR)
  return Math.min(1 - MIN_HEADING_SHARE, Math.max(MIN_HEADING_SHARE, learnt))
}

/** Tells nothing after a mark, because a new clause begins there anyway, nor where a number stands before the mark. */
function earlyMark(before: MeasuredLine | undefined, line: MeasuredLine, share: number): number {
  return before?.end === 'open' && line.label === null ? Math.log(line.earlyMark ? share : 1 - share) : 0
}

function topic(before: MeasuredLine | undefined, line: MeasuredLine, share: number): number {
  return before?.end === 'stop' && line.label === null ? Math.log(line.topic ? share : 1 - share) : 0
}

export function labelClass({ label, expected }: MeasuredLine): LabelClass {
  if (label === null) return 'none'
  if (label.style === 'ordinal') return 'ordinal'
  return expected ? 'expected' : 'other'
}

export function gapClass({ line }: LineFeatures): 0 | 1 | 2 {
  return line.gap > 1 ? 2 : line.gap === 1 ? 1 : 0
}

const SALUTATION = /^各位(?:代表|委员|同志|领导|来宾)/
const MAX_SALUTATION = 16
const TITLE_END = /(?:报告|纲要|规划|计划|公报|意见|方案|办法|条例|通知|决定)$/
/** Who spoke, on a line of its own: an office, a gap, a name. */
const SPEAKER = /^\S{0,20}(?:总理|省长|市长|县长|区长|州长|盟长|主席|主任|书记)[\s\u3000]+\S{1,3}(?:[\s\u3000]\S)?$/
const FIELD = /^(?:来源|时间|日期|作者|发布时间)[：:]/
/** The number of a picture or table, with its name. */
const CAPTION = /^(?:附?[图表])\s*[0-9]{1,3}(?:[-.][0-9]{1,3})?[\s：:.．][^，。；]*$/
/** What cannot stand at the end of a paragraph, and what cannot begin one: a number of meetings without the meeting, a conjunction. */
const OPEN_NUMBER = /第[〇零一二三四五六七八九十百0-9]+[届次]$/
const CONJUNCTION = /^(?:和|及|与|暨|的|等)(?!谐|平|睦|时)/

/** Words that take up the sentence before; such a sentence seldom opens a paragraph. */
const TAKES_UP = /^(?:对此|为此|其中|因此|由此|这些|这是|这就|其|并|也|但|而|既要|还要)/

/** Words that begin something new, or cannot, in log odds against their standing there by chance. Laws list the dates of their versions, one a line. */
function knownStart(before: MeasuredLine, { line, top, start }: MeasuredLine): number {
  if (OPEN_NUMBER.test(before.line.text) || CONJUNCTION.test(line.text)) return -4
  if (before.end === 'stop' && TAKES_UP.test(line.text)) return -1.5
  if (SALUTATION.test(line.text)) return line.text.length <= MAX_SALUTATION ? 7 : 4
  if (start === 'date' && before.start === 'date' && before.end === 'open') return 4
  if (CAPTION.test(line.text)) return 5
  if (!top) return 0
  if (SPEAKER.test(line.text) || SPEAKER.test(before.line.text)) return 4
  if (FIELD.test(line.text) || FIELD.test(before.line.text)) return 4
  return (start === 'date' ? 3 : 0) + (TITLE_END.test(before.line.text) ? 4 : 0)
}
