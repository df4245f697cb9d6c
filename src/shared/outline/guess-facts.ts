import type { Block } from './block.ts'
import type { DocumentFacts, FactEvidence, Period, RegionLevel, Stage } from './document-facts.ts'
import { factSources, type Guess } from './fact-source.ts'
import { guessDate } from './guess-date.ts'
import { guessKind } from './guess-kind.ts'
import { guessPeriod } from './guess-period.ts'
import { guessRegion } from './guess-region.ts'
import { guessStage } from './guess-stage.ts'

/**
 * Guesses what a document is from its title, its first lines and its file name, each guess with the words that say so.
 * Nothing is invented: what neither the text nor the file name says is null.
 */
export function guessFacts(text: string, blocks: readonly Block[], fileName?: string): DocumentFacts {
  const sources = factSources(text, blocks, fileName)
  const kind = guessKind(text, blocks, sources)
  const is = kind?.value ?? 'other'
  const stage = guessStage(sources, is)
  const period = guessPeriod(text, sources, is)
  const region = guessRegion(text, sources, is)
  const date = guessDate(sources, is)
  const evidence = [
    ...evidenceOf('kind', kind),
    ...evidenceOf('period', period),
    ...evidenceOf('region', region),
    ...evidenceOf('level', region),
    ...evidenceOf('stage', stage),
    ...evidenceOf('date', date),
  ]
  return {
    kind: is,
    period: valueOf<Period>(period),
    region: region?.value.name ?? null,
    level: valueOf<RegionLevel>(region === null ? null : { ...region, value: region.value.level }),
    stage: valueOf<Stage>(stage),
    date: valueOf<string>(date),
    evidence,
  }
}

function valueOf<T>(guess: Guess<T> | null): T | null {
  return guess === null ? null : guess.value
}

function evidenceOf(field: FactEvidence['field'], guess: Guess<unknown> | null): FactEvidence[] {
  if (guess === null) return []
  const end = guess.start === null ? null : guess.start + guess.quote.length
  return [{ field, quote: guess.quote, start: guess.start, end }]
}
