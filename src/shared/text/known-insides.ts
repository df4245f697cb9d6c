import { bareText } from './bare-text.ts'

/** What is known of the break above a line: it stands between two words of a paragraph, at a wide blank inside one, or nothing. */
export type Inside = 'words' | 'gap' | null

/** What is known of the breaks above lines that follow each other. */
export type KnownInsides = (lines: readonly string[]) => readonly Inside[]

/**
 * How many characters on both sides of a break are looked up, the most even first: where one side was edited the other tells
 * more, and the last line of a paragraph can be a single character.
 */
const WINDOWS: readonly (readonly [before: number, after: number])[] = [
  [8, 8],
  [12, 4],
  [4, 12],
  [14, 2],
  [2, 14],
  [15, 1],
  [1, 15],
]
const LENGTH = 16

/** Blanks that set a heading apart from the text on its line. */
const GAP = /(?<=\S)\s{2,}(?=\S)/g

/**
 * Tells of breaks between lines whether they stand inside a paragraph, from a text of which each line is known to be a whole paragraph: it
 * has the words on both sides of the break one after the other. Whether the line was set in, or the one above left short, must be asked
 * besides: a paragraph that was parted has the same words.
 * @param paragraphs the lines of the other text
 */
export function knownInsides(paragraphs: readonly string[]): KnownInsides {
  return (lines) => {
    const bare = lines.map(bareText)
    const text = bare.join('')
    let at = 0
    const breaks = bare.map((line, index) => {
      const words = index === 0 || line === '' ? [] : around(text, at)
      at += line.length
      return words
    })
    const asked: Asked = {
      words: new Map(breaks.flat().map(({ words }) => [words, false])),
      gaps: new Map(breaks.flat().map(({ place }) => [place, false])),
    }
    for (const paragraph of paragraphs) note(paragraph, asked)
    return breaks.map((each) => insideOf(each, asked))
  }
}

/** Words around a place; `place` also says how many of them stand before it. */
interface Words {
  readonly words: string
  readonly place: string
}

/** The words that are looked for, and whether the other text has them in a paragraph, and has a wide blank at their place. */
interface Asked {
  readonly words: Map<string, boolean>
  readonly gaps: Map<string, boolean>
}

function insideOf(words: readonly Words[], asked: Asked): Inside {
  if (words.some(({ place }) => asked.gaps.get(place))) return 'gap'
  return words.some((each) => asked.words.get(each.words)) ? 'words' : null
}

/** The words around a place, by each of the windows that lie within the text. */
function around(text: string, at: number): Words[] {
  return WINDOWS.filter(([before, after]) => at >= before && at + after <= text.length).map(([before, after]) => {
    const words = text.slice(at - before, at + after)
    return { words, place: `${before}${words}` }
  })
}

/** Notes what a paragraph has of what is looked for. */
function note(paragraph: string, asked: Asked): void {
  const text = bareText(paragraph)
  for (let at = 0; at + LENGTH <= text.length; at += 1) {
    const words = text.slice(at, at + LENGTH)
    if (asked.words.has(words)) asked.words.set(words, true)
  }
  let [at, from] = [0, 0]
  for (const gap of paragraph.matchAll(GAP)) {
    at += bareText(paragraph.slice(from, gap.index)).length
    from = gap.index
    for (const { place } of around(text, at)) if (asked.gaps.has(place)) asked.gaps.set(place, true)
  }
}
