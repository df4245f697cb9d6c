import type { DocumentSummary, VersionSummary } from '../../../lib/library.ts'
import type { Pair, SideRef } from '../../../lib/versions.ts'

export const GROUPS = ['past', 'compared', 'reference'] as const
/** 以往, 本次比对, 参照. */
export type Group = (typeof GROUPS)[number]

/** The documents of the matrix in the order of its columns. */
export interface Columns {
  readonly past: readonly SideRef[]
  readonly baseline: SideRef | null
  readonly draft: SideRef | null
  readonly references: readonly SideRef[]
}

export const NO_COLUMNS: Columns = { past: [], baseline: null, draft: null, references: [] }

/** How many documents are shown unasked. */
const MOST_UNASKED = 8

export function sameSide(a: SideRef | null, b: SideRef | null): boolean {
  return a !== null && b !== null && sideKey(a) === sideKey(b)
}

/** `version:…` or `draft:…`. */
export function sideKey(side: SideRef): string {
  return side.type === 'version' ? `version:${side.versionId}` : `draft:${side.draftId}`
}

/** A text that can be a column, with the document it belongs to. */
export interface Choice {
  readonly side: SideRef
  readonly document: DocumentSummary
  /** The version, or the one that the draft was begun from. */
  readonly version: VersionSummary | null
}

/** Every text of the library that can be a column: a document's draft before its versions, newest first. */
export function choicesOf(documents: readonly DocumentSummary[]): Choice[] {
  return documents.flatMap((document) => {
    const { draft, versions } = document
    const base = versions.find(({ id }) => id === draft?.baseVersionId) ?? null
    const own: Choice[] = draft ? [{ side: { type: 'draft', draftId: draft.id }, document, version: base }] : []
    return [
      ...own,
      ...versions.map((version) => ({ side: { type: 'version', versionId: version.id }, document, version }) as const),
    ]
  })
}

/** All sides in the order of the columns, with their groups. */
export function listColumns({ past, baseline, draft, references }: Columns): { side: SideRef; group: Group }[] {
  const compared = [baseline, draft].filter((side) => side !== null)
  return [
    ...past.map((side) => ({ side, group: 'past' as const })),
    ...compared.map((side) => ({ side, group: 'compared' as const })),
    ...references.map((side) => ({ side, group: 'reference' as const })),
  ]
}

const LEVELS = ['nation', 'province', 'city', 'county']

/** A plan of a higher level, or of another place, is held against the draft; what stands in its own line lies behind it. */
export function groupOf(document: DocumentSummary, draft: DocumentSummary | undefined): 'past' | 'reference' {
  if (!draft) return 'past'
  const higher =
    document.level !== null && draft.level !== null && LEVELS.indexOf(document.level) < LEVELS.indexOf(draft.level)
  const elsewhere = document.region !== null && draft.region !== null && document.region !== draft.region
  return higher || elsewhere ? 'reference' : 'past'
}

/** By the years a text speaks of, a plan before the reports of its years, then by when it was written. */
export function inOrder(sides: readonly SideRef[], documents: readonly DocumentSummary[]): SideRef[] {
  const choices = new Map(choicesOf(documents).map((choice) => [sideKey(choice.side), choice]))
  const rank = (side: SideRef): readonly [number, number, string] => {
    const choice = choices.get(sideKey(side))
    const { periodFrom, periodTo } = choice?.document ?? {}
    // A plan and the report of its first year: the plan, which the year is held against.
    return [periodFrom ?? 9999, -(periodTo ?? 0), side.type === 'draft' ? '9999' : (choice?.version?.date ?? '')]
  }
  return sides.toSorted((a, b) => {
    const [[fromA, toA, dateA], [fromB, toB, dateB]] = [rank(a), rank(b)]
    return fromA - fromB || toA - toB || dateA.localeCompare(dateB)
  })
}

