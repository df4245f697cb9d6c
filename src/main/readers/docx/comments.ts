import type { RawComment, RawLine } from '../../../shared/text/raw-document.ts'
import type { MarkedPlace } from './comment-marks.ts'
import { isoDate } from './revisions.ts'
import { child, childrenOf, type XmlElement } from './xml-tree.ts'

/** A remark as the comments part holds it, without its place. */
interface Remark {
  readonly id: string
  readonly author: string
  readonly date: string | null
  readonly text: string
  readonly replyTo: string | null
  readonly resolved: boolean
}

/** The two parts that hold remarks, and how to read the paragraphs of one. */
export interface CommentParts {
  readonly comments: XmlElement | undefined
  /** Who answers whom, and what is settled ([MS-DOCX] 2.5.3.1). */
  readonly extended: XmlElement | undefined
  readonly textOf: (comment: XmlElement) => string
}

/** Word has answers to the first remark only; other programs answer answers. */
const MAX_THREAD = 50

function readRemarks({ comments, extended, textOf }: CommentParts): Remark[] {
  const states = new Map(
    childrenOf(child(extended, 'commentsEx'), 'commentEx').map(({ attributes }) => [
      attributes['paraId'] ?? '',
      { parent: attributes['paraIdParent'], done: attributes['done'] === '1' || attributes['done'] === 'true' },
    ]),
  )
  const all = childrenOf(child(comments, 'comments'), 'comment')
  const byParagraph = new Map(all.map((comment) => [paragraphId(comment), comment.attributes['id'] ?? '']))
  return all.map((comment) => {
    const state = states.get(paragraphId(comment))
    const { id = '', author = '', date } = comment.attributes
    return {
      id,
      author,
      date: isoDate(date),
      text: textOf(comment),
      replyTo: state?.parent === undefined ? null : (byParagraph.get(state.parent) ?? null),
      resolved: state?.done ?? false,
    }
  })
}

/** A remark is known by the id of its last paragraph. */
function paragraphId(comment: XmlElement): string {
  return childrenOf(comment, 'p').at(-1)?.attributes['paraId'] ?? `no paragraph in ${comment.attributes['id'] ?? ''}`
}

/**
 * The remarks in the order of their places. An answer stands where the remark it answers stands, unless it has a place
 * of its own; a remark that the text does not refer to belongs to the first line.
 */
export function placeComments(
  parts: CommentParts,
  lines: readonly RawLine[],
  placeOf: (id: string) => MarkedPlace | undefined,
): RawComment[] {
  const remarks = readRemarks(parts)
  const ids = new Set(remarks.map((remark) => remark.id))
  const byId = new Map(remarks.map((remark) => [remark.id, remark]))
  const find = (remark: Remark): MarkedPlace => {
    let place = placeOf(remark.id)
    let parent = remark.replyTo
    for (
      let depth = 0;
      depth < MAX_THREAD && parent !== null && (place === undefined || place.to === place.from);
      depth += 1
    ) {
      place = placeOf(parent) ?? place
      parent = byId.get(parent)?.replyTo ?? null
    }
    return place ?? { line: 0, from: 0, to: 0 }
  }
  return remarks
    .filter((remark) => remark.text.trim() !== '' && ids.delete(remark.id))
    .map((remark) => ({ remark, place: find(remark) }))
    .toSorted((a, b) => a.place.line - b.place.line || a.place.from - b.place.from)
    .map(({ remark, place }) => {
      const { resolved, ...rest } = remark
      const quote = (lines[place.line]?.text ?? '').slice(place.from, place.to)
      return { ...rest, ...(resolved ? { resolved } : {}), ...place, quote }
    })
}
