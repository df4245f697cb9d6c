import type { Cohesion } from '../steps/cohesion.ts'
import { type LineFeatures, mayCutWord } from './line-features.ts'

/** Characters looked at on each side of a break: enough for the segmenter to settle, few enough to be quick. */
const CONTEXT = 6

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** What a break did to the words around it; null where marks, figures or Latin letters stand at it. */
export type WordCut = 'cut' | 'between' | null

/** Says whether a word runs across the break between two lines: by the platform's dictionary, or because the text has the two characters side by side elsewhere. */
export function wordCut(a: LineFeatures, b: LineFeatures, cohesion: Cohesion): WordCut {
  if (!mayCutWord(a, b)) return null
  return cutsWord(a.line.text, b.line.text) || cohesion.readsOn(a.line.text, b.line.text) ? 'cut' : 'between'
}

/** True when the dictionary has a word across the joint of two texts, of which the first ends and the second begins with a Han character. */
export function cutsWord(before: string, after: string): boolean {
  const head = /[\u3400-\u9fff]*$/.exec(before.slice(-CONTEXT))?.[0] ?? ''
  const tail = /^[\u3400-\u9fff]*/.exec(after.slice(0, CONTEXT))?.[0] ?? ''
  if (head === '' || tail === '') return false
  return segmenter.segment(head + tail).containing(head.length)?.index !== head.length
}
