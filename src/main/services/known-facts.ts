import type { Block } from '../../shared/outline/block.ts'
import type { DocumentFacts } from '../../shared/outline/document-facts.ts'
import { guessFacts } from '../../shared/outline/guess-facts.ts'
import type { DocumentFields, VersionFields } from '../db/records.ts'

/** What a text says of itself, overruled by what the user says of its document and version. */
export function knownFacts(
  text: string,
  blocks: readonly Block[],
  document: DocumentFields,
  version: Pick<VersionFields, 'stage' | 'date'>,
): DocumentFacts {
  const guessed = guessFacts(text, blocks)
  const { kind, region, level, periodFrom, periodTo } = document
  return {
    kind,
    region: region ?? guessed.region,
    level: level ?? guessed.level,
    period: periodFrom === null || periodTo === null ? guessed.period : { from: periodFrom, to: periodTo },
    stage: version.stage ?? guessed.stage,
    date: version.date ?? guessed.date,
    evidence: guessed.evidence,
  }
}
