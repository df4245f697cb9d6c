import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findIndicator, indexLexicon, nameKey } from '../../shared/targets/canonical.ts'
import { loadLexicon } from './load-lexicon.ts'

const lexicon = loadLexicon()
const index = indexLexicon(lexicon)
const canonical = (name: string): string | null => findIndicator(index, name)?.name ?? null

describe('the lexicon of the program', () => {
  it('knows the indicators of plans and reports', () => {
    expect(lexicon.indicators.length).toBeGreaterThanOrEqual(250)
    for (const category of ['经济', '创新', '民生', '绿色', '安全'])
      expect(lexicon.indicators.filter((entry) => entry.category === category).length).toBeGreaterThan(10)
  })

  it('gives no name to two indicators', () => {
    const owner = new Map<string, string>()
    const clashes: string[] = []
    for (const entry of lexicon.indicators)
      for (const name of [entry.name, ...entry.synonyms]) {
        const other = owner.get(nameKey(name))
        if (other !== undefined && other !== entry.name) clashes.push(`${name}: ${other} and ${entry.name}`)
        owner.set(nameKey(name), entry.name)
      }
    expect(clashes).toEqual([])
  })

  it.each([
    ['全市生产总值年均增长率', '地区生产总值'],
    ['GDP', '地区生产总值'],
    ['研发投入强度', '研发经费投入强度'],
    ['研究与试验发展经费支出占国内生产总值比重', '研发经费投入强度'],
    ['全社会研发经费支出相当于全市生产总值比例', '研发经费投入强度'],
    ['规上工业增加值', '规模以上工业增加值'],
    ['城市化率', '城镇化率'],
    ['居民平均预期寿命', '人均预期寿命'],
    ['单位国内生产总值能源消耗', '单位地区生产总值能耗'],
    ['全省城镇新增就业人数', '城镇新增就业'],
  ])('knows %s as %s', (written, name) => {
    expect(canonical(written)).toBe(name)
  })

  it.each([
    ['常住人口城镇化率', '户籍人口城镇化率'],
    ['每万人口发明专利拥有量', '每万人口高价值发明专利拥有量'],
    ['城镇调查失业率', '城镇登记失业率'],
    ['规模以上工业增加值', '工业增加值'],
    ['地区生产总值', '人均地区生产总值'],
    ['单位GDP能耗', '单位GDP二氧化碳排放'],
    ['居民人均可支配收入', '城镇居民人均可支配收入'],
    ['研发经费投入', '研发投入强度'],
  ])('keeps %s and %s apart', (left, right) => {
    expect(canonical(left)).not.toBeNull()
    expect(canonical(left)).not.toBe(canonical(right))
  })
})

describe('loadLexicon', () => {
  function folder(content: string): string {
    const directory = mkdtempSync(join(tmpdir(), 'lexicon-'))
    writeFileSync(join(directory, 'indicators.json'), content)
    return directory
  }

  it('reads another folder', () => {
    const own = [{ name: '绿道', synonyms: [], category: '民生', polarity: 'up', units: ['公里'] }]
    expect(loadLexicon(folder(JSON.stringify(own))).indicators).toEqual([{ ...own[0], note: '' }])
  })

  it('names the entry that is none', () => {
    expect(() => loadLexicon(folder('[{"name":"绿道"}]'))).toThrow(/entry 1/)
  })
})
