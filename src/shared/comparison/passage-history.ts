import { type Counterpart, counterpartFinder } from '../diff/compare-many.ts'
import type { Edit } from '../diff/rows/row.ts'
import type { Block } from '../outline/block.ts'
import type { DocumentFacts } from '../outline/document-facts.ts'
import { pointsOf } from '../targets/pace.ts'
import { type IndicatorSeries, indicatorSeries } from '../targets/series.ts'
import type { Target } from '../targets/target.ts'
import type { TargetChange } from '../targets/target-change.ts'
import type { Range } from '../text/range.ts'
import type { Comparison } from './comparison.ts'

/** As many texts as a reader can hold a draft against: the stages before, the last plan, those above, the yearly reports. */
export const MOST_BASELINES = 12

/** Where something stands in a baseline, for a reader to find it. */
export interface PastPlace {
  /** UTF-16 offset in the baseline. */
  readonly start: number
  /** The number of the line, from 1: what stands in the margin. */
  readonly line: number
  /** The nearest heading above; null before the first one. */
  readonly section: string | null
}

/** Words that both have (`=`), only the baseline (`-`) or only the draft (`+`). */
export interface PastPiece {
  readonly op: Edit['op']
  readonly text: string
  /** Offset in the baseline; null for the draft's words. */
  readonly start: number | null
}

/** Another block about the same matter. `score`: the engine's, 0 to 1. */
export interface PastRelated {
  readonly place: PastPlace
  readonly text: string
  readonly score: number
}

/** A target of the block beside the same indicator in the baseline, wherever that one states it. */
export interface PastFigure {
  readonly change: TargetChange
  /** Where the baseline states it; null where it does not. */
  readonly place: PastPlace | null
  /** It stands elsewhere than in the counterpart of the block. */
  readonly elsewhere: boolean
}

/** What the baseline reports as reached of an indicator that the block has a target for. */
export interface PastResult {
  /** Where the draft's target begins. */
  readonly of: number
  readonly target: Target
  /** The year it was reached in; where the text names none, the one before the document's own. */
  readonly year: number
  readonly place: PastPlace
}

/** What one baseline says in place of a block of the draft (历次表述). */
export interface PastPassage extends Pick<Counterpart, 'how' | 'score' | 'class' | 'moved' | 'precise'> {
  /** Of the counterpart's first block; null for `related` and `none`. */
  readonly place: PastPlace | null
  /** The counterpart in the baseline's words with the draft's beside them. Empty for `related` and `none`. */
  readonly pieces: readonly PastPiece[]
  /** For `related`: the blocks about the same matter, best first. */
  readonly related: readonly PastRelated[]
  /** What the baseline commits to or reports in these blocks. */
  readonly targets: readonly Target[]
  /** In the order of the draft, those dropped from the counterpart last. */
  readonly figures: readonly PastFigure[]
  /** The latest result for each target of the block, where the baseline reports one. */
  readonly results: readonly PastResult[]
}

/** Related blocks beyond these are hardly about the same matter. */
const MOST_RELATED = 2

/** Reads out of the comparison of a baseline with the draft what the baseline says in place of `block`, a range of the draft. */
export function passageHistory(comparison: Comparison, block: Range): PastPassage {
  const { left, right, rows, targets: changes } = comparison
  const found = counterpartFinder(rows, left.text, right.text)(block)
  const { how, score, class: kind, moved, precise } = found
  const placeOf = placeFinder(left.text, left.blocks)
  const told = how === 'equal' || how === 'changed'
  const first = found.ranges[0]
  const related = how === 'related' ? relatedTo(found, left.text, block, rows, placeOf) : []
  const shown = told
    ? found.ranges
    : related.map(({ place, text }) => ({ start: place.start, end: place.start + text.length }))
  return {
    how,
    score,
    class: kind,
    moved,
    precise,
    place: told && first ? placeOf(first.start) : null,
    pieces: told ? piecesOf(found.edits, left.text, right.text) : [],
    related,
    targets: left.targets.filter((target) => shown.some((range) => holds(range, target.start))),
    figures: figuresOf(changes, block, told ? found.ranges : [], placeOf),
    results: resultsOf(comparison, block, placeOf),
  }
}

