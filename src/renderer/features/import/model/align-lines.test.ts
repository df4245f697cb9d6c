import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alignLines } from './align-lines.ts'

/** Draws the marks into the clean lines: `|` where a break was joined, `[…]` around touched characters. */
function drawn(raw: readonly string[], clean: readonly string[]): string[] {
  const { marks } = alignLines(raw, clean)
  return clean.map((line, index) => {
    const { joins, touched } = marks[index]!
    let out = ''
    for (let offset = 0; offset <= line.length; offset += 1) {
      if (touched.some(({ end }) => end === offset)) out += ']'
      if (joins.includes(offset)) out += '|'
      if (touched.some(({ start }) => start === offset)) out += '['
      out += line[offset] ?? ''
    }
    return out
  })
}

/** Draws what became of the source: `↵` joined, `✕` dropped, `{…}` taken out of the line. */
function fates(raw: readonly string[], clean: readonly string[]): string[] {
  const { fates } = alignLines(raw, clean)
  return raw.map((line, index) => {
    const { kept, joined, removed } = fates[index]!
    if (kept === 0) return `✕${line}`
    const pieces = [...removed]
      .reverse()
      .reduce((text, { start, end }) => `${text.slice(0, start)}{${text.slice(start, end)}}${text.slice(end)}`, line)
    return pieces + (joined ? '↵' : '')
  })
}

describe('wrapped lines', () => {
  const raw = ['　　全市地区生产总值突破', '', '1400亿元，研发投入强度', '达到3%以上。']
  const clean = ['全市地区生产总值突破1400亿元，研发投入强度达到3%以上。']

  test('every join is marked where it was made', () => {
    expect(drawn(raw, clean)).toEqual(['全市地区生产总值突破|1400亿元，研发投入强度|达到3%以上。'])
    expect(fates(raw, clean)).toEqual(['　　全市地区生产总值突破↵', '✕', '1400亿元，研发投入强度↵', '达到3%以上。'])
  })

  test('a line kept whole has no marks', () => {
    expect(drawn(['一、主要目标'], ['一、主要目标'])).toEqual(['一、主要目标'])
  })
})

describe('dropped text', () => {
  test('a page number between two halves of a sentence', () => {
    const raw = ['发展先进装备制造、', '— 3 —', '新型材料两大产业。']
    const clean = ['发展先进装备制造、新型材料两大产业。']
    expect(fates(raw, clean)).toEqual(['发展先进装备制造、↵', '✕— 3 —', '新型材料两大产业。'])
    expect(drawn(raw, clean)).toEqual(['发展先进装备制造、|新型材料两大产业。'])
  })

  test('a page number glued to the sentence, whose digit also stands in it', () => {
    const raw = ['2持续保持世界第一，2025年', '达到52%。']
    const clean = ['持续保持世界第一，2025年达到52%。']
    expect(fates(raw, clean)).toEqual(['{2}持续保持世界第一，2025年↵', '达到52%。'])
  })

  test('an entity that one character stands for', () => {
    expect(fates(['坚持&ldquo;两山&rdquo;理念'], ['坚持“两山”理念'])).toEqual(['坚持{&ldquo;}两山{&rdquo;}理念'])
  })
})

describe('changed characters', () => {
  test('full width to half width', () => {
    expect(drawn(['突破１０００亿元'], ['突破1000亿元'])).toEqual(['突破[1000]亿元'])
  })

  test('spaced words, and blanks beside a number', () => {
    expect(drawn(['打造标 志 性成果'], ['打造标志性成果'])).toEqual(['打造[标志性]成果'])
    expect(drawn(['强度达到 2.8% 以上'], ['强度达到2.8%以上'])).toEqual(['强度达到[2.8%]以上'])
  })
})

test('whatever is dropped, every mark lies inside its line and every kept character is counted once', () => {
  const word = fc.stringMatching(/^[一-十0-9 a]{0,12}$/)
  fc.assert(
    fc.property(fc.array(word, { maxLength: 6 }), fc.array(fc.boolean(), { maxLength: 6 }), (raw, keep) => {
      const clean = [
        raw
          .filter((_, index) => keep[index])
          .join('')
          .replace(/\s/g, ''),
      ]
      const { fates, marks } = alignLines(raw, clean)
      expect(fates.reduce((sum, { kept }) => sum + kept, 0)).toBeLessThanOrEqual(clean[0]!.length)
      for (const { start, end } of marks[0]!.touched) {
        expect(start).toBeGreaterThanOrEqual(0)
        expect(end).toBeLessThanOrEqual(clean[0]!.length)
      }
      for (const [index, { removed }] of fates.entries()) {
        for (const { end } of removed) expect(end).toBeLessThanOrEqual(raw[index]!.length)
      }
    }),
    { seed: 7, numRuns: 500 },
  )
})