/** What is shown when nothing was chosen: the comparison at hand, and the newest text of every other document beside it. */
export function defaultColumns(documents: readonly DocumentSummary[], pair: Pair | null): Columns {
  const compared: SideRef[] = pair ? [{ type: 'version', versionId: pair.leftVersionId }, pair.right] : []
  const owners = new Set(compared.map((side) => ownerOf(side, documents)?.id))
  const draft = pair ? ownerOf(pair.right, documents) : undefined
  const others = documents
    .filter((document) => !owners.has(document.id) && document.versions.length > 0)
    .slice(0, MOST_UNASKED - compared.length)
  const newest = (group: Group) =>
    inOrder(
      others
        .filter((document) => groupOf(document, draft) === group)
        .flatMap(({ versions: [version] }) => (version ? [{ type: 'version', versionId: version.id } as const] : [])),
      documents,
    )
  return {
    past: newest('past'),
    baseline: compared[0] ?? null,
    draft: compared[1] ?? null,
    references: newest('reference'),
  }
}

export function ownerOf(side: SideRef, documents: readonly DocumentSummary[]): DocumentSummary | undefined {
  return documents.find(({ draft, versions }) =>
    side.type === 'draft' ? draft?.id === side.draftId : versions.some(({ id }) => id === side.versionId),
  )
}

/** Without what no longer stands in the library: versions removed, drafts sealed. */
export function standing(columns: Columns, documents: readonly DocumentSummary[]): Columns {
  const stands = (side: SideRef | null): side is SideRef => side !== null && ownerOf(side, documents) !== undefined
  return {
    past: columns.past.filter(stands),
    baseline: stands(columns.baseline) ? columns.baseline : null,
    draft: stands(columns.draft) ? columns.draft : null,
    references: columns.references.filter(stands),
  }
}

/** Without a text, wherever it stands. */
export function without(columns: Columns, side: SideRef): Columns {
  const keep = (each: SideRef) => !sameSide(each, side)
  return {
    past: columns.past.filter(keep),
    baseline: sameSide(columns.baseline, side) ? null : columns.baseline,
    draft: sameSide(columns.draft, side) ? null : columns.draft,
    references: columns.references.filter(keep),
  }
}

/** Adds a text where it belongs. */
export function withColumn(columns: Columns, side: SideRef, documents: readonly DocumentSummary[]): Columns {
  const rest = without(columns, side)
  const document = ownerOf(side, documents)
  const draft = rest.draft ? ownerOf(rest.draft, documents) : undefined
  if (document && groupOf(document, draft) === 'reference')
    return { ...rest, references: inOrder([...rest.references, side], documents) }
  return { ...rest, past: inOrder([...rest.past, side], documents) }
}

/** Makes a text the baseline or the draft; what stood there goes among the others. */
export function inRole(
  columns: Columns,
  role: 'baseline' | 'draft',
  side: SideRef,
  documents: readonly DocumentSummary[],
): Columns {
  const former = columns[role]
  const placed = { ...without(columns, side), [role]: side }
  return former && !sameSide(former, side) ? withColumn(placed, former, documents) : placed
}

/** One place to the left or the right among its own group. */
export function moved(columns: Columns, side: SideRef, step: 1 | -1): Columns {
  const shift = (sides: readonly SideRef[]): readonly SideRef[] => {
    const at = sides.findIndex((each) => sameSide(each, side))
    const other = sides[at + step]
    if (at < 0 || !other) return sides
    return sides.map((each, index) => (index === at ? other : index === at + step ? side : each))
  }
  return { ...columns, past: shift(columns.past), references: shift(columns.references) }
}

/** From 以往 to 参照, or back. */
export function regrouped(columns: Columns, side: SideRef): Columns {
  const isPast = columns.past.some((each) => sameSide(each, side))
  const rest = without(columns, side)
  return isPast ? { ...rest, references: [...rest.references, side] } : { ...rest, past: [...rest.past, side] }
}
