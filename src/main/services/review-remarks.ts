import type { ParsedInput } from '../../shared/contract/contract.ts'
import type { Anchor } from '../../shared/review/anchor.ts'
import type { Annotation } from '../../shared/review/annotation.ts'
import { findAnchor } from '../../shared/review/find-anchor.ts'
import { makeAnchor } from '../../shared/review/make-anchor.ts'
import type { RemarkRecord } from '../db/records.ts'
import type { Context } from './context.ts'

type RightSide = ParsedInput<'review:open'>['right']

function asAnnotation(
  { versionId: _version, place: _place, ...remark }: RemarkRecord,
  comparisonId: string,
  anchor: Anchor,
): Annotation {
  return { ...remark, comparisonId, anchor }
}

/** A side of a comparison: what is remarked on it, and its text where a remark has to be found again. */
interface RemarkedSide {
  readonly side: Anchor['side']
  readonly remarks: readonly RemarkRecord[]
  /** The version whose own remarks stand where they were put; null for a draft. */
  readonly versionId: string | null
  readonly text: () => Promise<string>
}

async function leftSide({ library }: Context, versionId: string): Promise<RemarkedSide> {
  const text = async () => (await library.versions.text(versionId)) ?? ''
  return { side: 'left', versionId, remarks: await library.remarks.ofVersion(versionId), text }
}

async function rightSide(context: Context, right: RightSide): Promise<RemarkedSide> {
  if (right.type === 'version') return { ...(await leftSide(context, right.versionId)), side: 'right' }
  const { remarks, drafts } = context.library
  const { draftId } = right
  return {
    side: 'right',
    versionId: null,
    remarks: await remarks.ofDraft(draftId),
    text: () => drafts.text(draftId),
  }
}

/** Where a remark stands on a side; `found` is false when its words are no longer there and the anchor is as it was. */
interface Placed {
  readonly remark: RemarkRecord
  readonly anchor: Anchor
  readonly found: boolean
}

async function place({ side, remarks, versionId, text }: RemarkedSide): Promise<Placed[]> {
  const moved = remarks.some((remark) => remark.versionId !== versionId)
  const words = moved ? await text() : ''
  return remarks.map((remark) => {
    const anchor: Anchor = { side, ...remark.place }
    if (remark.versionId === versionId) return { remark, anchor, found: true }
    const range = findAnchor(words, anchor)
    return { remark, anchor: range ? makeAnchor(words, side, range) : anchor, found: range !== null }
  })
}

/**
 * The remarks that the files of both sides brought along, with the answers to them, as annotations of this comparison.
 *
 * A remark belongs to the version whose file it came with, and is seen on that version's side. It goes on to what is written from
 * that version: in the draft, and in the versions sealed from it, it stands at its words wherever they are now. That is what
 * somebody expects who works through the remarks of a draft: they stay until they are dealt with. One that was resolved before the
 * draft was begun, or before the version was sealed, has been dealt with and is not seen there any more.
 *
 * Between a version and what was written from it a remark is seen once: on the right, where the work goes on, unless its words
 * are gone there.
 */
export async function remarksOf(
  context: Context,
  comparisonId: string,
  leftVersionId: string,
  rightRef: RightSide,
): Promise<Annotation[]> {
  const [onLeft, onRight] = await Promise.all([
    leftSide(context, leftVersionId).then(place),
    rightSide(context, rightRef).then(place),
  ])
  const left = new Set(onLeft.map(({ remark }) => remark.id))
  const right = onRight.filter(({ remark, found }) => found || !left.has(remark.id))
  // A thread stands on one side: its answers say the same words as its first remark.
  const taken = new Set(right.map(({ remark }) => remark.id))
  const rest = onLeft.filter(({ remark }) => !taken.has(remark.id))
  return [...rest, ...right].map(({ remark, anchor }) => asAnnotation(remark, comparisonId, anchor))
}
