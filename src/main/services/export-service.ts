import type { Handlers, ParsedInput } from '../../shared/contract/contract.ts'
import type { Context } from './context.ts'
import { safeFullName } from './file-name.ts'
import { fieldsOf, getDocument, getDraft, getVersion, getVersionWithDocument } from './lookup.ts'
import { remarksOf } from './review-remarks.ts'
import { titleWithStage } from './stage-names.ts'
import type { NamedText } from './tasks/tasks.ts'
import { knownText } from './timeline.ts'

interface Side {
  readonly text: NamedText
  readonly title: string
  readonly documentId: string
}

async function versionSide(context: Context, versionId: string): Promise<Side> {
  const { version, document } = await getVersionWithDocument(context, versionId)
  const known = await knownText(context, version, fieldsOf(document))
  const title = titleWithStage(document.title, version.stage)
  return { text: { id: versionId, known }, title, documentId: document.id }
}

/** A draft has the stage of nothing yet: it is what comes after its base. */
async function draftSide(context: Context, draftId: string): Promise<Side> {
  const draft = await getDraft(context, draftId)
  const document = await getDocument(context, draft.documentId)
  const base = await getVersion(context, draft.baseVersionId)
  const known = {
    text: await context.library.drafts.text(draftId),
    blocks: null,
    document: fieldsOf(document),
    version: { stage: null, date: base.date },
  }
  const text = { id: `${draftId}@${draft.revision}`, known }
  return { text, title: `${document.title}（底稿）`, documentId: document.id }
}

/** What was said of the pair here, and the remarks that came with the files; these are there without a review too. */
async function reviewOf(context: Context, { leftVersionId, right }: ParsedInput<'export:save'>, documentId: string) {
  const { reviews } = context.library
  const comparisonId = await reviews.find(leftVersionId, documentId)
  const remarks = await remarksOf(context, comparisonId ?? '', leftVersionId, right)
  if (comparisonId === null) return { decisions: [], annotations: remarks }
  const [decisions, annotations] = await Promise.all([
    reviews.decisions(comparisonId),
    reviews.annotations(comparisonId),
  ])
  return { decisions, annotations: [...remarks, ...annotations] }
}

async function write(context: Context, input: ParsedInput<'export:save'>) {
  const { right: ref, leftVersionId, kind, scope } = input
  const left = await versionSide(context, leftVersionId)
  const right =
    ref.type === 'version' ? await versionSide(context, ref.versionId) : await draftSide(context, ref.draftId)
  return context.tasks.run('export', {
    ...(await reviewOf(context, input, right.documentId)),
    left: left.text,
    right: right.text,
    leftTitle: left.title,
    rightTitle: right.title,
    kind,
    scope,
    exportedAt: context.now(),
  })
}

/** Compares a pair as it stands, with what was decided of it, and hands the finished file to the shell. */
export function exportService(context: Context): Pick<Handlers, 'export:save'> {
  return {
    'export:save': async (input) => {
      const { name, bytes } = await write(context, input)
      return context.platform.saveFile(safeFullName(name), bytes)
    },
  }
}
