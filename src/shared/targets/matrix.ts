import type { Finding, FindingCode } from '../checks/finding.ts'
import type { Analysis } from '../comparison/comparison.ts'
import type { Range } from '../text/range.ts'
import { sentenceAround } from '../text/sentence-around.ts'
import { indexLexicon } from './canonical.ts'
import type { IndicatorEntry, Lexicon } from './lexicon.ts'
import { type Pace, paceTo, pointsOf, type SeriesPoint } from './pace.ts'
import { pairTargets } from './pair.ts'
import { type IndicatorSeries, indicatorSeries, seriesKey } from './series.ts'
import type { Target } from './target.ts'
import type { TargetChange } from './target-change.ts'
import { parsePeriod } from './time-words.ts'

/** Category of indicators that the lexicon does not know. */
export const OTHER_CATEGORY = '其他'
/** In the order of the screen; what the user's lexicon adds stands behind them. */
const CATEGORIES = ['经济', '创新', '民生', '绿色', '安全']

/** A target with the sentence it stands in and the number of its line. */
export interface StatedTarget extends Target {
  readonly sentence: string
  readonly sentenceStart: number
  readonly line: number
}

type Indexed<T> = { readonly [K in keyof T]: T[K] extends SeriesPoint ? MatrixPoint : T[K] }

export interface MatrixPoint extends Omit<SeriesPoint, 'target'> {
  /** Index among the targets of its document. */
  readonly target: number
}

export interface MatrixPace extends Indexed<Omit<Pace, 'past'>> {
  readonly past: Indexed<NonNullable<Pace['past']>> | null
}

export interface MatrixChange extends Omit<TargetChange, 'left' | 'right' | 'alsoAt'> {
  readonly left: number | null
  readonly right: number | null
}

export interface MatrixRow {
  readonly key: string
  readonly indicator: string
  readonly canonical: string | null
  readonly category: string
  readonly synonyms: string[]
  readonly polarity: IndicatorEntry['polarity']
  readonly note: string
  readonly measure: Target['measure']
  readonly scope: string | null
  readonly unit: string
  readonly cells: number[][]
  readonly changes: MatrixChange[]
  readonly points: MatrixPoint[]
  readonly pace: MatrixPace | null
  /** What checks found in the documents where they state this indicator. */
  readonly findings: MatrixFinding[]
}

export interface MatrixFinding extends Pick<Finding, 'code' | 'severity' | 'message'>, Range {
  readonly document: number
  /** The words it stands at. */
  readonly quote: string
}

export interface MatrixInput {
  readonly analyses: readonly Analysis[]
  /** Indexes of the pair whose changes are shown. */
  readonly baseline: number | null
  readonly draft: number | null
}

/** Rows of the targets matrix: one an indicator, grouped by category, with the changes from the baseline to the draft. */
export function targetsMatrix(input: MatrixInput, lexicon: Lexicon): MatrixRow[] {
  const { analyses } = input
  const changes = changesOf(input, lexicon)
  const indexOf = analyses.map(({ targets }) => new Map(targets.map((target, index) => [target, index])))
  const changeOf = new Map(changes.flatMap((change) => [change.left, change.right].map((target) => [target, change])))
  const context = { ...input, changeOf, indexOf, lexicon }
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
  // A rate of growth is a pace itself.
  const goal = series.measure === 'level' ? goalOf(shown, points, context) : null
  const pace = goal && paceTo(goal, points, series.unit, entry?.polarity ?? 'none')
  return {
    key: seriesKey(series),
    indicator: series.indicator,
    canonical: series.canonical,
    category: entry?.category ?? OTHER_CATEGORY,
    synonyms: [...(entry?.synonyms ?? [])],
    polarity: entry?.polarity ?? 'none',
    note: entry?.note ?? '',
    measure: series.measure,
    scope: series.scope,
    unit: series.unit,
    cells: shown.map((targets, document) => targets.map((target) => numberOf(context, document, target))),
    changes: changes.map((change) => toMatrixChange(change, context)),
    points: points.map((point) => toPoint(point, context)),
    pace: pace && toPace(pace, context),
    findings: series.targets.flatMap((targets, document) => findingsOn(targets, document, context)),
  }
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

/** The point that the pace leads to: what the draft shows, else the latest document that sets a figure. */
function goalOf(
  shown: readonly (readonly Target[])[],
  points: readonly SeriesPoint[],
  { draft }: RowContext,
): SeriesPoint | null {
  const known = Math.max(...points.map((point) => (point.kind === 'actual' ? point.year : 0)))
  // What lies behind the latest result is a goal no longer.
  const goals = points.filter((point) => point.kind === 'target' && point.year > known)
  const wanted = draft === null ? undefined : shown[draft]?.[0]
  const own = goals.find((point) => point.target === wanted)
  const later = (last: SeriesPoint | null, point: SeriesPoint) =>
    last === null || point.year >= last.year ? point : last
  return own ?? goals.reduce<SeriesPoint | null>(later, null)
}

/** Checks of figures: what they found concerns the indicators whose figures they read. */
const ON_FIGURES: ReadonlySet<FindingCode> = new Set([
  'inconsistent-value',
  'growth-mismatch',
  'sum-mismatch',
  'table-mismatch',
  'yearly-total',
  'off-path',
  'upper-unmet',
])

function findingsOn(targets: readonly Target[], document: number, { analyses }: RowContext): MatrixFinding[] {
  const { text = '', findings = [] } = analyses[document] ?? {}
  const touches = (range: Range) => targets.some(({ start, end }) => start < range.end && range.start < end)
  return findings
    .filter((finding) => ON_FIGURES.has(finding.code) && [finding, ...finding.related].some(touches))
    .map(({ code, severity, message, start, end }) => ({
      document,
      code,
      severity,
      message,
      start,
      end,
      quote: text.slice(start, end),
    }))
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

function toPace({ from, to, past, ...pace }: Pace, context: RowContext): MatrixPace {
  return {
    ...pace,
    from: toPoint(from, context),
    to: toPoint(to, context),
    past: past && { ...past, from: toPoint(past.from, context), to: toPoint(past.to, context) },
  }
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

/** Targets of one text with their sentences. */
export function statedTargets({ text, targets }: Pick<Analysis, 'text' | 'targets'>): StatedTarget[] {
  const lineOf = lineCounter(text)
  return targets.map((target) => {
    const around: Range = sentenceAround(text, target)
    return {
      ...target,
      sentence: text.slice(around.start, around.end),
      sentenceStart: around.start,
      line: lineOf(target.start),
    }
  })
}

function lineCounter(text: string): (offset: number) => number {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (offset) => {
    const after = starts.findIndex((start) => start > offset)
    return after < 0 ? starts.length : after
  }
}
