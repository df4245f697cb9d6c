import { isHan } from '../characters.ts'

/** Says how often two characters stand side by side inside the lines of a text: often within a word, rarely across a paragraph end. */
export interface Cohesion {
  readonly count: (before: string, after: string) => number
}

/** Counts the pairs of Han characters inside lines, when first asked; pairs across line ends are what is asked for and are not counted. */
export function measureCohesion(lines: readonly { readonly text: string }[]): Cohesion {
  let counts: ReadonlyMap<number, number> | null = null
  return {
    count: (before, after) => {
      counts ??= countPairs(lines)
      return counts.get(before.charCodeAt(before.length - 1) * 0x10000 + after.charCodeAt(0)) ?? 0
    },
  }
}

function countPairs(lines: readonly { readonly text: string }[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>()
  for (const { text } of lines) {
    for (let i = 1; i < text.length; i += 1) {
      if (!isHan(text.charAt(i)) || !isHan(text.charAt(i - 1))) continue
      const pair = text.charCodeAt(i - 1) * 0x10000 + text.charCodeAt(i)
      counts.set(pair, (counts.get(pair) ?? 0) + 1)
    }
  }
  return counts
}
