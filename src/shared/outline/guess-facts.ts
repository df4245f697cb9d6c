import type { Block } from './block.ts'
import type { DocumentFacts, DocumentKind, FactEvidence, Period, RegionLevel, Stage } from './document-facts.ts'
import { type FactSource, type Guess, guessByPattern } from './fact-source.ts'
import { findTitle } from './find-title.ts'
import { guessDate } from './guess-date.ts'
import { guessPeriod } from './guess-period.ts'
import { guessRegion } from './guess-region.ts'

const HEAD_BLOCKS = 12
const HEAD_LENGTH = 1500

const KINDS: readonly (readonly [DocumentKind, RegExp])[] = [
  ['government-report', /政\s*府\s*工\s*作\s*报\s*告|我代表[^。；]{2,20}(?:报告|作)[^。；]{0,14}工作/],
  ['bulletin', /(?:统计|发展)公报/],
  ['five-year-plan', /国民经济和社会发展[^。，]{0,30}?(?:五年|规划|计划)[^。，]{0,20}?(?:规划|计划|纲要|目标)/],
  ['five-year-plan', /十[一二三四五六七八九]?五[”"]?(?:规划|计划)(?:[^。，]{0,20})?纲要/],
  ['special-plan', /(?:“?十[一二三四五六七八九]?五”?|专项|发展|建设|治理|保护|总体)[^。，]{0,12}?规划/],
  ['law', /(?:条例|规定|办法|细则|[^办方想]法|解释)(?:[（(][^（()）]*[）)])?$/],
]

const STAGES: readonly (readonly [Stage, RegExp])[] = [
  ['consultation', /征求意见稿?|公开征求意见/],
  ['discussion', /讨论稿|政治协商稿|协商稿/],
  ['review', /送审稿|审议稿|[（(]草\s*案[）)]|报批稿|上会稿/],
  ['first-draft', /初\s*稿|代拟稿/],
  ['issued', /印发稿|公布稿|[（(]印发[）)]|会议(?:通过|批准)|(?:修正|修订|公布)$/],
]

/**
 * Guesses what a document is from its title, its first lines and its file name, each guess with the words that say so.
 * Nothing is invented: what neither the text nor the file name says is null.
 */
export function guessFacts(text: string, blocks: readonly Block[], fileName?: string): DocumentFacts {
  const sources = factSources(text, blocks, fileName)
  const kind = guessByPattern(sources, KINDS)
  const stage = guessByPattern([...sources.filter((s) => s.offset === null), ...sources], STAGES)
  const period = guessPeriod(sources, kind?.value ?? 'other')
  const region = guessRegion(sources)
  const date = guessDate(sources)
  const evidence = [
    ...evidenceOf('kind', kind),
    ...evidenceOf('period', period),
    ...evidenceOf('region', region),
    ...evidenceOf('level', region),
    ...evidenceOf('stage', stage),
    ...evidenceOf('date', date),
  ]
  return {
    kind: kind?.value ?? 'other',
    period: valueOf<Period>(period),
    region: region?.value.name ?? null,
    level: valueOf<RegionLevel>(region === null ? null : { ...region, value: region.value.level }),
    stage: valueOf<Stage>(stage),
    date: valueOf<string>(date),
    evidence,
  }
}

function factSources(text: string, blocks: readonly Block[], fileName: string | undefined): FactSource[] {
  const sources: FactSource[] = []
  for (const block of blocks.filter((candidate) => candidate.kind === 'title')) {
    sources.push({ text: text.slice(block.start, block.end), offset: block.start })
  }
  if (fileName !== undefined) sources.push({ text: fileName.replace(/\.[^.]*$/, ''), offset: null })
  if (sources.length === 0) sources.push({ text: findTitle(text, blocks), offset: blocks[0]?.start ?? 0 })
  for (const block of blocks.slice(0, HEAD_BLOCKS)) {
    if (block.end > HEAD_LENGTH && block !== blocks[0]) break
    sources.push({ text: text.slice(block.start, Math.min(block.end, block.start + HEAD_LENGTH)), offset: block.start })
  }
  return sources
}

function valueOf<T>(guess: Guess<T> | null): T | null {
  return guess === null ? null : guess.value
}

function evidenceOf(field: FactEvidence['field'], guess: Guess<unknown> | null): FactEvidence[] {
  if (guess === null) return []
  const end = guess.start === null ? null : guess.start + guess.quote.length
  return [{ field, quote: guess.quote, start: guess.start, end }]
}
