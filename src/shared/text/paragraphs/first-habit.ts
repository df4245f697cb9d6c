import { gapShares } from './gap-shares.ts'
import { type BreakHabit, firstChunk, type LineFeatures, roomLeft } from './line-features.ts'
import {
  BODY_LENGTH,
  INDENT,
  LABEL_INSIDE,
  LABEL_START,
  LINE_END,
  PARAGRAPH_END,
  ROOM_SHARES,
  type StartKind,
  type TextHabit,
  TOPIC,
} from './paragraph-model.ts'

/** What can be said before any paragraph is known: from indents, and from lines that are two characters short without a stop. */
export function firstHabit(lines: readonly LineFeatures[], habit: BreakHabit): TextHabit {
  const setIn = lines.filter((line) => line.setIn).length / Math.max(1, lines.length)
  const base = {
    roomShares: { plain: ROOM_SHARES, pressed: ROOM_SHARES },
    bodyEnd: PARAGRAPH_END.body,
    lineEnd: LINE_END,
    ...ordinalHabit(lines),
    topicStart: TOPIC.start,
    topicInside: TOPIC.inside,
    bodyLength: BODY_LENGTH,
    headingCounts: new Map(),
    singleShare: new Map<StartKind, number>(),
    ...gapHabit(lines),
  }
  if (setIn > 0.65) return { ...base, lostIndent: 0.02, indentFirst: 0.1, indentRest: 0.96 }
  if (setIn >= 0.03) return { ...base, lostIndent: 0.02, indentFirst: 0.95, indentRest: 0.005 }
  return { ...base, lostIndent: lostIndents(lines, habit), indentFirst: 0.5, indentRest: 0.5 }
}

const ORDINAL = /(?<=[。；：，])(?:第[一二三四五六七八九十]{1,2}[，、]|[一二三四五六七八九十]{1,2}[是要])/g

/**
 * Whether 一是 and 第一， begin paragraphs: those that stand inside lines do not, and of such a few stand at the beginning of a line by chance. What is
 * more at line beginnings begins paragraphs.
 */
function ordinalHabit(lines: readonly LineFeatures[]): Pick<TextHabit, 'labelStart' | 'labelInside'> {
  let [inside, first, characters] = [0, 0, 0]
  for (const { line, label } of lines) {
    inside += line.text.match(ORDINAL)?.length ?? 0
    if (label?.style === 'ordinal') first += 1
    characters += line.text.length
  }
  const chance = (inside * lines.length) / Math.max(1, characters)
  const all = Math.max(1, lines.length)
  return {
    labelStart: { ...LABEL_START, ordinal: Math.max(LABEL_START.ordinal / 10, (first - chance) / (all * 0.15)) },
    labelInside: { ...LABEL_INSIDE, ordinal: Math.max(LABEL_INSIDE.ordinal / 4, chance / all) },
  }
}

/** The share of first lines whose indent was lost: open lines that are too short by it, against closed short lines, which end paragraphs. */
function lostIndents(lines: readonly LineFeatures[], habit: BreakHabit): number {
  let [narrow, ends] = [0, 0]
  lines.forEach((a, at) => {
    const b = lines[at + 1]
    if (b === undefined) return
    const spare = roomLeft(a.line) - firstChunk(b.line.text, habit)
    if (a.end === 'open' && spare >= 0 && spare < INDENT) narrow += 1
    if (a.end === 'stop' && spare >= INDENT * 2) ends += 1
  })
  return Math.min(0.95, Math.max(0.05, narrow / (ends + 1)))
}

/** Blank lines above lines that surely begin a paragraph, and above lines that surely do not. */
function gapHabit(lines: readonly LineFeatures[]): Pick<TextHabit, 'gapBefore' | 'gapInside'> {
  const before: LineFeatures[] = []
  const inside: LineFeatures[] = []
  lines.forEach((line, at) => {
    const above = lines[at - 1]
    if (above === undefined) return
    const room = roomLeft(above.line)
    if (above.end === 'stop' && room >= INDENT * 2) before.push(line)
    if (above.end === 'open' && room <= 2) inside.push(line)
  })
  return { gapBefore: gapShares(before), gapInside: gapShares(inside) }
}
