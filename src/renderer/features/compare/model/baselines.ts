import { MOST_BASELINES } from '../../../../shared/comparison/passage-history.ts'
import type { Stage } from '../../../../shared/outline/document-facts.ts'
import type { DocumentSummary, VersionSummary } from '../../../lib/library.ts'
import { shortTitle } from '../../../lib/short-title.ts'

/** A text that the draft can be held against. */
export interface Baseline {
  readonly document: DocumentSummary
  readonly version: VersionSummary
}

/** What stands on the right: the version, or the one that the draft was begun from. */
export interface DraftSide {
  readonly documentId: string
  readonly versionId: string
  readonly isDraft: boolean
}

/** How many of each are proposed unasked: the stages before, plans of the years before, those above, yearly reports. */
const PROPOSED = { stages: 3, before: 1, above: 2, reports: 2 } as const
const LEVELS = ['nation', 'province', 'city', 'county']

/** Every version but the one that is being compared itself. */
export function baselineChoices(documents: readonly DocumentSummary[], right: DraftSide): Baseline[] {
  return documents.flatMap((document) =>
    document.versions
      .filter(({ id }) => right.isDraft || id !== right.versionId)
      .map((version) => ({ document, version })),
  )
}

/** What a draft has to answer to as far as the library knows: its own stages, the plan before, the plans above, the reports of its place. */
export function proposedBaselines(documents: readonly DocumentSummary[], right: DraftSide): string[] {
  const own = documents.find(({ id }) => id === right.documentId)
  if (!own) return []
  const at = own.versions.findIndex(({ id }) => id === right.versionId)
  const stages = own.versions.slice(right.isDraft ? at : at + 1).slice(0, PROPOSED.stages)
  const others = documents.filter(({ id, versions }) => id !== own.id && versions.length > 0).toSorted(byYearDown)
  const here = others.filter((each) => isOfPlace(each, own))
  const isReport = ({ kind }: DocumentSummary) => kind === 'government-report'
  const began = own.periodFrom ?? Number.POSITIVE_INFINITY
  const before = here.filter((each) => !isReport(each) && each.kind === own.kind && (each.periodTo ?? 0) < began)
  const above = others.filter((each) => isAbove(each, own) && overlaps(each, own))
  const documentsProposed = [
    ...before.slice(0, PROPOSED.before),
    ...above.slice(0, PROPOSED.above),
    ...here.filter(isReport).slice(0, PROPOSED.reports),
  ]
  return [...stages, ...documentsProposed.flatMap(({ versions: [newest] }) => newest ?? [])].map(({ id }) => id)
}

function byYearDown(a: DocumentSummary, b: DocumentSummary): number {
  return (b.periodTo ?? 0) - (a.periodTo ?? 0)
}

/** A plan of the nation names no region. */
function isOfPlace({ region, level }: DocumentSummary, own: DocumentSummary): boolean {
  return region === own.region && (region !== null || (level !== null && level === own.level))
}

function isAbove(document: DocumentSummary, own: DocumentSummary): boolean {
  if (document.level === null || own.level === null) return false
  return LEVELS.indexOf(document.level) < LEVELS.indexOf(own.level)
}

function overlaps(a: DocumentSummary, b: DocumentSummary): boolean {
  if (a.periodFrom === null || a.periodTo === null || b.periodFrom === null || b.periodTo === null) return true
  return a.periodFrom <= b.periodTo && b.periodFrom <= a.periodTo
}

/**
 * The baselines of a draft, oldest first: those chosen (null: those proposed) that still stand in the library, and the one on the
 * left, which is always among them.
 */
export function baselinesOf(
  documents: readonly DocumentSummary[],
  right: DraftSide,
  leftVersionId: string,
  chosen: readonly string[] | null,
): Baseline[] {
  const kept = (chosen ?? proposedBaselines(documents, right)).filter((id) => id !== leftVersionId)
  const wanted = new Set([leftVersionId, ...kept.slice(0, MOST_BASELINES - 1)])
  return inTime(baselineChoices(documents, { ...right, isDraft: true }).filter(({ version }) => wanted.has(version.id)))
}

/** Oldest first: by the day of a version, else of those beside it, else the year its document begins with. */
export function inTime(baselines: readonly Baseline[]): Baseline[] {
  return baselines.toSorted((a, b) => {
    if (a.document.id === b.document.id) return orderOf(b) - orderOf(a)
    return dayOf(a).localeCompare(dayOf(b)) || a.document.title.localeCompare(b.document.title)
  })
}

/** The place among the versions of its document, newest first. */
function orderOf({ document, version }: Baseline): number {
  return document.versions.findIndex(({ id }) => id === version.id)
}

function dayOf({ document, version }: Baseline): string {
  const own = document.versions.findIndex(({ id }) => id === version.id)
  const dated = [version, ...document.versions.slice(own + 1), ...document.versions.slice(0, own).toReversed()]
  return dated.find(({ date }) => date !== null)?.date ?? String(document.periodFrom ?? 9999)
}

export interface BaselineWords {
  readonly stage: (stage: Stage | null) => string
}

/** Room for a name in a switch, in characters. */
const LONGEST_NAME = 12

/** What a baseline is called beside the draft: of the same document its stage, of another one its title without the place they share. */
export function nameBaseline(
  { document, version }: Baseline,
  own: DocumentSummary | undefined,
  words: BaselineWords,
): string {
  if (document.id === own?.id) return version.stage === null && version.date ? version.date : words.stage(version.stage)
  const { region } = document
  const title = shortTitle(document.title).replace(/人民政府(?=工作报告)/u, '政府')
  const isOfPlace = region !== null && region === own?.region && title.startsWith(region)
  const name = isOfPlace ? title.slice(region.length) : title
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name
}

/** A name for where there is little room: `十四五纲要`, `2025年报告`. */
export function briefName(name: string): string {
  return name
    .replace(/[“”]/gu, '')
    .replace('政府工作报告', '报告')
    .replace(/(?:规划|计划)纲要/u, '纲要')
}

/** Names of several baselines; where two would be called the same, stage or day tells them apart. */
export function nameBaselines(
  baselines: readonly Baseline[],
  own: DocumentSummary | undefined,
  words: BaselineWords,
): ReadonlyMap<string, string> {
  const names = baselines.map((each) => nameBaseline(each, own, words))
  return new Map(
    baselines.map((each, index) => {
      const name = names[index] ?? ''
      const isAlone = names.filter((other) => other === name).length === 1
      const { id, stage, date } = each.version
      return [
        id,
        isAlone
          ? name
          : [name, each.document.id === own?.id ? null : words.stage(stage), date].filter(Boolean).join(' '),
      ]
    }),
  )
}
