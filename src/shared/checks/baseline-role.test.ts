import { describe, expect, test } from 'vitest'
import type { DocumentFacts } from '../outline/document-facts.ts'
import { baselineRole } from './baseline-role.ts'

const NOTHING: DocumentFacts = {
  kind: 'other',
  period: null,
  region: null,
  level: null,
  stage: null,
  date: null,
  evidence: [],
}

function plan(region: string | null, level: DocumentFacts['level'], from: number, to = from + 4): DocumentFacts {
  return { ...NOTHING, kind: 'five-year-plan', region, level, period: { from, to } }
}

function report(region: string | null, level: DocumentFacts['level'], year: number): DocumentFacts {
  return { ...NOTHING, kind: 'government-report', region, level, period: { from: year, to: year } }
}

const city = plan('临江市', 'city', 2026)

describe('the plan before is the previous one', () => {
  test('of the same region', () => {
    expect(baselineRole(city, plan('临江市', 'city', 2021))).toBe('previous')
    expect(baselineRole(plan('江南省临江市', 'city', 2026), plan('临江市', 'city', 2021))).toBe('previous')
    expect(baselineRole(plan(null, 'nation', 2026), plan(null, 'nation', 2021))).toBe('previous')
  })
  test.each([
    ['another region', plan('望湖市', 'city', 2021)],
    ['another province', plan('江南省', 'province', 2021)],
    ['two plans ago', plan('临江市', 'city', 2016)],
    ['a plan that comes after', plan('临江市', 'city', 2031)],
    ['an earlier draft of the same plan', { ...city, stage: 'first-draft' as const }],
    ['a plan that does not say whose it is', plan(null, null, 2021)],
    ['a plan that does not say for when', { ...plan('临江市', 'city', 2021), period: null }],
    ['a special plan', { ...plan('临江市', 'city', 2021), kind: 'special-plan' as const }],
    ['a report', report('临江市', 'city', 2025)],
  ])('not %s', (_, baseline) => {
    expect(baselineRole(city, baseline)).toBeNull()
  })
})

describe('the plan of the level above for the same years is the upper one', () => {
  test('of the province, the nation, and for a county of its city', () => {
    expect(baselineRole(city, plan('江南省', 'province', 2026))).toBe('upper')
    expect(baselineRole(city, plan(null, 'nation', 2026))).toBe('upper')
    expect(baselineRole(plan('江南省临江市', 'city', 2026), plan('江南省', 'province', 2026))).toBe('upper')
    expect(baselineRole(plan('临江市望湖县', 'county', 2026), plan('临江市', 'city', 2026))).toBe('upper')
    expect(baselineRole(plan('望湖县', 'county', 2026), plan('临江市', 'city', 2026))).toBe('upper')
  })
  test.each([
    ['for other years', city, plan('江南省', 'province', 2021)],
    ['of the level below', plan('江南省', 'province', 2026), city],
    ['of the same level', city, plan('望湖市', 'city', 2026)],
    ['of an unknown level', city, plan('江南省', null, 2026)],
    ['of a province it does not lie in', plan('江南省临江市', 'city', 2026), plan('海西省', 'province', 2026)],
    ['of a city it does not lie in', plan('临江市望湖县', 'county', 2026), plan('清远市', 'city', 2026)],
  ])('not %s', (_, document, baseline) => {
    expect(baselineRole(document, baseline)).toBeNull()
  })
})

describe('the plan that the year of a report lies in', () => {
  test('from its first to its last year', () => {
    for (const year of [2026, 2028, 2030]) expect(baselineRole(report('临江市', 'city', year), city)).toBe('plan')
  })
  test.each([
    ['of other years', report('临江市', 'city', 2025), city],
    ['of another region', report('望湖市', 'city', 2026), city],
    ['of the province', report('临江市', 'city', 2026), plan('江南省', 'province', 2026)],
    ['that is a report itself', report('临江市', 'city', 2026), report('临江市', 'city', 2025)],
    ['for a bulletin', { ...report('临江市', 'city', 2026), kind: 'bulletin' as const }, city],
    ['for two years in one', { ...report('临江市', 'city', 2026), period: { from: 2026, to: 2027 } }, city],
  ])('not %s', (_, document, baseline) => {
    expect(baselineRole(document, baseline)).toBeNull()
  })
})
