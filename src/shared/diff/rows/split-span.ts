import { heaviestChain, type Link } from '../align/chain.ts'
import { startOf, type TokenRow, type TokenSpan } from './token-row.ts'

/** Tokens in a row that stand once on each side and are taken to be the same place. */
const PHRASE = 3

/** Cuts a long stretch where a phrase stands once on each side; the parts cover it, in order. */
export function splitSpan(left: TokenRow, right: TokenRow, span: TokenSpan): TokenSpan[] {
  const leftPlaces = phrasesOf(left, span.leftStart, span.leftEnd)
  const rightPlaces = phrasesOf(right, span.rightStart, span.rightEnd)
  const links: Link[] = []
  for (const [phrase, l] of leftPlaces) {
    const r = rightPlaces.get(phrase) ?? -1
    if (l < 0 || r < 0) continue
    const weight = phrase.length
    links.push({ left: l, right: r, weight, shared: weight, score: 1, contained: 1 })
  }
  const parts: TokenSpan[] = []
  let [l, r] = [span.leftStart, span.rightStart]
  for (const link of heaviestChain(links, right.ends.length)) {
    parts.push({ leftStart: l, leftEnd: link.left, rightStart: r, rightEnd: link.right })
    l = link.left
    r = link.right
  }
  return [...parts, { leftStart: l, leftEnd: span.leftEnd, rightStart: r, rightEnd: span.rightEnd }]
}

/** Where each phrase begins that stands once; -1 for those that stand oftener. */
function phrasesOf(row: TokenRow, from: number, to: number): Map<string, number> {
  const places = new Map<string, number>()
  for (let token = from; token + PHRASE <= to; token += 1) {
    const phrase = row.key.slice(startOf(row, token), row.ends[token + PHRASE - 1])
    places.set(phrase, places.has(phrase) ? -1 : token)
  }
  return places
}
