import type { z } from 'zod'
import { toErrorReply } from '../../shared/contract/errors.ts'
import type { importItem } from '../../shared/contract/schemas.ts'
import { ALL_STEPS, OPTIONAL_STEPS } from '../../shared/text/clean.ts'
import { sha256 } from './add-version.ts'
import type { Context } from './context.ts'
import { findNearDuplicate } from './near-duplicate.ts'
import type { PendingImport } from './pending-imports.ts'
import { suggestedFields, suggestedVersion } from './reading-facts.ts'
import { findSameDocument } from './same-document.ts'

export type ImportItem = z.output<typeof importItem>

/** A visible version with the same file or the same text. */
async function findDuplicate({ library }: Context, { reading }: PendingImport) {
  for (const version of await library.versions.findSame(reading.source.sha256, sha256(reading.text))) {
    const document = version.removed ? null : await library.documents.get(version.documentId)
    if (document && !document.removed) return { documentId: document.id, versionId: version.id, title: document.title }
  }
  return null
}

/** A file that was read, with what the library makes of it. */
export async function readyItem(context: Context, pending: PendingImport): Promise<ImportItem> {
  const { reading, choice } = pending
  const { source, facts } = reading
  const fields = suggestedFields(reading)
  const duplicateOf = await findDuplicate(context, pending)
  const nearDuplicateOf = duplicateOf ? null : await findNearDuplicate(context, reading.text)
  const item = {
    format: source.format,
    bytes: source.bytes,
    sha256: source.sha256,
    rawLines: [...reading.rawLines],
    text: reading.text,
    blocks: [...reading.blocks],
    origins: [...reading.origins],
    log: reading.log as ImportReading['log'],
    steps: ALL_STEPS.map((code) => ({
      code,
      on: !choice.disabled.includes(code),
      optional: OPTIONAL_STEPS.includes(code),
    })),
    warnings: [...reading.warnings],
    fields,
    version: suggestedVersion(facts),
    evidence: [...facts.evidence],
    sheets: [...reading.sheets],
    sheet: choice.sheet,
    range: choice.range,
    comments: [...reading.comments],
    revisions: reading.revisions && { ...reading.revisions, authors: [...reading.revisions.authors] },
    duplicateOf,
    nearDuplicateOf,
    suggestedDocumentId:
      duplicateOf?.documentId ??
      nearDuplicateOf?.documentId ??
      findSameDocument(fields, await context.library.documents.list()),
  }
  return { id: pending.id, file: pending.file, status: 'ready', error: null, reading: item }
}

type ImportReading = NonNullable<ImportItem['reading']>

/** A file that could not be read: its error in words, and nothing kept. */
export function failedItem(id: string, file: string, error: unknown): ImportItem {
  const { code, message } = toErrorReply(error)
  return { id, file, status: 'failed', error: { code, message }, reading: null }
}
