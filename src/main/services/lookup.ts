import { DuigaoError } from '../../shared/contract/errors.ts'
import type { DocumentFields, DocumentRecord, DraftSummary, VersionRecord } from '../db/records.ts'
import type { Context } from './context.ts'

function missing(noun: string): DuigaoError {
  return new DuigaoError({
    code: 'not-found',
    message: `文库里没有这个${noun}，可能已被另一个窗口移走。请刷新后再试。`,
  })
}

export async function getDocument({ library }: Context, id: string): Promise<DocumentRecord> {
  const document = await library.documents.get(id)
  if (!document) throw missing('文件')
  return document
}

export async function getVersion({ library }: Context, id: string): Promise<VersionRecord> {
  const version = await library.versions.get(id)
  if (!version) throw missing('版本')
  return version
}

export async function getDraft({ library }: Context, id: string): Promise<DraftSummary> {
  const draft = await library.drafts.get(id)
  if (!draft) throw missing('底稿')
  return draft
}

/** The version, and the document it belongs to. */
export async function getVersionWithDocument(context: Context, versionId: string) {
  const version = await getVersion(context, versionId)
  return { version, document: await getDocument(context, version.documentId) }
}

export function fieldsOf(document: DocumentRecord): DocumentFields {
  const { title, kind, region, level, periodFrom, periodTo } = document
  return { title, kind, region, level, periodFrom, periodTo }
}
