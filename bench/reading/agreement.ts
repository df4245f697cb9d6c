import DiffMatchPatch from 'diff-match-patch'

/** How far two readings of one document agree. */
export interface Agreement {
  /** Share of non-blank characters that both have in the same order. */
  readonly characters: number
  /** F1 of block boundaries, at the characters both have. */
  readonly boundaries: number
  /** The first places where they differ, for looking at. */
  readonly differences: readonly string[]
}

const MAX_DIFFERENCES = 20

/** Compares two canonical texts character by character. */
export function agreement(left: string, right: string): Agreement {
  const [a, b] = [strip(left), strip(right)]
  const dmp = new DiffMatchPatch.diff_match_patch()
  dmp.Diff_Timeout = 60
  const diffs = dmp.diff_main(a.text, b.text, false)
  /** Boundaries that stand between the same characters on both sides, in the offsets of each. */
  const [mine, theirs] = [new Set<number>(), new Set<number>()]
  const differences: string[] = []
  let [i, j, equal] = [0, 0, 0]
  for (const [op, text] of diffs) {
    if (op === 0) {
      for (let k = 0; k <= text.length; k += 1) {
        if (!a.starts.has(i + k) || !b.starts.has(j + k)) continue
        mine.add(i + k)
        theirs.add(j + k)
      }
      equal += text.length
      i += text.length
      j += text.length
    } else {
      differences.push(`${op < 0 ? '-' : '+'}${text} (${a.text.slice(Math.max(0, i - 8), i)})`)
      if (op < 0) i += text.length
      else j += text.length
    }
  }
  // Beside an insertion one boundary meets two places, and beside a deletion two meet one.
  const found = Math.min(mine.size, theirs.size)
  const total = a.text.length + b.text.length
  return {
    characters: total === 0 ? 1 : (2 * equal) / total,
    boundaries: (2 * found) / Math.max(1, a.starts.size + b.starts.size),
    differences: differences.slice(0, MAX_DIFFERENCES),
  }
}

/** The non-blank characters, and the offsets among them at which lines start. */
function strip(text: string): { text: string; starts: ReadonlySet<number> } {
  const starts = new Set<number>()
  let stripped = ''
  for (const line of text.split('\n')) {
    const compact = line.replace(/\s/g, '')
    if (compact === '') continue
    starts.add(stripped.length)
    stripped += compact
  }
  return { text: stripped, starts }
}
