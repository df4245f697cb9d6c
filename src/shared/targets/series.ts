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

interface Cluster {
  readonly canonical: string | null
  readonly measure: Measure
  readonly name: NameFeatures
  scope: string | null
  unit: Unit | null
  readonly targets: Target[][]
}

/**
 * Groups the targets of any number of documents by what they measure: the lexicon's name, else the likeness of names, with the
 * measure, the kind of unit and the scope. Every target is in exactly one series. A pair in `changes` that was found to be one
 * indicator (of two of the documents) brings its series together; one redefined stands with its new form.
 */
export function indicatorSeries(
  documents: readonly SeriesDocument[],
  changes: readonly TargetChange[] = [],
): IndicatorSeries[] {
  const clusters: Cluster[] = []
  documents.forEach(({ targets }, document) => {
    // Goals without a number join what has one, so they come last.
    for (const numbered of [true, false])
      for (const target of targets)
        if ((target.value !== null) === numbered)
          clusterFor(target, clusters, documents.length).targets[document]?.push(target)
  })
  for (const change of changes) joinPair(change, clusters)
  return clusters.filter(({ targets }) => targets.some((list) => list.length > 0)).map(toSeries)
}

function clusterFor(target: Target, clusters: Cluster[], documents: number): Cluster {
  const name = nameFeatures(target.indicator)
  const unit = target.value === null ? null : parseUnit(target.unit)
  const found = bestCluster(target, name, unit, clusters)
  if (found) {
    found.scope ??= basisOf(target)
    found.unit ??= unit
    return found
  }
  const made: Cluster = {
    canonical: target.canonical,
    measure: target.measure,
    name,
    scope: basisOf(target),
    unit,
    targets: Array.from({ length: documents }, () => []),
  }
  clusters.push(made)
  return made
}

function bestCluster(
  target: Target,
  name: NameFeatures,
  unit: Unit | null,
  clusters: readonly Cluster[],
): Cluster | null {
  let best: { cluster: Cluster; likeness: number } | null = null
  for (const cluster of clusters) {
    if (!mayHold(cluster, target, unit)) continue
    const likeness = likenessOf(cluster, target, name)
    if (likeness >= LEAST_SIMILARITY && likeness > (best?.likeness ?? 0)) best = { cluster, likeness }
  }
  return best?.cluster ?? null
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

function joinPair({ left, right }: TargetChange, clusters: Cluster[]): void {
  if (!left || !right) return
  const from = clusters.find((cluster) => cluster.targets.some((list) => list.includes(left)))
  const to = clusters.find((cluster) => cluster.targets.some((list) => list.includes(right)))
  if (!from || !to || from === to) return
  const whole = sameKind(from, to)
  from.targets.forEach((list, document) => {
    const moved = whole ? list : list.filter((target) => target === left)
    to.targets[document]?.push(...moved)
    to.targets[document]?.sort((a, b) => a.start - b.start)
    from.targets[document] = list.filter((target) => !moved.includes(target))
  })
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
    unit: unit === null ? '' : (all.findLast((target) => target.value !== null)?.unit ?? ''),
    targets,
  }
}

/** What a series is called apart from others, stable over comparisons: `地区生产总值 level 亿元`. */
export function seriesKey({ canonical, indicator, measure, scope, unit }: IndicatorSeries): string {
  return [canonical ?? nameKey(indicator), measure, parseUnit(unit).kind, scope ?? ''].join(' ')
}
