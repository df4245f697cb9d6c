import { checkDocument } from '../checks/check-document.ts'
import { type CheckSettings, withoutDisabled } from '../checks/check-settings.ts'
import type { Block } from '../outline/block.ts'
import type { DocumentFacts } from '../outline/document-facts.ts'
import { findTitle } from '../outline/find-title.ts'
import { guessFacts } from '../outline/guess-facts.ts'
import { parseOutline } from '../outline/parse.ts'
import { applyCorrections, type TargetCorrection } from '../targets/correction.ts'
import { extractTargets } from '../targets/extract.ts'
import type { Lexicon } from '../targets/lexicon.ts'
import type { Analysis } from './comparison.ts'
import { ReadingMemory } from './reading-memory.ts'

/** What is already known of a text: blocks from its reading, facts as the user corrected them. */
export interface KnownOfText {
  readonly blocks?: readonly Block[]
  readonly facts?: DocumentFacts
  readonly title?: string
  /** What people said of targets of this document that were read wrongly. */
  readonly corrections?: readonly TargetCorrection[]
  /** What the user says of the checks; without it all are on and no phrase is looked at. */
  readonly checks?: CheckSettings
}

/**
 * Reads out of one canonical text all that a comparison needs: blocks, facts, targets, findings. `memory` spares reading again
 * what was read before; it changes nothing in the result.
 */
export function analyse(
  text: string,
  lexicon: Lexicon,
  known: KnownOfText = {},
  memory = new ReadingMemory(),
): Analysis {
  const blocks = known.blocks ?? parseOutline(text, [], memory.outline)
  const facts = known.facts ?? guessFacts(text, blocks)
  const read = extractTargets({ text, blocks, facts }, lexicon, memory.targets)
  const targets = applyCorrections(text, read, known.corrections ?? [], lexicon)
  const { disabled = [], phrases = [] } = known.checks ?? {}
  const found = checkDocument({ text, blocks, targets, facts }, { phrases }, memory.checks)
  const { shown: findings, hidden } = withoutDisabled(found, disabled)
  const title = known.title ?? findTitle(text, blocks)
  return { title, text, blocks, facts, targets, findings, ...(disabled.length > 0 ? { hidden } : {}) }
}
