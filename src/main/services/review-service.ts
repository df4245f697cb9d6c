import type { Handlers, ParsedInput } from '../../shared/contract/contract.ts'
import type { Annotation } from '../../shared/review/annotation.ts'
import type { Decision } from '../../shared/review/decision.ts'
import type { Context } from './context.ts'
import { getDraft, getVersion } from './lookup.ts'
import { countProgress } from './review-progress.ts'
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

/** Decisions and remarks on a pair. Signed by the reviewer of the settings; taken back rather than rewritten. */
export function reviewService(context: Context): ReviewHandlers {
  const { reviews } = context.library
  return {
    'review:open': async ({ leftVersionId, right }) => {
      await getVersion(context, leftVersionId)
      const documentId = await rightDocumentId(context, right)
      const comparisonId = await reviews.open(context.newId(), leftVersionId, documentId, context.now())
      const [decisions, annotations] = await Promise.all([
        reviews.decisions(comparisonId),
        reviews.annotations(comparisonId),
      ])
      return { comparisonId, decisions: [...decisions], annotations: [...annotations] }
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
      await reviews.annotate(annotation)
      return { annotation }
    },
    'review:update-annotation': async ({ annotationId, text, resolved }) => {
      await reviews.updateAnnotation(annotationId, text, resolved, context.now())
      return {}
    },
    'review:remove-annotation': async ({ annotationId }) => {
      await reviews.removeAnnotation(annotationId, context.now())
      return {}
    },
  }
}
