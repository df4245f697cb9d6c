/*
 * What the search indexes hold. Whoever changes what is made of a text here adds a migration that fills them anew.
 */

/** Full-width ASCII and the ideographic blank stand this far behind their half-width forms. */
export const FULL_WIDTH = 0xfee0
const FOLDED = /[A-Z\0\u3000\uff01-\uff5e]/g

function foldOne(character: string): string {
  if (character === '\0' || character === '\u3000') return ' '
  const code = character.charCodeAt(0)
  return (code > FULL_WIDTH ? String.fromCharCode(code - FULL_WIDTH) : character).toLowerCase()
}

/**
 * The text as it is searched: ＧＤＰ, GDP and gdp are the same, so are 3％ and 3%. Each UTF-16 unit keeps its place, so an
 * offset in one is an offset in the other. NUL, at which SQLite's tokenizers stop, becomes a blank.
 */
export function foldText(text: string): string {
  return text.replace(FOLDED, foldOne)
}

/** A term as a word of ASCII letters and digits, which every tokenizer leaves whole. */
function encode(term: string): string {
  let word = ''
  for (let i = 0; i < term.length; i += 1) word += term.charCodeAt(i).toString(16).padStart(4, '0')
  return word
}

/** The word that a query of one or two characters is found by. */
export function shortTerm(query: string): string {
  return encode(query)
}

/**
 * All single characters and pairs of neighbours of a folded text, each once, as words: FTS5's trigrams cannot find anything
 * shorter than three characters (https://sqlite.org/fts5.html#the_trigram_tokenizer). Blanks part words of a query, so
 * nothing that holds one is looked for.
 */
export function shortTerms(folded: string): string {
  const terms = new Set<string>()
  let before = ''
  for (const character of folded) {
    const blank = character.trim() === ''
    if (!blank) {
      terms.add(character)
      if (before !== '') terms.add(before + character)
    }
    before = blank ? '' : character
  }
  return Array.from(terms, encode).join(' ')
}
