/** Counts lines: the paragraph number that stands in the margin of an offset, from 1. */
export function createLineIndex(text: string): (offset: number) => number {
  if (last?.text !== text) last = { text, lineOf: indexLines(text) }
  return last.lineOf
}

/** Every moved row of one drawing asks for the lines of the same text. */
let last: { readonly text: string; readonly lineOf: (offset: number) => number } | null = null

function indexLines(text: string): (offset: number) => number {
  const breaks: number[] = []
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) breaks.push(at)
  return (offset) => {
    let low = 0
    let high = breaks.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((breaks[middle] as number) < offset) low = middle + 1
      else high = middle
    }
    return low + 1
  }
}
