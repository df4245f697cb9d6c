import { isHan } from '../characters.ts'

/** Says whether two lines read on: the last character of one and the first of the next stand side by side elsewhere as in a word. */
export interface Cohesion {
  readonly readsOn: (before: string, after: string) => boolean
}

/** A pair counts as a word when it is met twice, and six times as often as its characters would meet by chance. */
const MIN_COUNT = 2
const MIN_RATIO = 6

interface Counts {
  readonly pairs: ReadonlyMap<number, number>
  readonly single: ReadonlyMap<number, number>
  readonly total: number
}

/** Counts the pairs of Han characters inside lines, when first asked; pairs across line ends are what is asked for and are not counted. */
export function measureCohesion(lines: readonly { readonly text: string }[]): Cohesion {
  let counts: Counts | null = null
  return {
    readsOn: (before, after) => {
      counts ??= countPairs(lines)
      const [a, b] = [before.charCodeAt(before.length - 1), after.charCodeAt(0)]
      const together = counts.pairs.get(a * 0x10000 + b) ?? 0
      const expected = ((counts.single.get(a) ?? 0) * (counts.single.get(b) ?? 0)) / Math.max(1, counts.total)
      return together >= MIN_COUNT && together >= expected * MIN_RATIO
    },
  }
}

function countPairs(lines: readonly { readonly text: string }[]): Counts {
  const pairs = new Map<number, number>()
  const single = new Map<number, number>()
  let total = 0
  for (const { text } of lines) {
    let before = 0
    for (let i = 0; i < text.length; i += 1) {
      const code = isHan(text.charAt(i)) ? text.charCodeAt(i) : 0
      if (code > 0) {
        total += 1
        single.set(code, (single.get(code) ?? 0) + 1)
        if (before > 0) pairs.set(before * 0x10000 + code, (pairs.get(before * 0x10000 + code) ?? 0) + 1)
      }
      before = code
    }
  }
  return { pairs, single, total }
}
