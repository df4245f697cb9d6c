import type { Period } from '../outline/document-facts.ts'
import type { SeriesPoint } from './pace.ts'
import type { IndicatorSeries, SeriesDocument } from './series.ts'
import type { Target } from './target.ts'
import { comparableUnits, parseUnit } from './units.ts'
import { isTotal, yearsCovered } from './years-covered.ts'

export interface ProgressDocument extends SeriesDocument {
  readonly text: string
}

/** A result that counts towards a total, with the years it covers. */
export interface ProgressPart extends Period {
  /** In the unit and the direction of the total; of several years what they make together, unless `each`. */
  readonly value: number
  /** The figure of each of its years: 五年年均. */
  readonly each: boolean
  readonly document: number
  readonly target: Target
}

/** How far a commitment over several years has come, and what each year left has to bring. */
export interface Progress extends Period {
  /** `sum`: years add up; `growth`, `fall`: they compound, in per cent. */
  readonly kind: 'sum' | 'growth' | 'fall'
  /** The total, in its own unit. */
  readonly goal: Pick<SeriesPoint, 'value' | 'document' | 'target'>
  readonly unit: string
  /** What was reached, one part after the other. */
  readonly parts: readonly ProgressPart[]
  /** Years gone by that no result speaks of. */
  readonly missing: readonly number[]
  readonly done: number
  /** null while years are missing: then nobody can say. Zero or less once the total is reached. */
  readonly remaining: number | null
  /** Years to come: after the newest result, and after what the newest document looks back on. */
  readonly years: number
  /** A year, over the years left; null where none is left or nobody can say. */
  readonly needed: number | null
  /** A year, over the years so far, else over the years before the period. */
  readonly past:
    | (Period & { readonly value: number /** Years of these that are known. */; readonly years: number })
    | null
  readonly tight: boolean
}

/** What asks for more than this many times the past pace is 偏紧. */
const TIGHT = 1.05
/** Years before a period that its pace is held against. */
const YEARS_BEFORE = 5

/**
 * Progress of a series towards its total: results of one year, of each year and of several are put together from the first year
 * on. `goals` are the points that may be the total, the first that is one counts; `isOwn` says which documents speak of the same place.
 */
export function progressTo(
  goals: readonly SeriesPoint[],
  series: IndicatorSeries,
  documents: readonly ProgressDocument[],
  isOwn: (document: number) => boolean,
): Progress | null {
  const total = goals.find(({ target, document }) => isTotal(target, documents[document]?.text ?? ''))
  const span = total && yearsCovered(total.target, documents[total.document]?.text ?? '')
  if (!total || !span || span.from === span.to || total.target.value === null) return null
  const { document, target } = total
  const goal = { value: target.value ?? 0, document, target }
  if (goal.value === 0) return null
  const results = partsOf(series, documents, target, span).filter((part) => isOwn(part.document))
  const kind = kindOf(target)
  const { parts, missing, known } = chain(results, span, lastYear(documents, isOwn))
  const years = span.to - known
  const done = totalOf(kind, parts)
  // Sums only grow: a total that the known years reach is reached, whatever the others brought.
  const isTold = missing.length === 0 || (kind === 'sum' && done >= goal.value)
  const remaining = isTold ? restOf(kind, goal.value, done) : null
  const needed = remaining === null || years === 0 ? null : eachYear(kind, Math.max(0, remaining), years)
  const past = pastOf(kind, parts, missing, results, span)
  const tight = needed !== null && past !== null && target.bound !== 'at-most' && needed > past.value * TIGHT
  return {
    kind,
    from: span.from,
    to: span.to,
    goal,
    unit: target.unit,
    parts,
    missing,
    done,
    remaining,
    years,
    needed,
    past,
    tight,
  }
}

function kindOf({ unit, measure, direction }: Target): Progress['kind'] {
  if (unit !== '%' || measure === 'addition') return 'sum'
  return direction === 'down' ? 'fall' : 'growth'
}

