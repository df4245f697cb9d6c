import { documentFields, versionFields } from '../../shared/contract/schemas.ts'
import type { DocumentFacts } from '../../shared/outline/document-facts.ts'
import type { DocumentFields, VersionFields } from '../db/records.ts'
import { fileNameOf } from './file-name.ts'
import type { ReadDocument } from './read-document.ts'

const MAX_TITLE = 200

function yearOf(year: number | undefined): number | null {
  const parsed = documentFields.shape.periodFrom.safeParse(year)
  return parsed.success ? parsed.data : null
}

/** `drafts/report.docx` → `report`; a file of an archive has its path there for a name. */
function nameWithoutExtension(file: string): string {
  return fileNameOf(file).replace(/\.[^.]{1,10}$/, '')
}

/**
 * The title that the text bears; where it has none (an excerpt begins with a section), the name its owner gave the file says
 * more than the first heading. A pasted text has no name.
 */
function titleOf({ title, blocks, source }: ReadDocument): string {
  const bears = blocks.some((block) => block.kind === 'title')
  const name = bears || source.format === 'clipboard' ? title : nameWithoutExtension(source.file)
  return (withoutStage(name) || title.trim() || '未命名').slice(0, MAX_TITLE)
}

/** A document keeps its title from stage to stage: `…规划纲要（讨论稿）` → `…规划纲要`. The stage is the version's. */
function withoutStage(title: string): string {
  return title.replace(/[（(][^（）()]{0,12}(?:稿|草\s*案|印发)[）)]\s*$/u, '').trim()
}

/** What a reading suggests for its document, to be corrected by the user. */
export function suggestedFields(reading: ReadDocument): DocumentFields {
  const { facts } = reading
  return {
    title: titleOf(reading),
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
