import type { LineFeatures } from './line-features.ts'
import { gapClass } from './start-evidence.ts'

/** So many imagined lines stand for what is expected before a text shows its habits. */
const PRIOR = 4

/** How often none, one, or several blank lines stand above these lines. */
export function gapShares(lines: readonly LineFeatures[]): [number, number, number] {
  const counts: [number, number, number] = [PRIOR / 2, PRIOR / 4, PRIOR / 4]
  for (const line of lines) counts[gapClass(line)] += 1
  const sum = lines.length + PRIOR
  return [counts[0] / sum, counts[1] / sum, counts[2] / sum]
}
