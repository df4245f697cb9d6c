import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { DocumentKind, Period, RegionLevel, Stage } from '../../shared/outline/document-facts.ts'
import { DOCUMENT_KINDS, REGION_LEVELS, STAGES } from '../../shared/outline/document-facts.ts'
import { TARGET_CHANGE_KINDS } from '../../shared/targets/target-change.ts'

interface SampleVersion {
  readonly file: string
  readonly stage: Stage
  readonly date: string
  readonly author: string
  readonly note: string
}

interface SampleDocument {
  readonly id: string
  readonly title: string
  readonly kind: DocumentKind
  readonly region: string
  readonly level: RegionLevel
  readonly period: Period
  readonly versions: readonly SampleVersion[]
}

interface Planted {
  readonly from: string
  readonly to: string
  readonly kind: string
  readonly leftQuote: string | null
  readonly rightQuote: string | null
  readonly leftOther?: string
  readonly rightOther?: string
  readonly also?: readonly string[]
  readonly terms?: { readonly left: string; readonly right: string }
  readonly occurrences?: number
}

interface VersionKey {
  readonly document: string
  readonly version: string
}

interface Samples {
  readonly documents: readonly SampleDocument[]
  readonly firstComparison: { readonly left: VersionKey; readonly right: VersionKey }
  readonly planted: readonly Planted[]
}

const FOLDER = new URL('../../../resources/samples/', import.meta.url)
const read = (file: string): string => readFileSync(new URL(file, FOLDER), 'utf8')
const samples = JSON.parse(read('samples.json')) as Samples
const versions = samples.documents.flatMap((document) => document.versions)
const texts = new Map(versions.map(({ file }) => [file, read(file)]))
const textOf = (file: string): string => texts.get(file) ?? ''
const count = (text: string, part: string): number => text.split(part).length - 1
const kindsBetween = (from: string, to: string): Set<string> =>
  new Set(samples.planted.filter((p) => p.from === from && p.to === to).map((p) => p.kind))

const TEXT_KINDS = [
  'moved',
  'split',
  'merged',
  'inserted',
  'deleted',
  'section-inserted',
  'renumbered',
  'wording',
  'punctuation',
  'numbering',
] as const
const ONLY_IN_FIRST_COMPARISON = [
  'section-moved',
  'substitution',
  'count-mismatch',
  'inconsistent-value',
  'growth-mismatch',
] as const

describe('sample documents', () => {
  test.each(versions.map(({ file }) => file))('%s holds 3 000 to 6 000 characters, one paragraph a line', (file) => {
    const text = textOf(file)
    const length = text.replace(/\s/gu, '').length
    expect(length).toBeGreaterThanOrEqual(3000)
    expect(length).toBeLessThanOrEqual(6000)
    expect(text).not.toMatch(/\r|\uFEFF|\n\n|[ \t]\n|\n[ \t]/u)
  })

  test.each(samples.documents)('$title: facts are ones the library knows', (document) => {
    expect(DOCUMENT_KINDS).toContain(document.kind)
    expect(REGION_LEVELS).toContain(document.level)
    expect(document.region).toBe('清川市')
    expect(document.period.from).toBeLessThanOrEqual(document.period.to)
  })

  test.each(samples.documents)('$title: stages and dates rise from version to version', ({ versions }) => {
    const stages = versions.map(({ stage }) => STAGES.indexOf(stage))
    const dates = versions.map(({ date }) => date)
    expect(stages).not.toContain(-1)
    expect(stages).toEqual([...new Set(stages)].sort((a, b) => a - b))
    expect(dates).toEqual([...new Set(dates)].sort())
  })

  test('the first comparison is the discussion draft against the consultation draft', () => {
    const find = (key: VersionKey): SampleVersion | undefined =>
      samples.documents.find(({ id }) => id === key.document)?.versions.find(({ file }) => file === key.version)
    expect(find(samples.firstComparison.left)?.stage).toBe('discussion')
    expect(find(samples.firstComparison.right)?.stage).toBe('consultation')
  })

  test('every indicator table has as many rows, and as many binding ones, as the prose says', () => {
    for (const [file, text] of texts) {
      const announced = /附表所列(\d+)项.*?约束性指标(\d+)项/u.exec(text)
      if (!announced) continue
      const rows = text
        .split('\n')
        .filter((line) => line.includes('|'))
        .slice(1)
      const binding = rows.filter((row) => row.endsWith('|约束性'))
      expect([file, rows.length, binding.length]).toEqual([file, Number(announced[1]), Number(announced[2])])
    }
  })
})

describe('planted changes', () => {
  test('every quote stands exactly once in its file', () => {
    const wrong = samples.planted.flatMap((p) =>
      [
        [p.from, p.leftQuote],
        [p.from, p.leftOther],
        [p.to, p.rightQuote],
        [p.to, p.rightOther],
      ].filter(([file, quote]) => quote != null && count(textOf(file ?? ''), quote) !== 1),
    )
    expect(wrong).toEqual([])
    expect(samples.planted.filter((p) => p.leftQuote === null && p.rightQuote === null)).toEqual([])
  })

  test('what else changed is named by the words for target changes', () => {
    const also = samples.planted.flatMap((p) => p.also ?? [])
    expect(also.length).toBeGreaterThan(0)
    for (const kind of also) expect(TARGET_CHANGE_KINDS).toContain(kind)
  })

  test('a substituted term is replaced everywhere', () => {
    const substitutions = samples.planted.filter((p) => p.kind === 'substitution')
    expect(substitutions.length).toBeGreaterThan(0)
    for (const { from, to, terms, occurrences } of substitutions) {
      const [left, right] = [terms?.left ?? '', terms?.right ?? '']
      expect([count(textOf(from), left), count(textOf(to), right)]).toEqual([occurrences, occurrences])
      expect([count(textOf(to), left), count(textOf(from), right)]).toEqual([0, 0])
    }
  })

  test('discussion to consultation has every kind of change', () => {
    const { left, right } = samples.firstComparison
    const expected = new Set<string>([...TARGET_CHANGE_KINDS, ...TEXT_KINDS, ...ONLY_IN_FIRST_COMPARISON])
    expect(kindsBetween(left.version, right.version)).toEqual(expected)
  })

  test('first draft to discussion has every kind but those of the first comparison alone', () => {
    const [first, discussion] = samples.documents.find(({ versions }) => versions.length > 1)?.versions ?? []
    const expected = new Set<string>([...TARGET_CHANGE_KINDS, ...TEXT_KINDS])
    expect(kindsBetween(first?.file ?? '', discussion?.file ?? '')).toEqual(expected)
  })
})
