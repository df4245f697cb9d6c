import { indexLexicon } from './canonical.ts'
import type { Lexicon } from './lexicon.ts'
import { findingsOn, type PlacedFinding, placedFindings } from './matrix-findings.ts'
import type { MatrixChange, MatrixInput, MatrixPace, MatrixPoint, MatrixProgress, MatrixRow } from './matrix-row.ts'
import { isOfOnePlace } from './one-place.ts'
import { type Pace, paceTo, pointsOf, type SeriesPoint } from './pace.ts'
import { pairTargets } from './pair.ts'
import { type Progress, progressTo } from './progress.ts'
import { type IndicatorSeries, indicatorSeries, seriesKey } from './series.ts'
import type { Target } from './target.ts'
import type { TargetChange } from './target-change.ts'
import { parsePeriod } from './time-words.ts'
import { isTotal } from './years-covered.ts'

/** Category of indicators that the lexicon does not know. */
export const OTHER_CATEGORY = '其他'
/** In the order of the screen; what the user's lexicon adds stands behind them. */
const CATEGORIES = ['经济', '创新', '民生', '绿色', '安全']

/** Rows of the targets matrix: one an indicator, grouped by category, with the changes from the baseline to the draft. */
export function targetsMatrix(input: MatrixInput, lexicon: Lexicon): MatrixRow[] {
  const { analyses } = input
  const changes = changesOf(input, lexicon)
  const indexOf = analyses.map(({ targets }) => new Map(targets.map((target, index) => [target, index])))
  const changeOf = new Map(changes.flatMap((change) => [change.left, change.right].map((target) => [target, change])))
  const findings = placedFindings(input, lexicon)
  const context = { ...input, changeOf, indexOf, lexicon, findings }
  const rows = indicatorSeries(analyses, changes).map((series) => rowOf(series, context))
  const placed = rows.map((row) => ({ row, place: placeOf(row, context) }))
  const unique = new Map<string, number>()
  return placed
    .sort((a, b) => a.place[0] - b.place[0] || a.place[1] - b.place[1])
    .map(({ row }) => {
      const seen = unique.get(row.key) ?? 0
      unique.set(row.key, seen + 1)
      return seen === 0 ? row : { ...row, key: `${row.key} ${seen + 1}` }
    })
}

interface RowContext extends MatrixInput {
  /** The change that a target of the pair takes part in. */
  readonly changeOf: ReadonlyMap<Target | null, TargetChange>
  /** For each document the index of each target. */
  readonly indexOf: readonly ReadonlyMap<Target, number>[]
  readonly lexicon: Lexicon
  readonly findings: readonly PlacedFinding[]
}

function changesOf({ analyses, baseline, draft }: MatrixInput, lexicon: Lexicon): TargetChange[] {
  const left = baseline === null ? undefined : analyses[baseline]
  const right = draft === null ? undefined : analyses[draft]
  return left && right && left !== right ? pairTargets(left, right, lexicon) : []
}

function rowOf(series: IndicatorSeries, context: RowContext): MatrixRow {
  const { analyses, lexicon } = context
  const changes = changesOn(series, context)
  const entry = series.canonical === null ? undefined : indexLexicon(lexicon).byCanonical.get(series.canonical)
  const shown = series.targets.map((targets, document) => inOrder(targets, document, changes, context))
  const points = pointsOf(series, analyses)
  const onYears = points.filter(({ target, document }) => !isTotal(target, analyses[document]?.text ?? ''))
  return {
    key: seriesKey(series),
    indicator: series.indicator,
    canonical: series.canonical,
    category: entry?.category ?? OTHER_CATEGORY,
    synonyms: [...(entry?.synonyms ?? [])],
    polarity: entry?.polarity ?? 'none',
    note: entry?.note ?? '',
    measure: series.measure,
    direction: directionOf(series),
    scope: series.scope,
    unit: series.unit,
    cells: shown.map((targets, document) => targets.map((target) => numberOf(context, document, target))),
    changes: changes.map((change) => toMatrixChange(change, context)),
    points: onYears.map((point) => toPoint(point, context)),
    pace: toPace(paceOf(series, shown, onYears, context), context),
    progress: toProgress(progressOf(series, shown, points, context), context),
    findings: findingsOn(series.targets, context.findings, analyses),
  }
}

function directionOf({ measure, targets }: IndicatorSeries): MatrixRow['direction'] {
  const said = new Set(measure === 'growth' ? targets.flat().flatMap(({ direction }) => direction ?? []) : [])
  const [first] = said
  return said.size === 1 && first ? first : null
}

/** The changes of a series, in the order of the draft; what was dropped last. One that joins two series stands with its new form. */
function changesOn({ targets }: IndicatorSeries, { baseline, draft, changeOf }: RowContext): TargetChange[] {
  const rights = draft === null ? [] : (targets[draft] ?? [])
  const lefts = baseline === null ? [] : (targets[baseline] ?? [])
  const found = [
    ...rights.flatMap((target) => changeOf.get(target) ?? []),
    ...lefts.flatMap((target) => changeOf.get(target) ?? []).filter(({ right }) => right === null),
  ]
  return [...new Set(found)]
}

function numberOf({ indexOf }: RowContext, document: number | null, target: Target): number {
  return (document === null ? undefined : indexOf[document]?.get(target)) ?? 0
}

