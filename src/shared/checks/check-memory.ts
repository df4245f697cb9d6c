import { PlacedRecall } from '../memory/placed-recall.ts'
import { Recall } from '../memory/recall.ts'
import type { Range } from '../text/range.ts'
import type { Announced } from './announced-count.ts'
import type { Finding } from './finding.ts'

/** What checks found inside blocks of a draft, for the next time it is checked. Checking with a memory gives the same as without. */
export class CheckMemory {
  /** Sums that do not add up within a block, by its text. */
  readonly sums = new PlacedRecall<readonly Finding[]>((findings, by) => findings.map((finding) => moved(finding, by)))
  /** What blocks announce a count of, by their text. */
  readonly counts = new Recall<{ readonly announced: Announced | null }>()

  endRound(): void {
    this.sums.endRound()
    this.counts.endRound()
  }
}

function moved(finding: Finding, by: number): Finding {
  return { ...finding, ...shifted(finding, by), related: finding.related.map((range) => shifted(range, by)) }
}

function shifted({ start, end }: Range, by: number): Range {
  return { start: start + by, end: end + by }
}
