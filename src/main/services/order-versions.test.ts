import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { STAGES, type Stage } from '../../shared/outline/document-facts.ts'
import { orderVersions, type Placeable, parentsOf } from './order-versions.ts'

/** `初稿@2` is a first draft that arrived second. */
const version = (id: string, seq: number, more: Partial<Placeable> = {}): Placeable => ({
  id,
  seq,
  stage: null,
  date: null,
  basedOn: null,
  ...more,
})
const ids = (versions: readonly Placeable[]) => orderVersions(versions).map(({ id }) => id)

describe('the line of versions', () => {
  test('follows dates where both have one', () => {
    expect(ids([version('b', 1, { date: '2026-03-01' }), version('a', 2, { date: '2025-12-31' })])).toEqual(['a', 'b'])
  })

  test('follows stages where a date is missing', () => {
    const issued = version('issued', 1, { stage: 'issued', date: '2026-03-01' })
    expect(ids([issued, version('draft', 2, { stage: 'first-draft' })])).toEqual(['draft', 'issued'])
  })

  test('believes a date more than a stage: a draft of the next round comes after the issued text', () => {
    const issued = version('issued', 1, { stage: 'issued', date: '2026-03-01' })
    const next = version('next', 2, { stage: 'first-draft', date: '2026-09-01' })
    expect(ids([issued, next])).toEqual(['issued', 'next'])
  })

  test('keeps the order of arrival where nothing is known', () => {
    expect(ids([version('b', 2), version('a', 1), version('c', 3, { stage: 'discussion' })])).toEqual(['a', 'b', 'c'])
  })

  test('never puts a sealed draft before what it was written from', () => {
    const base = version('base', 1, { stage: 'issued' })
    expect(ids([base, version('sealed', 2, { stage: 'discussion', basedOn: 'base' })])).toEqual(['base', 'sealed'])
  })

  test('for all versions: each once, whatever order they are given in', () => {
    const one = fc.record({
      stage: fc.constantFrom<Stage | null>(null, ...STAGES),
      date: fc.constantFrom(null, '2025-01-01', '2025-06-01', '2026-01-01'),
    })
    fc.assert(
      fc.property(fc.array(one, { maxLength: 8 }), fc.nat(), (fields, turn) => {
        const versions = fields.map((field, seq) => version(`v${seq}`, seq, field))
        const turned = versions.map((_, i) => versions[(i + turn) % versions.length] ?? version('', 0))
        expect(ids(turned)).toEqual(ids(versions))
        expect(ids(versions).toSorted()).toEqual(versions.map(({ id }) => id).toSorted())
      }),
    )
  })
})

describe('what a version is compared with', () => {
  test('is the one before it', () => {
    const parents = parentsOf([version('b', 2, { stage: 'issued' }), version('a', 1, { stage: 'first-draft' })])
    expect(Object.fromEntries(parents)).toEqual({ a: null, b: 'a' })
  })

  test('is what it was written from, while that is in the line', () => {
    const [a, b] = [version('a', 1), version('b', 2)]
    const sealed = version('c', 3, { basedOn: 'a' })
    expect(parentsOf([a, b, sealed]).get('c')).toBe('a')
    expect(parentsOf([b, sealed]).get('c')).toBe('b')
  })
})
