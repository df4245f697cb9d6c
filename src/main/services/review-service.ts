import type { Handlers, ParsedInput } from '../../shared/contract/contract.ts'
import { DuigaoError } from '../../shared/contract/errors.ts'
import type { Annotation } from '../../shared/review/annotation.ts'
import type { Decision } from '../../shared/review/decision.ts'
import type { RemarkRecord } from '../db/records.ts'
import type { Context } from './context.ts'
import { getDraft, getVersion } from './lookup.ts'
import { countProgress } from './review-progress.ts'
import { remarksOf } from './review-remarks.ts'
import { readSettings } from './settings-service.ts'

type ReviewHandlers = Pick<
  Handlers,
  | 'review:open'
  | 'review:decide'
  | 'review:withdraw'
  | 'review:annotate'
  | 'review:update-annotation'
  | 'review:remove-annotation'
>

/** The document that stands on the right, be it a version or the draft. */
export async function rightDocumentId(context: Context, right: ParsedInput<'review:open'>['right']): Promise<string> {
  const side = right.type === 'version' ? getVersion(context, right.versionId) : getDraft(context, right.draftId)
  return (await side).documentId
}

async function reviewerOf({ library }: Context): Promise<string> {
  return readSettings(await library.settings.all()).reviewer
}

function cameWithTheFile(verb: string): DuigaoError {
  const message = `这条批注是随文件导入的，不能${verb}。可以回复它，或标为已解决。`
  return new DuigaoError({ code: 'bad-request', message })
}

/** An answer to a remark of a file is kept with it, so that it is seen wherever the remark is. */
function answerTo(
  { versionId, place, replyTo, id }: RemarkRecord,
  { comparisonId: _comparison, anchor: _anchor, ...answer }: Annotation,
): RemarkRecord {
  return { ...answer, versionId, place, replyTo: replyTo ?? id }
}

/** Decisions and remarks on a pair. Signed by the reviewer of the settings; taken back rather than rewritten. */
export function reviewService(context: Context): ReviewHandlers {
  const { reviews, remarks } = context.library
  return {
    'review:open': async ({ leftVersionId, right }) => {
      await getVersion(context, leftVersionId)
      const documentId = await rightDocumentId(context, right)
      const comparisonId = await reviews.open(context.newId(), leftVersionId, documentId, context.now())
      const [decisions, annotations, remarked] = await Promise.all([
        reviews.decisions(comparisonId),
        reviews.annotations(comparisonId),
        remarksOf(context, comparisonId, leftVersionId, right),
      ])
      return { comparisonId, decisions: [...decisions], annotations: [...remarked, ...annotations] }
    },
    'review:decide': async ({ comparisonId, decision: input }) => {
      const signed = { reviewer: await reviewerOf(context), decidedAt: context.now() }
      const decision: Decision = { ...input, ...signed, id: context.newId(), comparisonId }
      await reviews.decide(decision)
      countProgress(context, comparisonId)
      return { decision }
    },
    'review:withdraw': async ({ decisionId }) => {
      countProgress(context, await reviews.withdraw(decisionId, context.now()))
      return {}
    },
    'review:annotate': async ({ comparisonId, annotation: input }) => {
      const signed = { author: await reviewerOf(context), createdAt: context.now() }
      const made = { id: context.newId(), comparisonId, origin: 'review', resolved: false } as const
      const annotation: Annotation = { ...input, ...signed, ...made }
      const remark = input.replyTo === null ? null : await remarks.get(input.replyTo)
      if (remark) await remarks.answer(answerTo(remark, annotation))
      else await reviews.annotate(annotation)
      return { annotation }
    },
    'review:update-annotation': async ({ annotationId, text, resolved }) => {
      const remark = await remarks.get(annotationId)
      if (remark?.origin === 'imported' && remark.text !== text) throw cameWithTheFile('改写')
      if (remark) await remarks.update(annotationId, text, resolved, context.now())
      else await reviews.updateAnnotation(annotationId, text, resolved, context.now())
      return {}
    },
    'review:remove-annotation': async ({ annotationId }) => {
      const remark = await remarks.get(annotationId)
      if (remark?.origin === 'imported') throw cameWithTheFile('删除')
      if (remark) await remarks.remove(annotationId, context.now())
      else await reviews.removeAnnotation(annotationId, context.now())
      return {}
    },
  }
}