function partsOf(
  series: IndicatorSeries,
  documents: readonly ProgressDocument[],
  { unit: totalUnit, direction }: Target,
  span: Period,
): ProgressPart[] {
  const unit = parseUnit(totalUnit)
  return series.targets.flatMap((targets, document) =>
    targets.flatMap((target): ProgressPart[] => {
      const { text = '', facts } = documents[document] ?? {}
      const covered = yearsCovered(target, text)
      if (target.kind !== 'actual' || target.value === null || target.measure !== series.measure || !covered) return []
      const own = parseUnit(target.unit)
      // A result cannot cover years that its own document only plans.
      const begins = facts?.period?.from ?? Number.POSITIVE_INFINITY
      const shift = covered.from === covered.to ? Math.max(0, covered.to - begins + 1) : 0
      if (!comparableUnits(own, unit) || covered.to - shift >= begins) return []
      const to = covered.to - shift
      const from = covered.open && to >= span.from && to <= span.to ? span.from : covered.from - shift
      // A year in which it went the other way counts against it.
      const turned = direction !== undefined && target.direction !== undefined && target.direction !== direction
      const value = clean(((turned ? -1 : 1) * target.value * own.factor) / unit.factor)
      return [{ from, to, value, each: covered.each && from < to, document, target }]
    }),
  )
}

/** The last year that the newest of the documents can look back on. */
function lastYear(documents: readonly ProgressDocument[], isOwn: (document: number) => boolean): number {
  const begins = documents.map(({ facts }, document) => (isOwn(document) ? (facts.period?.from ?? 0) : 0))
  return Math.max(...begins) - 1
}

/** Results one after the other from the first year on: the longest that begins with a year, of equals the one of the last document. */
function chain(results: readonly ProgressPart[], span: Period, now: number) {
  const within = results.filter(({ from, to }) => from >= span.from && to <= span.to)
  const last = Math.max(span.from - 1, Math.min(now, span.to), ...within.map(({ to }) => to))
  const parts: ProgressPart[] = []
  const missing: number[] = []
  for (let year = span.from; year <= last; ) {
    const best = longest(within.filter(({ from }) => from === year))
    if (best) parts.push(best)
    else missing.push(year)
    year = (best?.to ?? year) + 1
  }
  return { parts, missing, known: last }
}

function longest(parts: readonly ProgressPart[]): ProgressPart | undefined {
  return parts.toSorted((a, b) => b.to - a.to || b.document - a.document)[0]
}

/** The total of parts: a sum, or per cent compounded. */
function totalOf(kind: Progress['kind'], parts: readonly ProgressPart[]): number {
  const yearsOf = ({ from, to, each }: ProgressPart) => (each ? to - from + 1 : 1)
  if (kind === 'sum') return clean(parts.reduce((sum, part) => sum + part.value * yearsOf(part), 0))
  const factor = parts.reduce((product, part) => product * grown(kind, part.value) ** yearsOf(part), 1)
  return percentOf(kind, factor)
}

function percentOf(kind: Progress['kind'], factor: number): number {
  return clean((kind === 'fall' ? 1 - factor : factor - 1) * 100)
}

function grown(kind: Progress['kind'], percent: number): number {
  return kind === 'fall' ? 1 - percent / 100 : 1 + percent / 100
}

function restOf(kind: Progress['kind'], goal: number, done: number): number {
  return kind === 'sum' ? clean(goal - done) : percentOf(kind, grown(kind, goal) / grown(kind, done))
}

function eachYear(kind: Progress['kind'], total: number, years: number): number {
  return kind === 'sum' ? clean(total / years) : percentOf(kind, grown(kind, total) ** (1 / years))
}

/** The pace of the years so far; before there are any, that of the years before the period. */
function pastOf(
  kind: Progress['kind'],
  parts: readonly ProgressPart[],
  missing: readonly number[],
  results: readonly ProgressPart[],
  span: Period,
): Progress['past'] {
  const before = parts.length > 0 ? parts : yearsBefore(results, span)
  const [first, last] = [before[0], before.at(-1)]
  if (!first || !last || (parts.length > 0 && missing.length > 0)) return null
  const years = before.reduce((sum, { from, to }) => sum + to - from + 1, 0)
  return { from: first.from, to: last.to, years, value: eachYear(kind, totalOf(kind, before), years) }
}

/** What is known of the years right before, without counting one twice. */
function yearsBefore(results: readonly ProgressPart[], span: Period): ProgressPart[] {
  const earlier = results.filter(({ from, to }) => from >= span.from - YEARS_BEFORE && to < span.from)
  const taken: ProgressPart[] = []
  for (const part of earlier.toSorted((a, b) => b.to - b.from - (a.to - a.from) || b.document - a.document))
    if (taken.every(({ from, to }) => part.to < from || part.from > to)) taken.push(part)
  return taken.sort((a, b) => a.from - b.from)
}

/** Rounds what binary fractions add. */
function clean(value: number): number {
  return Number(value.toPrecision(10))
}
