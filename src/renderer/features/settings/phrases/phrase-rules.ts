import type { Output } from '../../../../shared/contract/contract.ts'

export type PhraseList = Output<'phrases:get'>
export type Rule = PhraseList['rules'][number]

/** Whether a rule has the words looked for, in what is right or wrong. */
export function isWanted({ preferred, avoid, note }: Rule, query: string): boolean {
  const plain = (words: string) => words.normalize('NFKC').toLowerCase()
  const wanted = plain(query).trim()
  return wanted === '' || [preferred, ...avoid, note].some((words) => plain(words).includes(wanted))
}

/** Several ways of saying something, as somebody types them. */
export function departuresOf(typed: string): string[] {
  return [...new Set(typed.split(/[|｜；;\n]/u).map((word) => word.trim()))].filter(Boolean)
}
