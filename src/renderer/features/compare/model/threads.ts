import type { Annotation } from '../../../../shared/review/annotation.ts'
import { findAnchor } from '../../../../shared/review/find-anchor.ts'
import type { Thread } from '../compare-state.ts'

/** Remarks with their answers, in text order; those whose words are gone come last. */
export function toThreads(
  annotations: readonly Annotation[],
  texts: { readonly left: string; readonly right: string },
): Thread[] {
  const answers = new Map<string, Annotation[]>()
  for (const annotation of annotations) {
    if (annotation.replyTo === null) continue
    answers.set(annotation.replyTo, [...(answers.get(annotation.replyTo) ?? []), annotation])
  }
  const threads = annotations
    .filter((annotation) => annotation.replyTo === null)
    .map((note): Thread => {
      const range = findAnchor(texts[note.anchor.side], note.anchor)
      const own = answers.get(note.id) ?? []
      const place = range && {
        id: note.id,
        side: note.anchor.side,
        range,
        count: own.length + 1,
        resolved: note.resolved,
      }
      return { note, answers: own, place }
    })
  const order = (thread: Thread) => thread.place?.range.start ?? Number.POSITIVE_INFINITY
  return threads.sort((a, b) => order(a) - order(b))
}
