import { documentFields, versionFields } from '../../shared/contract/schemas.ts'
import type { DocumentFacts } from '../../shared/outline/document-facts.ts'
import type { DocumentFields, VersionFields } from '../db/records.ts'

const MAX_TITLE = 200

function yearOf(year: number | undefined): number | null {
  const parsed = documentFields.shape.periodFrom.safeParse(year)
  return parsed.success ? parsed.data : null
}

/** `report.docx` → `report`. */
function nameWithoutExtension(file: string): string {
  return file.replace(/\.[^.]{1,10}$/, '')
}

/** What a reading suggests for its document, to be corrected by the user. */
export function suggestedFields(title: string, file: string, facts: DocumentFacts): DocumentFields {
  const name = title.trim() || nameWithoutExtension(file).trim() || '未命名'
  return {
    title: name.slice(0, MAX_TITLE),
    kind: facts.kind,
    region: facts.region?.slice(0, MAX_TITLE) ?? null,
    level: facts.level,
    periodFrom: yearOf(facts.period?.from),
    periodTo: yearOf(facts.period?.to),
  }
}

/** What a reading suggests for its version. A date that no calendar has is left out. */
export function suggestedVersion(facts: DocumentFacts): VersionFields {
  const date = versionFields.shape.date.safeParse(facts.date)
  return { stage: facts.stage, date: date.success ? date.data : null, author: '', note: '' }
}
