import type { DocumentFacts } from '../outline/document-facts.ts'
import { nameKey } from './canonical.ts'
import { compareNames, type NameFeatures, nameFeatures } from './name-similarity.ts'
import type { Measure, Target } from './target.ts'
import type { TargetChange } from './target-change.ts'
import { comparableUnits, parseUnit, type Unit } from './units.ts'

/** One document's targets as a series sees them. */
export interface SeriesDocument {
  readonly targets: readonly Target[]
  readonly facts: DocumentFacts
}

/** One indicator through several documents. */
export interface IndicatorSeries {
  /** The lexicon's name, or the one that the latest document writes. */
  readonly indicator: string
  readonly canonical: string | null
  readonly measure: Measure
  /** What is counted, where that makes it another figure (常住, 规模以上); null otherwise. */
  readonly scope: string | null
  readonly unit: string
  /** For each document its targets and results of this indicator, in text order. */
  readonly targets: readonly (readonly Target[])[]
}

/** Names that the lexicon does not know are one indicator from here on; more is asked than of a pair, since nothing else speaks for it. */
const LEAST_SIMILARITY = 0.8

/**
 * Groups the targets of any number of documents by what they measure: the lexicon's name, else the likeness of names, with the
 * measure, the kind of unit and the scope. Every target is in exactly one series. A pair in `changes` that was found to be one
 * indicator (of two of the documents) brings its series together; one redefined stands with its new form.
 */
export function indicatorSeries(
  documents: readonly SeriesDocument[],
  changes: readonly TargetChange[] = [],
): IndicatorSeries[] {
  const clusters = new Clusters(documents.length)
  // Goals without a number join what has one, so they come last.
  for (const numbered of [true, false])
    documents.forEach(({ targets }, document) => {
      for (const target of targets) if ((target.value !== null) === numbered) clusters.put(target, document)
    })
  for (const list of clusters.all.flatMap(({ targets }) => targets)) list.sort((a, b) => a.start - b.start)
  joinPairs(changes, clusters.all)
  return clusters.all.filter(({ targets }) => targets.some((list) => list.length > 0)).map(toSeries)
}

interface Cluster {
  canonical: string | null
  readonly measure: Measure
  readonly name: NameFeatures
  scope: string | null
  unit: Unit | null
  readonly targets: Target[][]
}

/** Clusters by what a target may know them by: the lexicon's name, and how their own name begins and ends. */
class Clusters {
  readonly all: Cluster[] = []
  readonly #found = new Map<string, Cluster[]>()
  readonly #documents: number

  constructor(documents: number) {
    this.#documents = documents
  }

  put(target: Target, document: number): void {
    const name = nameFeatures(target.indicator)
    const unit = target.value === null ? null : parseUnit(target.unit)
    const cluster = this.#best(target, name, unit) ?? this.#make(target, name, unit)
    cluster.scope ??= basisOf(target)
    cluster.unit ??= unit
    cluster.targets[document]?.push(target)
    if (cluster.canonical === null && target.canonical !== null) this.#name(cluster, target.canonical)
  }

