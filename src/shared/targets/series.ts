import type { DocumentFacts } from '../outline/document-facts.ts'
import { findIndicator, indexLexicon } from './canonical.ts'
import { identityOf } from './identity.ts'
import type { Lexicon, Polarity } from './lexicon.ts'
import { compareNames, type NameFeatures, nameFeatures } from './name-similarity.ts'
import type { Measure, Target } from './target.ts'
import { comparableUnits, parseUnit, type UnitKind } from './units.ts'

/** One document of a series, under the id by which its cells are told apart. */
export interface SeriesDocument {
  readonly id: string
  readonly targets: readonly Target[]
  readonly facts: DocumentFacts
}

/** What one document says of an indicator, in the order of its text; empty where it says nothing. */
export interface SeriesCell {
  readonly document: string
  readonly targets: readonly Target[]
}

/** One indicator over all documents: 总量 and 增速, 常住 and 户籍 are rows of their own. */
export interface SeriesRow {
  /** Unique among the rows; for an indicator of the lexicon the same whatever the documents. */
  readonly key: string
  readonly canonical: string | null
  /** The lexicon's name, or the indicator as first written. */
  readonly name: string
  /** The lexicon's category; null for indicators that it does not know. */
  readonly category: string | null
  readonly polarity: Polarity | null
  readonly measure: Measure
  readonly unitKind: UnitKind
  /** One a document, in the order given. */
  readonly cells: readonly SeriesCell[]
}

/** Unknown names at least this alike are one indicator, unless one document uses both. */
const ALIKE = 0.7

interface Draft {
  readonly key: string
  readonly first: Target
  readonly name: NameFeatures
  readonly cells: Map<string, Target[]>
}

/**
 * The indicators of any number of documents, each in one row: by the lexicon's name, else by likeness of the names; of one measure,
 * comparable units and one basis. Rows stand in the order of their first target. Goals without a number are left out.
 */
export function indicatorSeries(documents: readonly SeriesDocument[], lexicon: Lexicon): SeriesRow[] {
  const index = indexLexicon(lexicon)
  const drafts: Draft[] = []
  const byKey = new Map<string, Draft[]>()
  for (const { id, targets } of documents)
    for (const target of targets) {
      if (target.value === null) continue
      const base = `${identityOf(target)}|${target.measure}|${target.direction ?? ''}|${basisOf(target)}`
      const draft = draftFor(target, id, { base, drafts, byKey })
      const cell = draft.cells.get(id)
      if (cell === undefined) draft.cells.set(id, [target])
      else cell.push(target)
    }
  return drafts.map((draft) => {
    const { first } = draft
    const entry = first.canonical === null ? null : findIndicator(index, first.canonical)
    return {
      key: draft.key,
      canonical: first.canonical,
      name: first.canonical ?? first.indicator,
      category: entry?.category ?? null,
      polarity: entry?.polarity ?? null,
      measure: first.measure,
      unitKind: parseUnit(first.unit).kind,
      cells: documents.map(({ id }) => ({ document: id, targets: draft.cells.get(id) ?? [] })),
    }
  })
}

interface Growing {
  readonly base: string
  readonly drafts: Draft[]
  readonly byKey: Map<string, Draft[]>
}

function draftFor(target: Target, id: string, { base, drafts, byKey }: Growing): Draft {
  const known = byKey.get(base) ?? []
  const fits = ({ first }: Draft): boolean => comparableUnits(parseUnit(first.unit), parseUnit(target.unit))
  const same = known.find(fits) ?? (target.canonical === null ? mostAlike(target, id, drafts.filter(fits)) : null)
  if (same !== null) return same
  // 公里 and 座 of one name are two rows.
  const key = known.length === 0 ? base : `${base}|${parseUnit(target.unit).text}`
  const draft = { key, first: target, name: nameFeatures(target.indicator), cells: new Map<string, Target[]>() }
  drafts.push(draft)
  byKey.set(base, [...known, draft])
  return draft
}

/** The row of an unknown indicator whose name is most like it, and which this document does not have under another name. */
function mostAlike(target: Target, id: string, drafts: readonly Draft[]): Draft | null {
  const name = nameFeatures(target.indicator)
  let best: Draft | null = null
  let most = ALIKE
  for (const draft of drafts) {
    if (draft.first.canonical !== null || !isOneMeasure(draft.first, target) || draft.cells.has(id)) continue
    const alike = compareNames(draft.name, name)
    if (alike >= most && (best === null || alike > most)) {
      best = draft
      most = alike
    }
  }
  return best
}

function isOneMeasure(a: Target, b: Target): boolean {
  return a.measure === b.measure && (a.direction ?? '') === (b.direction ?? '') && basisOf(a) === basisOf(b)
}

/** Scopes that change what is counted; 全市 says only whose figure it is. */
function basisOf({ scope }: Target): string {
  return scope !== null && /^(?:户籍|常住|规上|规模以上|不变价|限额以上)$/.test(scope) ? scope : ''
}
