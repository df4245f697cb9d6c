import { analyse } from '../../shared/comparison/analyse.ts'
import type { Analysis } from '../../shared/comparison/comparison.ts'
import type { Lexicon } from '../../shared/targets/lexicon.ts'
import { builtInPhrases } from '../services/check-settings.ts'
import type { ReadDocument } from '../services/read-document.ts'
import { readPair } from '../services/read-pair.ts'
import type { Io } from './io.ts'
import { inputBytes, readInput } from './read-input.ts'

/** A file read, cleaned and analysed. */
export interface AnalysedInput {
  readonly document: ReadDocument
  readonly analysis: Analysis
}

function analysed(document: ReadDocument, lexicon: Lexicon): AnalysedInput {
  const { text, title, blocks, facts } = document
  const checks = { disabled: [], phrases: builtInPhrases() }
  return { document, analysis: analyse(text, lexicon, { title, blocks, facts, checks }) }
}

export async function analyseInput(file: string, io: Io, lexicon: Lexicon): Promise<AnalysedInput> {
  return analysed(await readInput(file, io), lexicon)
}

/** Two files to be compared, read alike. */
export async function analysePair(
  leftFile: string,
  rightFile: string,
  io: Io,
  lexicon: Lexicon,
): Promise<{ readonly left: AnalysedInput; readonly right: AnalysedInput }> {
  const { left, right } = await readPair(await inputBytes(leftFile, io), await inputBytes(rightFile, io))
  return { left: analysed(left, lexicon), right: analysed(right, lexicon) }
}
