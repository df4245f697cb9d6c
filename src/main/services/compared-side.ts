import type { ParsedInput } from '../../shared/contract/contract.ts'
import { checkSettings } from './check-settings.ts'
import type { Context } from './context.ts'
import { fieldsOf, getDocument, getDraft, getVersion, getVersionWithDocument } from './lookup.ts'
import { titleWithStage } from './stage-names.ts'
import type { NamedText } from './tasks/tasks.ts'
import { knownText } from './timeline.ts'

/** A text that takes part in a comparison: a version, or the working draft. */
export interface ComparedSide {
  readonly text: NamedText
  readonly title: string
  readonly documentId: string
  /** The version, or the one that the draft was begun from. */
  readonly versionId: string
}

export async function versionSide(context: Context, versionId: string): Promise<ComparedSide> {
  const { version, document } = await getVersionWithDocument(context, versionId)
  const known = await knownText(context, version, fieldsOf(document))
  const title = titleWithStage(document.title, version.stage)
  return { text: { id: versionId, known }, title, documentId: document.id, versionId }
}

/** A draft has the stage of nothing yet: it is what comes after its base. */
async function draftSide(context: Context, draftId: string): Promise<ComparedSide> {
  const draft = await getDraft(context, draftId)
  const document = await getDocument(context, draft.documentId)
  const base = await getVersion(context, draft.baseVersionId)
  const known = {
    text: await context.library.drafts.text(draftId),
    blocks: null,
    document: fieldsOf(document),
    version: { stage: null, date: base.date },
    corrections: await context.library.corrections.ofDocument(document.id),
    checks: await checkSettings(context),
  }
  const text = { id: `${draftId}@${draft.revision}`, known }
  return { text, title: `${document.title}（底稿）`, documentId: document.id, versionId: base.id }
}

export async function sideOf(context: Context, ref: ParsedInput<'review:open'>['right']): Promise<ComparedSide> {
  return ref.type === 'version' ? versionSide(context, ref.versionId) : draftSide(context, ref.draftId)
}
