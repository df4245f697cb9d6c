import type { Output } from '../../shared/contract/contract.ts'
import { wholeCharacters } from '../../shared/review/make-anchor.ts'
import type { FoundVersion, SearchRepo } from '../db/repositories/search-repo.ts'
import { FULL_WIDTH, foldText } from '../db/search-terms.ts'
import { orderVersions } from './order-versions.ts'

type Found = Output<'search:find'>
type FoundDocument = Found['documents'][number]
type Match = FoundDocument['versions'][number]['matches'][number]

/** Words of a query that are looked for; who types more has pasted a sentence with blanks in it. */
const MAX_TERMS = 8
/** Matches shown of one version. */
const MAX_MATCHES = 5
/** UTF-16 units of the line shown before and after a match. */
const BEFORE = 24
const AFTER = 60

function termsOf(query: string): readonly string[] {
  const terms = foldText(query).split(/\s+/u)
  return [...new Set(terms)].filter((term) => term !== '').slice(0, MAX_TERMS)
}

const wideOf = (character: string): string => String.fromCharCode(character.charCodeAt(0) + FULL_WIDTH)

/** One folded character as a pattern of all that fold to it. */
function patternOf(character: string): string {
  if (character < '!' || character > '~') return character
  const forms = new Set([character, character.toUpperCase()].flatMap((form) => [form, wideOf(form)]))
  return `[${[...forms].join('').replace(/[\\\]^-]/g, '\\$&')}]`
}

/** Finds each term in a text that is not folded, the longest first where one holds another. */
function matcherOf(terms: readonly string[]): RegExp {
  const longestFirst = terms.toSorted((a, b) => b.length - a.length)
  return new RegExp(longestFirst.map((term) => Array.from(term, patternOf).join('')).join('|'), 'g')
}

/** The match with what stands around it in its line. */
function matchAt(text: string, start: number, length: number): Match {
  const end = start + length
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const lineEnd = text.indexOf('\n', end)
  const around = wholeCharacters(text, {
    start: Math.max(lineStart, start - BEFORE),
    end: Math.min(lineEnd < 0 ? text.length : lineEnd, end + AFTER),
  })
  return { start, end, context: text.slice(around.start, around.end), contextStart: around.start }
}

function matchesIn(text: string, matcher: RegExp): { readonly count: number; readonly matches: Match[] } {
  const matches: Match[] = []
  let count = 0
  for (const found of text.matchAll(matcher)) {
    count += 1
    if (count <= MAX_MATCHES) matches.push(matchAt(text, found.index, found[0].length))
  }
  return { count, matches }
}

/** By document, those first whose versions came last; the versions of each newest first. */
function groupByDocument(versions: readonly FoundVersion[]): readonly (readonly FoundVersion[])[] {
  const groups = new Map<string, FoundVersion[]>()
  for (const version of versions) groups.set(version.documentId, [...(groups.get(version.documentId) ?? []), version])
  return [...groups.values()].map((group) => orderVersions(group).toReversed())
}

/**
 * Finds the words of `query`, parted by blanks, in every visible version; all of them must occur. Case and width do not matter.
 * At most `limit` versions are read and shown; `total` says how many there are.
 */
export async function findInLibrary(search: SearchRepo, query: string, limit: number): Promise<Found> {
  const terms = termsOf(query)
  const versions = terms.length === 0 ? [] : await search.find(terms)
  const groups = groupByDocument(versions)
  const matcher = matcherOf(terms)
  const documents: FoundDocument[] = []
  let left = limit
  for (const group of groups) {
    const shown = group.slice(0, left)
    const [first] = shown
    if (!first) break
    left -= shown.length
    const { documentId, title, kind } = first
    const found: FoundDocument['versions'] = []
    for (const { id: versionId, stage, date } of shown)
      found.push({ versionId, stage, date, ...matchesIn(await search.text(versionId), matcher) })
    documents.push({ documentId, title, kind, versions: found })
  }
  return { documents, total: { documents: groups.length, versions: versions.length } }
}
