import type { WordSplitter } from '../rows/tokenize.ts'

/** The words of a comparison key, as one number each, in order. Marks and numbers are none, nor are words that only join others. */
export function wordsOf(key: string, splitWords: WordSplitter): Int32Array {
  const words: number[] = []
  for (const [run] of key.matchAll(RUN))
    for (const word of splitWords(run)) if (!JOINING.has(word)) words.push(toNumber(word))
  return Int32Array.from(words)
}

/** The characters of a comparison key, in order; as `wordsOf`. What says one thing in other words often shares them: 医师, 医生, 医务. */
export function charactersOf(key: string): Int32Array {
  const characters: number[] = []
  for (let i = 0; i < key.length; i += 1) {
    const code = key.charCodeAt(i)
    if (code >= 0x3400 && code <= 0x9fff && !JOINING.has(key.charAt(i))) characters.push(code)
  }
  return Int32Array.from(characters)
}

const RUN = /[\u3400-\u9fff]+|[A-Za-z]+/gu
const JOINING = new Set('的和与及等以为在对把将要或从向到并中了是地得有更加')

/** The same number for the same word; two words have one in so few cases that it tells nothing. */
function toNumber(word: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < word.length; i += 1) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193)
  return hash
}
