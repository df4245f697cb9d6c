import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Block } from '../../outline/block.ts'
import { applyStep, documents, editSteps, outlined } from '../session/edit-steps.test-helper.ts'
import type { DiffSide } from '../units/unit.ts'
import { turned } from './merge-laws.test-helper.ts'
import { merge3 } from './merge3.ts'
import { conflictsOf, type Merged, resolveMerge } from './merged.ts'

/** The long run of the quality bench asks for more. */
const RUNS = Number(process.env['DUIGAO_LAW_RUNS'] ?? 120)

const revisions = fc
  .tuple(documents, fc.array(editSteps, { maxLength: 12 }), fc.array(editSteps, { maxLength: 12 }))
  .map(([base, ours, theirs]) => ({
    base: outlined(base),
    ours: outlined(ours.reduce(applyStep, base)),
    theirs: outlined(theirs.reduce(applyStep, base)),
  }))

/** Any text with any blocks, sensible or not. */
const anything: fc.Arbitrary<DiffSide> = fc.record({
  text: fc.string({ unit: fc.constantFrom(...Array.from('甲乙丙丁\n\n 3%，。|一、𠮷\u200b７7')), maxLength: 40 }),
  blocks: fc.array(
    fc.record({
      kind: fc.constantFrom('heading' as const, 'paragraph' as const, 'table-row' as const),
      level: fc.nat(2),
      label: fc.constantFrom(null, '一、', '甲'),
      start: fc.nat(40),
      end: fc.nat(44),
    }) satisfies fc.Arbitrary<Block>,
    { maxLength: 6 },
  ),
})

const textOf = (merged: Merged): string => {
  expect(conflictsOf(merged)).toEqual([])
  return resolveMerge(merged, () => 'base')
}

/** What both wrote alike has its ranges in ours, whichever that is. */
const named = ({ segments }: Merged) =>
  segments.map((segment) =>
    segment.kind === 'clean' && segment.from === 'both' ? { ...segment, ranges: [] } : segment,
  )

describe('laws of merging', () => {
  test('a side that changed nothing takes everything of the other', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          revisions.map(({ base, ours }) => [base, ours] as const),
          fc.tuple(anything, anything),
        ),
        ([base, x]) => {
          expect(textOf(merge3(base, base, x))).toBe(x.text)
          expect(textOf(merge3(base, x, base))).toBe(x.text)
        },
      ),
      { numRuns: RUNS },
    )
  })
  test('paragraphs that the other side split and moved into each other do not come back', () => {
    const [a, b, c] = ['规模以上工业增加值稳定在472亿元。农村自来水', '一、夯实农业基础', '农村自来水普及率达到82.6%。']
    const base = outlined([a, b, b, b, `1．${c}`].join('\n'))
    const x = outlined(
      [b, b, b, `1．${c.slice(0, 3)}`, '规模以上工业增加值达到41.1亿元。', c.slice(3), a.slice(1)].join('\n'),
    )
    expect(textOf(merge3(base, base, x))).toBe(x.text)
    expect(textOf(merge3(base, x, base))).toBe(x.text)
  })
  test('two sides that are the same give themselves', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          revisions.map(({ base, ours }) => [base, ours] as const),
          fc.tuple(anything, anything),
        ),
        ([base, x]) => {
          expect(textOf(merge3(base, x, x))).toBe(x.text)
        },
      ),
      { numRuns: RUNS },
    )
  })
  test('exchanged sides give the same with the names exchanged', () => {
    fc.assert(
      fc.property(revisions, ({ base, ours, theirs }) => {
        expect(named(turned(merge3(base, theirs, ours)))).toEqual(named(merge3(base, ours, theirs)))
      }),
      { numRuns: RUNS },
    )
  })
  test('a heading put in by one where the other moved one of the same words stands there in one order', () => {
    const [farming, homes] = ['一、夯实农业基础', '（一）改造老旧小区']
    const base = outlined([farming, farming, homes, farming].join('\n'))
    const ours = outlined([farming, homes, farming, farming].join('\n'))
    const theirs = outlined([homes, farming, homes, farming, farming].join('\n'))
    expect(named(turned(merge3(base, theirs, ours)))).toEqual(named(merge3(base, ours, theirs)))
  })
  test('nothing that a side wrote is lost', () => {
    fc.assert(
      fc.property(
        revisions,
        fc.array(fc.tuple(fc.boolean(), fc.nat(9999)), { maxLength: 20 }),
        ({ base, ours, theirs }, marks) => {
          const marked = marks.reduce(
            (sides, [own, at], i) => {
              const mark = String.fromCharCode(0xe000 + i)
              return own
                ? { ...sides, ours: put(sides.ours, at, mark) }
                : { ...sides, theirs: put(sides.theirs, at, mark) }
            },
            { ours: ours.text, theirs: theirs.text },
          )
          const merged = merge3(base, outlined(marked.ours), outlined(marked.theirs))
          const all = merged.segments
            .map((segment) =>
              segment.kind === 'clean' ? segment.text : `${segment.ours?.text ?? ''}${segment.theirs?.text ?? ''}`,
            )
            .join('')
          for (const [i] of marks.entries()) expect(all).toContain(String.fromCharCode(0xe000 + i))
        },
      ),
      { numRuns: RUNS },
    )
  })
  test('ranges lead to the text they were taken from', () => {
    fc.assert(
      fc.property(revisions, ({ base, ours, theirs }) => {
        const texts = { base: base.text, ours: ours.text, theirs: theirs.text, both: ours.text }
        for (const segment of merge3(base, ours, theirs).segments) {
          const parts =
            segment.kind === 'clean'
              ? [{ ...segment }]
              : (['base', 'ours', 'theirs'] as const).flatMap((from) =>
                  segment[from] ? [{ from, ...segment[from] }] : [],
                )
          for (const { from, text, ranges } of parts)
            expect(strip(ranges.map(({ start, end }) => texts[from].slice(start, end)).join(''))).toBe(strip(text))
        }
      }),
      { numRuns: RUNS },
    )
  })
  test('figures changed by two people in different blocks are all in the result', () => {
    fc.assert(
      fc.property(documents, fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }), (base, owners) => {
        const changed = (own: boolean): string =>
          base
            .split('\n')
            .map((line, i) => (owners[i] === own ? line.replace(/\d+/, String(10_000 + i)) : line))
            .join('\n')
        const both = base
          .split('\n')
          .map((line, i) => line.replace(/\d+/, String(10_000 + i)))
          .join('\n')
        expect(textOf(merge3(outlined(base), outlined(changed(true)), outlined(changed(false))))).toBe(both)
      }),
      { numRuns: RUNS },
    )
  })
})

function put(text: string, at: number, mark: string): string {
  const place = Math.floor((at / 10_000) * (text.length + 1))
  return text.slice(0, place) + mark + text.slice(place)
}

function strip(text: string): string {
  return text.replace(/\s+/gu, '')
}
