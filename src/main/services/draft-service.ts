import type { Handlers } from '../../shared/contract/contract.ts'
import { DuigaoError } from '../../shared/contract/errors.ts'
import type { VersionFields } from '../db/records.ts'
import { prepareVersion } from './add-version.ts'
import type { Context } from './context.ts'
import { fieldsOf, getDocument, getDraft, getVersionWithDocument } from './lookup.ts'

type DraftHandlers = Pick<Handlers, 'draft:open' | 'draft:save' | 'draft:seal' | 'draft:discard'>

/** 定稿. The draft's revision is checked again when writing: a keystroke saved meanwhile must not be lost. */
async function seal(context: Context, draftId: string, fields: VersionFields) {
  const { library } = context
  const draft = await getDraft(context, draftId)
  const text = await library.drafts.text(draftId)
  if (text.trim() === '')
    throw new DuigaoError({ code: 'bad-request', message: '底稿是空的，不能定稿。请先写入正文。' })
  const versionId = context.newId()
  const prepared = await prepareVersion(context, {
    id: versionId,
    documentId: draft.documentId,
    document: fieldsOf(await getDocument(context, draft.documentId)),
    fields,
    text,
    blocks: null,
    source: null,
    basedOn: draft.baseVersionId,
    truncated: false,
  })
  await library.drafts.seal(draftId, draft.revision, { ...prepared, newDocument: null })
  context.changed()
  return { versionId }
}

/** The working text of a document: opened, saved change by change, sealed or given up. */
export function draftService(context: Context): DraftHandlers {
  const { library, serially } = context
  return {
    'draft:open': ({ baseVersionId }) =>
      serially(async () => {
        const { version, document } = await getVersionWithDocument(context, baseVersionId)
        const before = await library.drafts.list()
        const draft = await library.drafts.open(context.newId(), version.id, document.id, context.now())
        if (!before.some((one) => one.id === draft.id)) context.changed()
        return { draft: { ...draft, text: await library.drafts.text(draft.id) } }
      }),
    // Not in the queue: a keystroke must not wait for an import. The store checks the revision.
    'draft:save': async (save) => {
      const at = context.now()
      return { revision: await library.drafts.save({ ...save, at }), savedAt: at }
    },
    'draft:seal': ({ draftId, version }) => serially(() => seal(context, draftId, version)),
    'draft:discard': ({ draftId }) =>
      serially(async () => {
        await library.drafts.discard(draftId, context.now())
        context.changed()
        return {}
      }),
  }
}
