import { nameKey } from './canonical.ts'
import type { Target } from './target.ts'

/** What a target measures, under one name: the lexicon's, or the form by which names are compared. */
export function identityOf(target: Target): string {
  return target.canonical ?? nameKey(target.indicator)
}