  /** A cluster that began under a name of its own text is found by the lexicon's from here on. */
  #name(cluster: Cluster, canonical: string): void {
    cluster.canonical = canonical
    const key = `=${canonical}`
    this.#found.set(key, [...(this.#found.get(key) ?? []), cluster])
  }

  #best(target: Target, name: NameFeatures, unit: Unit | null): Cluster | null {
    let best: Cluster | null = null
    let most = 0
    for (const cluster of new Set(keysOf(target, name).flatMap((key) => this.#found.get(key) ?? []))) {
      if (!mayHold(cluster, target, unit)) continue
      const likeness = likenessOf(cluster, target, name)
      if (likeness < LEAST_SIMILARITY || likeness <= most) continue
      best = cluster
      most = likeness
    }
    return best
  }

  #make(target: Target, name: NameFeatures, unit: Unit | null): Cluster {
    const { canonical, measure } = target
    const targets: Target[][] = Array.from({ length: this.#documents }, () => [])
    const made: Cluster = { canonical, measure, name, scope: null, unit, targets }
    this.all.push(made)
    for (const key of keysOf(target, name)) {
      const known = this.#found.get(key)
      if (known) known.push(made)
      else this.#found.set(key, [made])
    }
    return made
  }
}

/** Two names that are one indicator have the lexicon's name, the beginning or the end in common. */
function keysOf({ canonical }: Target, { key }: NameFeatures): string[] {
  const own = [`^${key.slice(0, 2)}`, `${key.slice(-2)}$`]
  return canonical === null ? own : [...own, `=${canonical}`]
}

function mayHold(cluster: Cluster, target: Target, unit: Unit | null): boolean {
  const scope = basisOf(target)
  if (scope !== null && cluster.scope !== null && scope !== cluster.scope) return false
  // A goal without a number says nothing of measure and unit.
  if (unit === null) return true
  if (cluster.unit === null) return true
  return cluster.measure === target.measure && comparableUnits(cluster.unit, unit)
}

function likenessOf(cluster: Cluster, target: Target, name: NameFeatures): number {
  if (target.canonical !== null && cluster.canonical !== null) return target.canonical === cluster.canonical ? 1 : 0
  return compareNames(cluster.name, name)
}

/** Scopes that change what is counted; 全市 and 全社会 only say whose figure it is. */
function basisOf({ scope }: Target): string | null {
  return scope === null || scope.startsWith('全') || scope.startsWith('我') ? null : scope
}

function joinPairs(changes: readonly TargetChange[], clusters: readonly Cluster[]): void {
  const of = new Map(clusters.flatMap((cluster) => cluster.targets.flat().map((target) => [target, cluster] as const)))
  for (const { left, right } of changes) {
    const from = left && of.get(left)
    const to = right && of.get(right)
    if (!from || !to || from === to) continue
    const whole = sameKind(from, to)
    from.targets.forEach((list, document) => {
      const moved = whole ? list : list.filter((target) => target === left)
      for (const target of moved) of.set(target, to)
      to.targets[document] = [...(to.targets[document] ?? []), ...moved].sort((a, b) => a.start - b.start)
      from.targets[document] = list.filter((target) => !moved.includes(target))
    })
  }
}

/** Two forms of one name, rather than another indicator in its stead. */
function sameKind(a: Cluster, b: Cluster): boolean {
  if (a.canonical !== null && b.canonical !== null && a.canonical !== b.canonical) return false
  if (a.unit === null || b.unit === null) return true
  return a.measure === b.measure && comparableUnits(a.unit, b.unit) && compareNames(a.name, b.name) > 0
}

function toSeries({ canonical, measure, scope, targets, unit }: Cluster): IndicatorSeries {
  const all = targets.flat()
  const latest = all.findLast((target) => target.kind !== 'actual') ?? all.at(-1)
  const known = canonical ?? all.find((target) => target.canonical !== null)?.canonical ?? null
  const written = latest?.indicator ?? ''
  return {
    indicator: known ?? written,
    canonical: known,
    measure: latest?.value == null ? measure : latest.measure,
    scope,
    unit: unit === null ? '' : commonest(all.flatMap((target) => (target.value === null ? [] : target.unit))),
    targets,
  }
}

/** The unit that most figures are written in; of equals the one that comes last. */
function commonest(units: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const unit of units) {
    const count = counts.get(unit) ?? 0
    counts.delete(unit)
    counts.set(unit, count + 1)
  }
  const most = Math.max(...counts.values())
  return [...counts].findLast(([, count]) => count === most)?.[0] ?? ''
}

/** What a series is called apart from others, stable over comparisons: `地区生产总值 level 亿元`. */
export function seriesKey({ canonical, indicator, measure, scope, unit }: IndicatorSeries): string {
  return [canonical ?? nameKey(indicator), measure, parseUnit(unit).kind, scope ?? ''].join(' ')
}
