import { createHash } from 'node:crypto'
import type { Block } from '../../shared/outline/block.ts'
import type { DocumentFields, NewSource, NewVersion, VersionFields } from '../db/records.ts'
import type { AddVersion } from '../db/repositories/version-repo.ts'
import type { Context } from './context.ts'
import { planTimeline, storedEntry } from './timeline.ts'

/** A text about to enter the library. */
export interface IncomingVersion {
  readonly id: string
  readonly documentId: string
  readonly document: DocumentFields
  readonly fields: VersionFields
  readonly text: string
  /** As the source's structure gives them; null to read them out of the text. */
  readonly blocks: readonly Block[] | null
  readonly source: NewSource | null
  readonly basedOn: string | null
  /** The reading already knows that the text breaks off. */
  readonly truncated: boolean
}

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

/**
 * Reads everything that is stored with a version out of its text: its findings, its place in the document's line, and the counts
 * against the version before (and of the one after, when it comes between). Writes nothing.
 */
export async function prepareVersion(
  context: Context,
  incoming: IncomingVersion,
): Promise<Omit<AddVersion, 'newDocument'>> {
  const { id, documentId, document, fields, source, basedOn } = incoming
  // A lone surrogate (half an emoji left by an edit) cannot be stored: the hash must be that of the text as stored.
  const text = incoming.text.replace(/\p{Surrogate}/gu, '\uFFFD')
  const known = { text, blocks: incoming.blocks, document, version: fields }
  const { findings, truncated, blocks } = await context.tasks.run('inspect', { id, known })
  const siblings = await context.library.versions.listOfDocument(documentId)
  const line = siblings.filter((version) => !version.removed).map((version) => storedEntry(context, version, document))
  const { stage, date } = fields
  const entry = { id, seq: Number.MAX_SAFE_INTEGER, stage, date, basedOn, known: () => Promise.resolve(known) }
  const version: NewVersion = {
    ...fields,
    id,
    documentId,
    text,
    sha256: sha256(text),
    source,
    basedOn,
    blocks,
    findings,
    truncated: incoming.truncated || truncated,
    createdAt: context.now(),
  }
  return { version, timeline: await planTimeline(context, [...line, entry]) }
}
