import { PlacedRecall } from '../memory/placed-recall.ts'
import type { Range } from '../text/range.ts'
import type { Finding } from './finding.ts'

/** What checks found inside blocks of a draft, for the next time it is checked. Checking with a memory gives the same as without. */
export class CheckMemory {
  /** Sums that do not add up within a block, by its text. */
  readonly sums = new PlacedRecall<readonly Finding[]>((findings, by) => findings.map((finding) => moved(finding, by)))

  endRound(): void {
    this.sums.endRound()
  }
}

function moved(finding: Finding, by: number): Finding {
  return { ...finding, ...shifted(finding, by), related: finding.related.map((range) => shifted(range, by)) }
}

function shifted({ start, end }: Range, by: number): Range {
  return { start: start + by, end: end + by }
}