/** The target to show first: that of the change, then what the document sets for the end of its own years, then its other words. */
function inOrder(
  targets: readonly Target[],
  document: number,
  changes: readonly TargetChange[],
  context: RowContext,
): Target[] {
  const own = context.analyses[document]?.facts.period?.to
  const changed = new Set(changes.flatMap(({ change, left, right }) => (change === 'same' ? [] : [left, right])))
  const rank = (target: Target): number => {
    const year = parsePeriod(target.period)?.to
    return (
      (target.kind === 'actual' ? 100 : target.kind === 'qualitative' ? 10 : 0) +
      (changed.has(target) ? 0 : 4) +
      (year !== undefined && year === own ? 0 : 2) +
      (target.inTable ? 1 : 0)
    )
  }
  return targets
    .map((target) => ({ target, rank: rank(target) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ target }) => target)
}

/** Figures that may be the one to reach, the likeliest first: what the draft shows, then the latest, of its place where there is a draft. */
function goalsOf(
  shown: readonly (readonly Target[])[],
  points: readonly SeriesPoint[],
  { draft, analyses }: RowContext,
): SeriesPoint[] {
  const wanted = draft === null ? undefined : shown[draft]?.[0]
  const rank = ({ target, document }: SeriesPoint) => (target === wanted ? 2 : document === draft ? 1 : 0)
  return points
    .map((point, index) => ({ point, index }))
    .filter(({ point: { kind, document } }) => {
      return kind === 'target' && (draft === null || isOfOnePlace(analyses[document]?.facts, analyses[draft]?.facts))
    })
    .sort((a, b) => rank(b.point) - rank(a.point) || b.point.year - a.point.year || b.index - a.index)
    .map(({ point }) => point)
}

/** How fast a level has to go to its target, by the results of the same place. A rate of growth is a pace itself. */
function paceOf(
  series: IndicatorSeries,
  shown: readonly (readonly Target[])[],
  points: readonly SeriesPoint[],
  context: RowContext,
): Pace | null {
  if (series.measure !== 'level') return null
  const { analyses, lexicon } = context
  const besides = (goal: SeriesPoint) =>
    points.filter(({ document }) => isOfOnePlace(analyses[document]?.facts, analyses[goal.document]?.facts))
  // What lies behind the latest result is a goal no longer.
  const goal = goalsOf(shown, points, context).find(({ year, document }) =>
    points.every(
      (point) =>
        point.kind === 'target' ||
        point.year < year ||
        !isOfOnePlace(analyses[point.document]?.facts, analyses[document]?.facts),
    ),
  )
  const entry = series.canonical === null ? undefined : indexLexicon(lexicon).byCanonical.get(series.canonical)
  return goal ? paceTo(goal, besides(goal), series.unit, entry?.polarity ?? 'none') : null
}

function progressOf(
  series: IndicatorSeries,
  shown: readonly (readonly Target[])[],
  points: readonly SeriesPoint[],
  context: RowContext,
): Progress | null {
  if (series.measure === 'level') return null
  const { analyses } = context
  const goals = goalsOf(shown, points, context).filter(({ target, document }) =>
    isTotal(target, analyses[document]?.text ?? ''),
  )
  const place = analyses[goals[0]?.document ?? 0]?.facts
  return progressTo(goals, series, analyses, (document) => isOfOnePlace(analyses[document]?.facts, place))
}

function toMatrixChange(
  { change, also, ambition, delta, left, right }: TargetChange,
  context: RowContext,
): MatrixChange {
  return {
    change,
    also,
    ambition,
    delta,
    left: left && numberOf(context, context.baseline, left),
    right: right && numberOf(context, context.draft, right),
  }
}

function toPoint(point: SeriesPoint, context: RowContext): MatrixPoint {
  return { ...point, target: numberOf(context, point.document, point.target) }
}

function toPace(pace: Pace | null, context: RowContext): MatrixPace | null {
  if (!pace) return null
  const { from, to, past, ...rest } = pace
  return {
    ...rest,
    from: toPoint(from, context),
    to: toPoint(to, context),
    past: past && { ...past, from: toPoint(past.from, context), to: toPoint(past.to, context) },
  }
}

function toProgress(progress: Progress | null, context: RowContext): MatrixProgress | null {
  if (!progress) return null
  const number = <T extends { document: number; target: Target }>(figure: T) => ({
    ...figure,
    target: numberOf(context, figure.document, figure.target),
  })
  return { ...progress, goal: number(progress.goal), parts: progress.parts.map(number) }
}

/** By category, then as the lexicon lists them; what it does not know in the order of the texts, those of the draft first. */
function placeOf(row: MatrixRow, { lexicon, draft }: RowContext): readonly [number, number] {
  const category = CATEGORIES.indexOf(row.category)
  const known = lexicon.indicators.findIndex(({ name }) => name === row.canonical)
  const inDraft = draft === null ? undefined : row.cells[draft]?.[0]
  const first = row.cells.findIndex((cell) => cell.length > 0)
  const unknown = 100_000 + (inDraft ?? 10_000 * (first + 1) + (row.cells[first]?.[0] ?? 0))
  const last = row.category === OTHER_CATEGORY ? CATEGORIES.length + 1 : CATEGORIES.length
  return [category < 0 ? last : category, known < 0 ? unknown : known]
}
