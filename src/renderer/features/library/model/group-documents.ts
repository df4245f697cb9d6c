import { DOCUMENT_KINDS, type DocumentKind } from '../../../../shared/outline/document-facts.ts'
import type { DocumentSummary } from '../../../lib/library.ts'

export interface PeriodGroup {
  /** null where the documents of the kind are listed without period heads, or the period is unknown. */
  readonly period: { readonly from: number; readonly to: number } | null
  readonly documents: readonly DocumentSummary[]
}

export interface KindGroup {
  readonly kind: DocumentKind
  readonly count: number
  readonly periods: readonly PeriodGroup[]
}

/** Whether all words of the query stand in what is known of a document: title, region, years, stages, authors, file names. */
export function matchesQuery(document: DocumentSummary, query: string, extra: string): boolean {
  const words = query.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return true
  const known = [
    document.title,
    document.region ?? '',
    document.periodFrom ?? '',
    document.periodTo ?? '',
    extra,
    ...document.versions.flatMap((version) => [
      version.author,
      version.sourceName ?? '',
      version.note,
      version.date ?? '',
    ]),
  ]
    .join('\n')
    .normalize('NFKC')
    .toLowerCase()
  return words.every((word) => known.includes(word))
}

/**
 * Documents by kind, in the fixed order of kinds, and within a kind by period, newest first. Only periods of several
 * years get a head of their own: yearly reports are one list, newest year first.
 */
export function groupDocuments(documents: readonly DocumentSummary[]): readonly KindGroup[] {
  return DOCUMENT_KINDS.flatMap((kind) => {
    const own = documents.filter((document) => document.kind === kind).sort(newestPeriodFirst)
    return own.length === 0 ? [] : [{ kind, count: own.length, periods: groupPeriods(own) }]
  })
}

function groupPeriods(documents: readonly DocumentSummary[]): readonly PeriodGroup[] {
  const groups: { period: PeriodGroup['period']; documents: DocumentSummary[] }[] = []
  for (const document of documents) {
    const period = periodHead(document)
    const last = groups.at(-1)
    if (last && last.period?.from === period?.from && last.period?.to === period?.to) last.documents.push(document)
    else groups.push({ period, documents: [document] })
  }
  return groups
}

function periodHead({ periodFrom, periodTo }: DocumentSummary): PeriodGroup['period'] {
  if (periodFrom === null || periodTo === null || periodFrom === periodTo) return null
  return { from: periodFrom, to: periodTo }
}

function newestPeriodFirst(a: DocumentSummary, b: DocumentSummary): number {
  const spans = Number(periodHead(b) !== null) - Number(periodHead(a) !== null)
  return (
    spans ||
    (b.periodTo ?? 0) - (a.periodTo ?? 0) ||
    (b.periodFrom ?? 0) - (a.periodFrom ?? 0) ||
    b.updatedAt.localeCompare(a.updatedAt)
  )
}
