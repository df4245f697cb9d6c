import type { z } from 'zod'
import type { nearDuplicate } from '../../shared/contract/schemas.ts'
import type { Context } from './context.ts'
import { getVersionWithDocument } from './lookup.ts'

export type NearDuplicate = z.output<typeof nearDuplicate>

/**
 * Texts whose sketches have less in common are not compared: with a tenth of the characters changed one by one, three tenths of the
 * pieces are still the same. Reports of two years of one place have a tenth in common at most.
 */
const LEAST_LIKENESS = 0.3
/** Versions compared in earnest: several drafts of one plan are all alike, and their sketches cannot tell which is nearest. */
const CANDIDATES = 4
/** Up to this share of differing characters a text is called nearly the same. Beyond it the titles say what belongs together. */
const MOST_DIFFERING = 0.15

/** The visible version whose text is nearest to this one, when it is nearly the same; null else. */
export async function findNearDuplicate(context: Context, text: string): Promise<NearDuplicate | null> {
  const { alike, versions } = context.library
  const candidates = await alike.find(text, LEAST_LIKENESS, CANDIDATES)
  if (candidates.length === 0) return null
  const texts = await Promise.all(candidates.map(async ({ versionId }) => (await versions.text(versionId)) ?? ''))
  const nearest = await context.tasks.run('nearest', { text, others: texts, share: MOST_DIFFERING })
  const found = nearest && candidates[nearest.index]
  if (!nearest || !found) return null
  const { version, document } = await getVersionWithDocument(context, found.versionId)
  const { id: versionId, documentId, stage, date } = version
  return { documentId, versionId, title: document.title, stage, date, differing: nearest.differing }
}
