import type { Output, ParsedInput } from '../../shared/contract/contract.ts'
import { DuigaoError } from '../../shared/contract/errors.ts'
import { makeAnchor } from '../../shared/review/make-anchor.ts'
import type { NewRemark, NewSource, RemarkPlace } from '../db/records.ts'
import { type IncomingVersion, prepareVersion, storable } from './add-version.ts'
import type { Context } from './context.ts'
import { fieldsOf, getDocument } from './lookup.ts'
import type { PendingImport } from './pending-imports.ts'
import type { PlacedComment } from './placed-comments.ts'
import type { ReadDocument } from './read-document.ts'

type SaveInput = Omit<ParsedInput<'import:save'>, 'importId'>

/** Longer quotes are kept by their beginning: a remark on a whole chapter is found again by its first paragraph. */
const MAX_QUOTE = 400

function sourceOf(
  context: Context,
  { file, content, mediaType, choice }: PendingImport,
  reading: ReadDocument,
): NewSource {
  const { format, sha256 } = reading.source
  const { log, warnings } = reading
  return { id: context.newId(), file, format, mediaType, sha256, content, disabled: choice.disabled, log, warnings }
}

function placeOf(text: string, { start, end }: PlacedComment): RemarkPlace {
  const { side: _side, ...place } = makeAnchor(text, 'right', { start, end: Math.min(end, start + MAX_QUOTE) })
  return place
}

/** A remark without a date came when its file did. */
function remarksOf(context: Context, { comments, text: asRead }: ReadDocument): NewRemark[] {
  const text = storable(asRead)
  const ids = comments.map(() => context.newId())
  const at = context.now()
  return comments.map((comment, index) => ({
    id: ids[index] ?? context.newId(),
    origin: 'imported',
    place: placeOf(text, comment),
    replyTo: comment.replyTo === null ? null : (ids[comment.replyTo] ?? null),
    author: comment.author,
    text: comment.text,
    resolved: comment.resolved,
    createdAt: comment.date ?? at,
  }))
}

/** What a version of tracked changes is called in the timeline, before what the user noted. */
function noted(word: string, note: string): string {
  return note === '' ? word : `${word}：${note}`
}

function isTruncated({ warnings }: ReadDocument): boolean {
  return warnings.some((warning) => warning.code === 'truncated')
}

/** The text as it was before the tracked changes; null where that says the same, or nothing. */
async function readBefore(context: Context, { id, file, source, choice, reading }: PendingImport) {
  if (reading.revisions === null) return null
  const rejected = { ...choice, revisions: 'rejected' } as const
  const { reading: before } = await context.tasks.run('read', { key: id, file, source, choice: rejected })
  return before.text.trim() === '' || before.text === reading.text ? null : before
}

/**
 * Takes a reading into the library as a version of a document, new or known. Of tracked changes the user may keep both texts: then
 * the one before them is a version of its own, and the one with them accepted is based on it.
 */
export async function saveImport(
  context: Context,
  pending: PendingImport,
  { documentId: chosen, fields, version, keepRevisions, keepComments }: SaveInput,
): Promise<Output<'import:save'>> {
  const existing = chosen === null ? null : await getDocument(context, chosen)
  if (existing?.removed)
    throw new DuigaoError({
      code: 'not-found',
      message: `《${existing.title}》已移出文库。请先恢复它，或另建一份文件。`,
    })
  const documentId = existing?.id ?? context.newId()
  const incoming = (reading: ReadDocument, more: Partial<IncomingVersion> = {}): IncomingVersion => ({
    id: context.newId(),
    documentId,
    document: existing ? fieldsOf(existing) : fields,
    fields: version,
    text: reading.text,
    blocks: reading.blocks,
    source: sourceOf(context, pending, reading),
    basedOn: null,
    truncated: isTruncated(reading),
    ...more,
  })
  const { reading } = pending
  const rejected = keepRevisions ? await readBefore(context, pending) : null
  const before = rejected && incoming(rejected, { fields: { ...version, note: noted('修订前', version.note) } })
  const after = incoming(reading, {
    ...(before && { basedOn: before.id, fields: { ...version, note: noted('修订后', version.note) } }),
    ...(keepComments && { remarks: remarksOf(context, reading) }),
  })
  const prepared = await prepareVersion(context, after, before)
  await context.library.versions.add({ ...prepared, newDocument: existing ? null : fields })
  return { documentId, versionId: after.id, beforeVersionId: before?.id ?? null }
}
