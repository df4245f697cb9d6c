import type { Block } from '../outline/block.ts'
import type { DocumentFacts } from '../outline/document-facts.ts'
import type { Target } from '../targets/target.ts'

/** One document as the checks see it. */
export interface DocumentSource {
  readonly text: string
  readonly blocks: readonly Block[]
  readonly targets: readonly Target[]
  readonly facts: DocumentFacts
}
