import { similarity } from '../../shared/review/similarity.ts'
import type { DocumentFields, DocumentRecord } from '../db/records.ts'

/** Titles this alike, stage words aside, are taken for the same plan. */
const SAME_TITLE = 0.85

/** Stages, years of drafting, brackets and blanks say which version it is, not which document. */
function bareTitle(title: string): string {
  return title
    .replace(/[（(【〔[][^）)】〕\]]{0,12}[）)】〕\]]/g, '')
    .replace(/(?:初|讨论|征求意见|送审|报批|审议|印发|公布|修改|定)稿|草案/g, '')
    .replace(/[\s《》“”"'·—-]/g, '')
}

/** Both known and different: these are two documents however alike their titles (reports of two years, plans of two cities). */
function contradict(a: DocumentFields, b: DocumentFields): boolean {
  const differ = (x: unknown, y: unknown) => x !== null && y !== null && x !== y
  return (
    differ(a.periodFrom, b.periodFrom) ||
    differ(a.periodTo, b.periodTo) ||
    differ(a.region, b.region) ||
    (a.kind !== 'other' && b.kind !== 'other' && a.kind !== b.kind)
  )
}

/** Same kind, region and period, all of them known. Several special plans of one city share these, so the title must fit too. */
function sameFacts(a: DocumentFields, b: DocumentFields): boolean {
  const unique = a.kind === 'five-year-plan' || a.kind === 'government-report'
  return (
    unique &&
    a.kind === b.kind &&
    a.region !== null &&
    a.region === b.region &&
    a.periodFrom !== null &&
    a.periodFrom === b.periodFrom
  )
}

/** The document of the library that this reading looks like a further version of, or null. */
export function findSameDocument(fields: DocumentFields, documents: readonly DocumentRecord[]): string | null {
  const candidates = documents.filter((document) => !document.removed && !contradict(fields, document))
  const title = bareTitle(fields.title)
  const scored = candidates
    .map((document) => ({ document, score: similarity(title, bareTitle(document.title)) }))
    .filter(({ document, score }) => sameFacts(fields, document) || score >= SAME_TITLE)
    .toSorted((a, b) => b.score - a.score)
  return scored[0]?.document.id ?? null
}
