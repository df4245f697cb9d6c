import type { Analysis } from '../comparison/comparison.ts'
import type { Range } from '../text/range.ts'
import { sentenceAround } from '../text/sentence-around.ts'
import type { Target } from './target.ts'

/** A target with the sentence it stands in and the number of its line. */
export interface StatedTarget extends Target {
  readonly sentence: string
  readonly sentenceStart: number
  readonly line: number
}

/** Targets of one text with their sentences. */
export function statedTargets({ text, targets }: Pick<Analysis, 'text' | 'targets'>): StatedTarget[] {
  const lineOf = lineCounter(text)
  return targets.map((target) => {
    const around: Range = sentenceAround(text, target)
    return {
      ...target,
      sentence: text.slice(around.start, around.end),
      sentenceStart: around.start,
      line: lineOf(target.start),
    }
  })
}

function lineCounter(text: string): (offset: number) => number {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (offset) => {
    const after = starts.findIndex((start) => start > offset)
    return after < 0 ? starts.length : after
  }
}
