import type { Range } from '../text/range.ts'
import type { DocumentSource } from './document-source.ts'
import type { Finding } from './finding.ts'
import type { PhraseRule } from './phrase-list.ts'

/** Titles of other documents are quoted as they are. */
const TITLES = /《[^》\n]{1,60}》/g

/**
 * Phrases that depart from the user's list. A way of saying it that is part of the phrase as it should be, or of a title in 《》, is
 * none; each place is told once, by the longest departure.
 */
export function checkPhrases({ text }: DocumentSource, rules: readonly PhraseRule[]): Finding[] {
  if (rules.length === 0) return []
  const titles = rangesOf(text, TITLES)
  const found = rules.flatMap((rule) => departures(text, rule, titles))
  return found.filter(
    (one) =>
      !found.some((other) => other !== one && covers(other, one) && other.end - other.start > one.end - one.start),
  )
}

function departures(text: string, rule: PhraseRule, titles: readonly Range[]): Finding[] {
  const right = placesOf(text, rule.preferred)
  return rule.avoid.flatMap((word) =>
    placesOf(text, word)
      .filter((place) => ![...right, ...titles].some((range) => covers(range, place)))
      .map((place) => finding(place, word, rule)),
  )
}

function placesOf(text: string, word: string): Range[] {
  const places: Range[] = []
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
    places.push({ start: at, end: at + word.length })
  return places
}

function rangesOf(text: string, pattern: RegExp): Range[] {
  return [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }))
}

function covers(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && outer.end >= inner.end
}

function finding(place: Range, word: string, { preferred, note }: PhraseRule): Finding {
  const why = note === '' ? '' : `（${note}）`
  return {
    code: 'phrase-departure',
    severity: 'info',
    message: `提法与提法表不一致：“${word}”应为“${preferred}”${why}。`,
    ...place,
    expected: null,
    found: null,
    related: [],
  }
}