/** Results are no commitments, so pairing leaves them out: they belong to a target when both are of one series. */
function resultsOf(comparison: Comparison, block: Range, placeOf: (start: number) => PastPlace): PastResult[] {
  const own = comparison.right.targets.filter(({ kind, start }) => kind !== 'actual' && holds(block, start))
  if (own.length === 0 || !comparison.left.targets.some(({ kind }) => kind === 'actual')) return []
  const all = seriesOf(comparison)
  return own.flatMap((target) => {
    // Growth that a plan looks back on is that of all its years together.
    if (target.measure === 'growth' && spansYears(comparison.left.facts)) return []
    const series = all.find(({ targets }) => targets[1]?.includes(target))
    const points = series ? pointsOf(series, [comparison.left, comparison.right]) : []
    const latest = points.findLast(({ kind, document }) => kind === 'actual' && document === 0)
    return latest
      ? [{ of: target.start, target: latest.target, year: latest.year, place: placeOf(latest.target.start) }]
      : []
  })
}

function spansYears({ period }: DocumentFacts): boolean {
  return period !== null && period.from !== period.to
}

/** Worked out once for a comparison: every block asks for it. */
const knownSeries = new WeakMap<Comparison, readonly IndicatorSeries[]>()

function seriesOf(comparison: Comparison): readonly IndicatorSeries[] {
  const known = knownSeries.get(comparison)
  if (known) return known
  const { left, right, targets } = comparison
  const series = indicatorSeries([left, right], targets)
  knownSeries.set(comparison, series)
  return series
}

function holds({ start, end }: Range, place: number): boolean {
  return start <= place && place < end
}

/** Each related block with a score of its own; the counterpart gives the best one's only. */
function relatedTo(
  { ranges }: Counterpart,
  text: string,
  block: Range,
  rows: Comparison['rows'],
  placeOf: (start: number) => PastPlace,
): PastRelated[] {
  const row = rows.find(({ right }) => right.some((range) => holds(range, block.start) || holds(block, range.start)))
  return ranges.slice(0, MOST_RELATED).map(({ start, end }) => ({
    place: placeOf(start),
    text: text.slice(start, end),
    score: row?.related.find((each) => each.side === 'left' && each.start === start)?.score ?? 0,
  }))
}

function piecesOf(edits: readonly Edit[], left: string, right: string): PastPiece[] {
  return edits.map((edit) =>
    edit.op === '+'
      ? { op: '+', text: right.slice(...edit.right), start: null }
      : { op: edit.op, text: left.slice(...edit.left), start: edit.left[0] },
  )
}

/** The target changes that concern the block: its own targets, and those that its counterpart has and the draft nowhere. */
function figuresOf(
  changes: readonly TargetChange[],
  block: Range,
  ranges: readonly Range[],
  placeOf: (start: number) => PastPlace,
): PastFigure[] {
  return changes.flatMap((change): PastFigure[] => {
    const { left, right, alsoAt = [] } = change
    const inBlock = [right, ...alsoAt.map((also) => also.right)].some((range) => range && holds(block, range.start))
    const dropped = right === null && left !== null && ranges.some((range) => holds(range, left.start))
    if (!inBlock && !dropped) return []
    const places = [left, ...alsoAt.map((also) => also.left)].filter((range) => range !== null)
    const here = places.find(({ start }) => ranges.some((range) => holds(range, start)))
    const place = here ?? places[0]
    return [{ change, place: place ? placeOf(place.start) : null, elsewhere: place !== undefined && !here }]
  })
}

function placeFinder(text: string, blocks: readonly Block[]): (start: number) => PastPlace {
  const headings = blocks.filter(({ kind }) => kind === 'heading')
  return (start) => {
    const heading = headings.findLast((block) => block.start <= start)
    const line = text.slice(0, start).split('\n').length
    return { start, line, section: heading ? text.slice(heading.start, heading.end) : null }
  }
}
