import { describe, expect, it } from 'vitest'
import { makeAnchor } from '../review/make-anchor.ts'
import { applyCorrections, standingCorrections, type TargetCorrection } from './correction.ts'
import { extractFrom, plan, testLexicon } from './lexicon.test-helper.ts'

const TEXT = '第三章　主要目标\n到2025年，地区生产总值突破1400亿元，研发经费投入强度达到3%以上，森林覆盖率达到52%。'

function correction(kind: TargetCorrection['kind'], more: Partial<TargetCorrection> = {}): TargetCorrection {
  const target = extractFrom(TEXT, plan).find(({ indicator }) => indicator === '研发经费投入强度')
  if (!target) throw new Error('no such target')
  const { side: _side, ...place } = makeAnchor(TEXT, 'right', target)
  const { indicator, value, unit } = target
  const said = { indicator: null, value: null, unit: null, author: '', createdAt: '' }
  return { id: 'c', documentId: 'd', kind, place, was: { indicator, value, unit }, ...said, ...more }
}

/** 研发经费投入强度 3 — of every target after the correction. */
function after(text: string, made: TargetCorrection): string[] {
  const targets = applyCorrections(text, extractFrom(text, plan), [made], testLexicon)
  return targets.map(({ canonical, indicator, value }) => `${canonical ?? indicator} ${value}`)
}

describe('applyCorrections', () => {
  it('changes the target that is meant and leaves its neighbours the same objects', () => {
    const read = extractFrom(TEXT, plan)
    const targets = applyCorrections(TEXT, read, [correction('value', { value: 3.5, unit: '%' })], testLexicon)
    expect(targets.map(({ value }) => value)).toEqual([1400, 3.5, 52])
    expect(targets[0]).toBe(read[0])
    expect(after(TEXT, correction('not-target'))).toEqual(['地区生产总值 1400', '森林覆盖率 52'])
    expect(after(TEXT, correction('indicator', { indicator: 'GDP' }))[1]).toBe('地区生产总值 3')
  })

  it('finds its words in a later version, wherever they stand by then', () => {
    const later = `前言\n${TEXT.replace('到2025年，', '到2025年，全市')}`
    expect(after(later, correction('not-target'))).toEqual(['地区生产总值 1400', '森林覆盖率 52'])
  })

  it('of a value end when the text gives another; what is no target stays none', () => {
    const later = TEXT.replace('3%以上', '3.2%以上')
    expect(after(later, correction('value', { value: 3.5, unit: '%' }))[1]).toBe('研发经费投入强度 3.2')
    expect(after(later, correction('not-target'))).toHaveLength(2)
  })

  it('are told apart: those that hold in a text from those that wait', () => {
    const gone = '第三章　主要目标\n到2025年，森林覆盖率达到52%。'
    const made = correction('not-target')
    const standing = (text: string) =>
      standingCorrections(text, applyCorrections(text, extractFrom(text, plan), [made], testLexicon), [made])
    expect(standing(TEXT)).toEqual([made])
    expect(standing(gone)).toEqual([])
  })
})
