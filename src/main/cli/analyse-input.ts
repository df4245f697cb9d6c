import { analyse } from '../../shared/comparison/analyse.ts'
import type { Analysis } from '../../shared/comparison/comparison.ts'
import type { Lexicon } from '../../shared/targets/lexicon.ts'
import type { ReadDocument } from '../services/read-document.ts'
import type { Io } from './io.ts'
import { readInput } from './read-input.ts'

/** A file read, cleaned and analysed. */
export interface AnalysedInput {
  readonly document: ReadDocument
  readonly analysis: Analysis
}

export async function analyseInput(file: string, io: Io, lexicon: Lexicon): Promise<AnalysedInput> {
  const document = await readInput(file, io)
  const { text, title, blocks, facts } = document
  return { document, analysis: analyse(text, lexicon, { title, blocks, facts }) }
}
