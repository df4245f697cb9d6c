import type { DocumentFields, NewDelta, VersionRecord } from '../db/records.ts'
import type { TimelineChange } from '../db/repositories/version-repo.ts'
import { checkSettings } from './check-settings.ts'
import type { Context } from './context.ts'
import { type Placeable, parentsOf } from './order-versions.ts'
import type { KnownText } from './tasks/tasks.ts'

/** A version as it will stand in the line, its text at hand or to be fetched. */
export interface LineEntry extends Placeable {
  readonly known: () => Promise<KnownText>
  /** The parent it is stored with; undefined for one that is not stored yet. */
  readonly storedParent?: string | null
}

/** Fetches what is known of a stored version. */
export async function knownText(
  context: Context,
  version: VersionRecord,
  document: DocumentFields,
): Promise<KnownText> {
  const { library } = context
  const [text, blocks, corrections, checks] = await Promise.all([
    library.versions.text(version.id),
    library.versions.blocks(version.id),
    library.corrections.ofDocument(version.documentId),
    checkSettings(context),
  ])
  if (text === null) throw new Error(`version ${version.id} has no text`)
  return { text, blocks, document, version, corrections, checks }
}

export function storedEntry(context: Context, version: VersionRecord, document: DocumentFields): LineEntry {
  return { ...version, storedParent: version.parentId, known: () => knownText(context, version, document) }
}

/**
 * What must be written so that every version of the line is compared with the one before it: only where the parent is not the
 * stored one. Compares as many pairs as have changed, usually one.
 */
export async function planTimeline({ tasks }: Context, line: readonly LineEntry[]): Promise<TimelineChange> {
  const entries = new Map(line.map((entry) => [entry.id, entry]))
  const deltas: NewDelta[] = []
  const first: string[] = []
  for (const [id, parentId] of parentsOf(line)) {
    const entry = entries.get(id)
    const parent = parentId === null ? null : entries.get(parentId)
    if (!entry || entry.storedParent === parentId) continue
    if (!parent) {
      if (entry.storedParent !== undefined) first.push(id)
      continue
    }
    const left = { id: parent.id, known: await parent.known() }
    const delta = await tasks.run('delta', { left, right: { id, known: await entry.known() } })
    deltas.push({ versionId: id, parentId: parent.id, delta })
  }
  return { deltas, first }
}
