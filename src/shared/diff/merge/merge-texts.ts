import { compareRow } from '../rows/compare-row.ts'
import type { Tokenizer } from '../rows/token-row.ts'
import { fold } from '../units/fold.ts'
import type { Unit } from '../units/unit.ts'
import { clauseEnds } from './clause-borders.ts'
import { type ClauseRegion, type ClauseText, clauseRegions } from './merge-clauses.ts'
import { type SegmentList, variantOf } from './segment-list.ts'
import { prefersFirst } from './separators.ts'
import { type TextChange, textChanges } from './text-changes.ts'

/** A stretch of one of the three texts: the units that belong together, and all from the first to the last of them. */
export interface Passage {
  readonly text: string
  readonly units: readonly Unit[]
  readonly start: number
  readonly end: number
}

export interface MergeContext {
  readonly tokenizer: Tokenizer
  readonly isExpired: () => boolean
  readonly segments: SegmentList
}

export function wordsOf({ text, start, end }: Passage): string {
  return text.slice(start, end)
}

/** Whether two stretches differ in nothing but blanks. */
export function sameButBlanks(a: string, b: string): boolean {
  return a === b || a.replace(/\s+/gu, '') === b.replace(/\s+/gu, '')
}

interface Three {
  readonly base: Passage
  readonly ours: Passage
  readonly theirs: Passage
}

/**
 * Merges three forms of one passage: what one side changed is taken; what both changed is taken once when it is the same,
 * is put together where it lies in different clauses, and is a conflict within one clause. Returns false when time ran out.
 */
export function mergeTexts(three: Three, context: MergeContext): boolean {
  const { base, ours, theirs } = three
  const [b, o, t] = [wordsOf(base), wordsOf(ours), wordsOf(theirs)]
  const taken = (from: 'base' | 'ours' | 'theirs' | 'both', { start, end }: Passage): true => {
    context.segments.clean(from, from === 'base' ? b : from === 'theirs' ? t : o, [{ start, end }])
    return true
  }
  if (o === t) return o === b ? taken('base', base) : taken('both', ours)
  if (o === b) return taken('theirs', theirs)
  if (t === b) return taken('ours', ours)
  const found = { ours: changesOf(base, ours, context), theirs: changesOf(base, theirs, context) }
  const text: ClauseText = { ...base, ends: clauseEnds(base.text, base.units) }
  writeRegions(three, clauseRegions(text, found.ours.changes, found.theirs.changes), context)
  return found.ours.precise && found.theirs.precise
}

function changesOf(base: Passage, side: Passage, context: MergeContext): { changes: TextChange[]; precise: boolean } {
  const sides = { left: { text: base.text, units: asOne(base) }, right: { text: side.text, units: asOne(side) } }
  const { edits, precise } = compareRow(sides, context.tokenizer, context.isExpired)
  return { changes: textChanges(edits, { base: base.text, side: side.text, baseSpan: base, sideSpan: side }), precise }
}

/** Several units as one, with all that stands between them. */
function asOne({ text, units, start, end }: Passage): readonly Unit[] {
  const [only] = units
  if (only && units.length === 1) return units
  const key = fold(text, start, end)
  const place = { index: 0, id: -1, start, end, bodyStart: start }
  return [{ ...place, kind: 'paragraph', level: 0, labelKey: '', key, fullKey: key, title: key, matter: key }]
}

/** Where a side of the merge is while its base is walked along. */
interface Cursor {
  readonly passage: Passage
  /** What must be added to a place of the base behind all changes so far. */
  shift: number
}

function writeRegions({ base, ours, theirs }: Three, regions: readonly ClauseRegion[], context: MergeContext): void {
  const cursors = {
    ours: { passage: ours, shift: ours.start - base.start },
    theirs: { passage: theirs, shift: theirs.start - base.start },
  }
  let at = base.start
  for (const region of regions) {
    context.segments.clean('base', base.text.slice(at, region.from), [{ start: at, end: region.from }])
    writeRegion(base, region, cursors, context.segments)
    at = region.to
  }
  context.segments.clean('base', base.text.slice(at, base.end), [{ start: at, end: base.end }])
}

function writeRegion(
  base: Passage,
  region: ClauseRegion,
  cursors: { ours: Cursor; theirs: Cursor },
  segments: SegmentList,
): void {
  const ours = spanOf(region, region.ours, cursors.ours)
  const theirs = spanOf(region, region.theirs, cursors.theirs)
  const [o, t] = [ours.text, theirs.text]
  const old = base.text.slice(region.from, region.to)
  const said = { ours: !sameButBlanks(o, old), theirs: !sameButBlanks(t, old) }
  const takesOurs = said.ours === said.theirs ? prefersFirst(o, t) : said.ours
  if (o === t) segments.clean('both', o, ours.ranges)
  else if (region.theirs.length === 0) segments.clean('ours', o, ours.ranges)
  else if (region.ours.length === 0) segments.clean('theirs', t, theirs.ranges)
  else if (said.ours && said.theirs)
    segments.conflict('same-clause', { base: variantOf(base.text, region.from, region.to), ours, theirs })
  else if (takesOurs) segments.clean('ours', o, ours.ranges)
  else segments.clean('theirs', t, theirs.ranges)
}

/** What a side has in place of a region, and moves its cursor behind the region's changes. */
function spanOf(region: ClauseRegion, changes: readonly TextChange[], cursor: Cursor): ReturnType<typeof variantOf> {
  const start = region.from + cursor.shift
  for (const { from, to, text } of changes) cursor.shift += text.length - (to - from)
  return variantOf(cursor.passage.text, start, region.to + cursor.shift)
}
