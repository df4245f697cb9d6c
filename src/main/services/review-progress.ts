import type { Context } from './context.ts'
import { fieldsOf, getDocument } from './lookup.ts'
import { knownText } from './timeline.ts'

async function countHandled(context: Context, comparisonId: string): Promise<void> {
  const { library, tasks } = context
  for (const version of await library.versions.underReview(comparisonId)) {
    const { review, parentId } = version
    const parent = parentId === null ? null : await library.versions.get(parentId)
    if (!review || review.current || !parent) continue
    const decisions = await library.reviews.decisions(comparisonId)
    const document = fieldsOf(await getDocument(context, version.documentId))
    const left = { id: parent.id, known: await knownText(context, parent, document) }
    const right = { id: version.id, known: await knownText(context, version, document) }
    const handled =
      decisions.length === 0 ? 0 : await tasks.run('handled', { left, right, decisions }, { background: true })
    await library.versions.setProgress(version.id, comparisonId, review.stamp, handled)
  }
}

/**
 * Counts in the background how many changes of the review have been decided, where that is not known, and tells the pages.
 * Nobody waits for it: it takes a comparison.
 */
export function countProgress(context: Context, comparisonId: string): void {
  context.background.add(`progress ${comparisonId}`, async () => {
    await countHandled(context, comparisonId)
    context.changed()
  })
}
