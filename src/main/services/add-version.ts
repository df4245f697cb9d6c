import { createHash } from 'node:crypto'
import type { Block } from '../../shared/outline/block.ts'
import type { DocumentFields, NewRemark, NewSource, NewVersion, VersionFields } from '../db/records.ts'
import type { AddVersion } from '../db/repositories/version-repo.ts'
import { checkSettings } from './check-settings.ts'
import type { Context } from './context.ts'
import { type LineEntry, planTimeline, storedEntry } from './timeline.ts'

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
  readonly remarks?: readonly NewRemark[]
  readonly basedOn: string | null
  /** The reading already knows that the text breaks off. */
  readonly truncated: boolean
}

/** A lone surrogate (half an emoji left by an edit) cannot be stored: offsets and hash must be those of the text as stored. */
export function storable(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD')
}

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

/** Reads everything that is stored with a version out of its text, but for its place among the others. */
async function inspect(context: Context, incoming: IncomingVersion, seq: number) {
  const { id, documentId, document, fields, source, remarks, basedOn } = incoming
  const text = storable(incoming.text)
  const checks = await checkSettings(context)
  const known = { text, blocks: incoming.blocks, document, version: fields, checks }
  const { findings, truncated, blocks } = await context.tasks.run('inspect', { id, known })
  const { stage, date } = fields
  const entry: LineEntry = { id, seq, stage, date, basedOn, known: () => Promise.resolve(known) }
  const version: NewVersion = {
    ...fields,
    id,
    documentId,
    text,
    sha256: sha256(text),
    source,
    ...(remarks && { remarks }),
    basedOn,
    blocks,
    findings,
    truncated: incoming.truncated || truncated,
    createdAt: context.now(),
  }
  return { version, entry }
}

/**
 * Prepares a version to be added: its findings, its place in the document's line, and the counts against the version before (and
 * of the one after, when it comes between). `before` is a version that it was made from and that comes in with it. Writes nothing.
 */
export async function prepareVersion(
  context: Context,
  incoming: IncomingVersion,
  before: IncomingVersion | null = null,
): Promise<Omit<AddVersion, 'newDocument'>> {
  const { documentId, document } = incoming
  const earlier = before && (await inspect(context, before, Number.MAX_SAFE_INTEGER - 1))
  const { version, entry } = await inspect(context, incoming, Number.MAX_SAFE_INTEGER)
  const siblings = await context.library.versions.listOfDocument(documentId)
  const line = siblings.filter((each) => !each.removed).map((each) => storedEntry(context, each, document))
  const entries = [...line, ...(earlier ? [earlier.entry] : []), entry]
  return { before: earlier?.version, version, timeline: await planTimeline(context, entries) }
}
