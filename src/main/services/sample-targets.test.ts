import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { FINDING_CODES } from '../../shared/checks/finding.ts'
import { analyse } from '../../shared/comparison/analyse.ts'
import type { Analysis } from '../../shared/comparison/comparison.ts'
import { pairTargets } from '../../shared/targets/pair.ts'
import { TARGET_CHANGE_KINDS, type TargetChange } from '../../shared/targets/target-change.ts'
import type { Range } from '../../shared/text/range.ts'
import { loadLexicon } from './load-lexicon.ts'
import { readDocument } from './read-document.ts'
import { resourcePath } from './resource-path.ts'

interface Planted {
  readonly from: string
  readonly to: string
  readonly kind: string
  readonly also?: readonly string[]
  readonly ambition?: string
  readonly leftQuote: string | null
  readonly rightQuote: string | null
  readonly expected?: number
  readonly found?: number
}

const lexicon = loadLexicon()
const { planted, documents } = JSON.parse(readFileSync(resourcePath('samples', 'samples.json'), 'utf8')) as {
  planted: Planted[]
  documents: { versions: { file: string }[] }[]
}
const files = documents.flatMap((document) => document.versions.map((version) => version.file))
const analyses = new Map<string, Analysis>()
for (const file of files) {
  const read = await readDocument(readFileSync(resourcePath('samples', file)), file)
  analyses.set(file, analyse(read.text, lexicon, read))
}
const analysisOf = (file: string): Analysis => {
  const found = analyses.get(file)
  if (found === undefined) throw new Error(`${file} is no sample`)
  return found
}

/** Where a quote of the sample stands in the canonical text; blanks around bars aside. */
function rangeOf(text: string, quote: string): Range {
  const start = text.indexOf(quote)
  if (start < 0 || text.includes(quote, start + 1)) throw new Error(`not once in the text: ${quote}`)
  return { start, end: start + quote.length }
}

const touches = (a: Range, b: Range): boolean => a.start < b.end && b.start < a.end

function standsAt(change: TargetChange, side: 'left' | 'right', range: Range | null): boolean {
  const places = [change[side], ...(change.alsoAt ?? []).map((place) => place[side])]
  return range === null ? change[side] === null : places.some((place) => place !== null && touches(place, range))
}

const changesOf = new Map<string, TargetChange[]>()
function changesBetween(from: string, to: string): TargetChange[] {
  const key = `${from}>${to}`
  const known = changesOf.get(key) ?? pairTargets(analysisOf(from), analysisOf(to), lexicon)
  changesOf.set(key, known)
  return known
}

const kinds: readonly string[] = TARGET_CHANGE_KINDS
const changed = planted.filter((entry) => kinds.includes(entry.kind))
const label = (file: string): string => file.replace(/^qingchuan-|\.txt$/g, '')

describe('the target changes planted in the samples', () => {
  it.each(
    changed.map(
      (entry) =>
        [`${label(entry.from)} → ${label(entry.to)} ${entry.kind}`, entry.leftQuote, entry.rightQuote, entry] as const,
    ),
  )('%s: %s → %s', (_, leftQuote, rightQuote, entry) => {
    const left = leftQuote === null ? null : rangeOf(analysisOf(entry.from).text, leftQuote)
    const right = rightQuote === null ? null : rangeOf(analysisOf(entry.to).text, rightQuote)
    const here = changesBetween(entry.from, entry.to).filter(
      (change) => standsAt(change, 'left', left) && standsAt(change, 'right', right),
    )
    const said = here.map((change) => ({ kinds: [change.change, ...change.also], ambition: change.ambition }))
    const wanted = [entry.kind, ...(entry.also ?? [])]
    expect(said).toContainEqual({
      kinds: expect.arrayContaining(wanted) as unknown,
      ambition: entry.ambition ?? (expect.any(String) as unknown),
    })
  })
})

describe('the findings planted in the samples', () => {
  const codes: readonly string[] = FINDING_CODES
  const found = planted.filter((entry) => codes.includes(entry.kind))

  it.each(found.map((entry) => [entry.kind, entry.rightQuote, entry] as const))('%s: %s', (kind, quote, entry) => {
    const { text, findings } = analysisOf(entry.to)
    const place = rangeOf(text, quote ?? '')
    const here = findings.filter((finding) => finding.code === kind && touches(finding, place))
    expect(here).toHaveLength(1)
    if (entry.expected !== undefined) expect(here[0]).toMatchObject({ expected: entry.expected, found: entry.found })
  })

  it.each(files)('nothing else is found in %s', (file) => {
    const { text, findings } = analysisOf(file)
    const mine = found.filter((entry) => entry.to === file)
    expect(findings.map(({ code, start, end }) => [code, text.slice(start, end)])).toHaveLength(mine.length)
  })
})
