import { describe, expect, test } from 'vitest'
import { importText, PLAN, testApp, utf8 } from './app.test-helper.ts'
import { readLexicon, writeLexicon } from './lexicon-csv.ts'

const CABLE_CARS = {
  name: '观光缆车运力',
  synonyms: ['缆车运力'],
  category: '经济',
  polarity: 'up' as const,
  units: ['万人'],
  note: '核定小时运力',
}

describe('the lexicon', () => {
  test('takes an entry of the user, at once and after a restart, in every thread', async () => {
    const app = testApp({ threads: 1 })
    const text = PLAN.consultation.replace('健全规划', '到2030年，缆车运力达到20万人。\n健全规划')
    const { versionId } = await importText(app, text)
    const columns = [{ type: 'version' as const, versionId }]
    const matrix = (target = app) => target.call('targets:matrix', { columns, baseline: null, draft: 0 })
    const category = async (target = app) => (await matrix(target)).rows.find(({ indicator }) => /缆车/.test(indicator))
    expect(await category()).toMatchObject({ indicator: '缆车运力', category: '其他' })
    await app.call('lexicon:put', { key: null, entry: CABLE_CARS })
    expect(await category()).toMatchObject({ indicator: '观光缆车运力', category: '经济', polarity: 'up' })
    const again = app.restart()
    expect(await category(again)).toMatchObject({ indicator: '观光缆车运力' })
    await again.call('lexicon:restore', { keys: [CABLE_CARS.name] })
    expect(await category(again)).toMatchObject({ category: '其他' })
  })

  test('changes a built-in entry, takes one out, and gives both back', async () => {
    const app = testApp()
    const before = (await app.call('lexicon:get', {})).lexicon
    const gdp = before.indicators.find(({ name }) => name === '地区生产总值')
    if (!gdp) throw new Error('no such entry')
    await app.call('lexicon:put', { key: gdp.name, entry: { ...gdp, category: '总量' } })
    await app.call('lexicon:put', { key: '人均地区生产总值', entry: null })
    const { indicators } = (await app.call('lexicon:get', {})).lexicon
    expect(indicators.find(({ name }) => name === gdp.name)?.category).toBe('总量')
    expect(indicators.some(({ name }) => name === '人均地区生产总值')).toBe(false)
    const { entries } = await app.call('lexicon:list', {})
    expect(entries.filter(({ origin }) => origin !== 'built-in').map(({ key, origin }) => [key, origin])).toEqual([
      ['地区生产总值', 'changed'],
      ['人均地区生产总值', 'removed'],
    ])
    await app.call('lexicon:restore', { keys: ['地区生产总值', '人均地区生产总值'] })
    expect((await app.call('lexicon:get', {})).lexicon).toEqual(before)
  })

  test('refuses a second entry of one name', async () => {
    const app = testApp()
    const put = app.call('lexicon:put', { key: null, entry: { ...CABLE_CARS, name: '地区生产总值' } })
    await expect(put).rejects.toMatchObject({ code: 'bad-request' })
  })

  test('a synonym that the user claims is no longer a built-in one', async () => {
    const app = testApp()
    await app.call('lexicon:put', { key: null, entry: { ...CABLE_CARS, synonyms: ['经济总量'] } })
    const { indicators } = (await app.call('lexicon:get', {})).lexicon
    expect(indicators.filter(({ synonyms }) => synonyms.includes('经济总量')).map(({ name }) => name)).toEqual([
      CABLE_CARS.name,
    ])
  })
})

describe('the lexicon as CSV', () => {
  test('comes back as it went out, and only what differs is taken in', async () => {
    const app = testApp()
    await app.call('lexicon:export', {})
    const bytes = new Uint8Array(app.platform.saved[0]?.bytes ?? [])
    const { indicators } = (await app.call('lexicon:get', {})).lexicon
    expect(readLexicon(bytes)).toEqual({ entries: indicators, faulty: [] })
    expect(await app.call('lexicon:import', { bytes })).toMatchObject({ added: 0, changed: 0, same: indicators.length })
    const more = new TextDecoder().decode(bytes).replace('经济总量', '经济规模')
    const added = utf8(`${more}观光缆车运力,缆车运力,经济,越高越好,万人,\r\n,没有名称,,,,\r\n`)
    expect(await app.call('lexicon:import', { bytes: added })).toEqual({
      added: 1,
      changed: 1,
      same: indicators.length - 1,
      faulty: [indicators.length + 3],
    })
  })

  test('keeps commas, quotes and lines of a note, and runs no formula', () => {
    const entry = { ...CABLE_CARS, note: '含“整车”,不含"零部件"\n以下线为准', name: '=SUM(A1)' }
    const bytes = writeLexicon([entry])
    expect(new TextDecoder().decode(bytes)).toContain("'=SUM(A1)")
    expect(readLexicon(bytes).entries).toEqual([entry])
  })

  test('is read in GB 18030 too, and refused without its columns', () => {
    // 名称,类别 / 产量,经济
    const gbk = Uint8Array.from([
      0xc3, 0xfb, 0xb3, 0xc6, 0x2c, 0xc0, 0xe0, 0xb1, 0xf0, 0x0a, 0xb2, 0xfa, 0xc1, 0xbf, 0x2c, 0xbe, 0xad, 0xbc, 0xc3,
    ])
    expect(readLexicon(gbk).entries).toMatchObject([{ name: '产量', category: '经济', polarity: 'none' }])
    expect(() => readLexicon(utf8('a,b\n1,2'))).toThrow('这个文件不是指标词库')
  })
})
