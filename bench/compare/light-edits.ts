/** mulberry32: the same seed gives the same numbers everywhere. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const WORDS: readonly (readonly [string, string])[] = [
  ['加快', '稳步'],
  ['完善', '健全'],
  ['达到', '力争达到'],
  ['加强', '强化'],
  ['重点', '着力'],
]

/** A text with about this many edits of the kind a reviser makes: numbers, words, paragraphs moved, struck and written. */
export function editLightly(text: string, edits: number, seed: number): string {
  const random = seeded(seed)
  const lines = text.split('\n')
  const at = (): number => Math.floor(random() * lines.length)
  for (let done = 0, tries = 0; done < edits && tries < edits * 50; tries += 1) {
    const i = at()
    const line = lines[i] ?? ''
    const kind = Math.floor(random() * 10)
    const edited = editLine(line, kind, random)
    if (edited !== line) lines[i] = edited
    else if (kind === 8 && line.length > 30) lines.splice(at(), 0, ...lines.splice(i, 1))
    else if (kind === 9 && line.length > 30 && line.length < 200) lines.splice(i, 1)
    else continue
    done += 1
  }
  return lines.join('\n')
}

function editLine(line: string, kind: number, random: () => number): string {
  if (kind < 5) {
    const numbers = [...line.matchAll(/\d+(?:\.\d+)?/g)]
    const number = numbers[Math.floor(random() * numbers.length)]
    if (!number) return line
    const changed = String(Math.round(Number(number[0]) * 11 + 10) / 10)
    return line.slice(0, number.index) + changed + line.slice(number.index + number[0].length)
  }
  const [from, to] = WORDS[Math.floor(random() * WORDS.length)] ?? ['', '']
  return kind < 8 ? line.replace(from, to) : line
}
