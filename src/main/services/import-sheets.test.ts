import { describe, expect, test } from 'vitest'
import { testApp, utf8 } from './app.test-helper.ts'
import { makeWorkbook } from './workbook.test-helper.ts'

const WORKBOOK = makeWorkbook({
  主要指标: [
    ['指标', '2025年', '2030年'],
    ['地区生产总值', '1200亿元', '1500亿元'],
    ['森林覆盖率', '55%', '58%'],
  ],
  附表: [
    ['项目', '投资'],
    ['水库', '3亿元'],
  ],
})

async function opened() {
  const { call } = testApp()
  const { item } = await call('files:add', { name: '指标.xlsx', bytes: WORKBOOK })
  const choose = async (choice: { sheet?: string | null; range?: string | null }) => {
    const { item: again } = await call('import:reclean', { importId: item.id, disabled: [], ...choice })
    return again.reading ?? expect.fail('not read')
  }
  return { call, id: item.id, reading: item.reading ?? expect.fail('not read'), choose }
}

describe('of a workbook', () => {
  test('the sheets are named, and all of them are read at first', async () => {
    const { reading } = await opened()
    expect(reading).toMatchObject({ sheets: ['主要指标', '附表'], sheet: null, range: null })
    expect(reading.text).toContain('水库')
  })

  test('a sheet and a range are chosen, kept by later switches, and given up by null', async () => {
    const { choose } = await opened()
    const sheet = await choose({ sheet: '主要指标' })
    expect([sheet.sheet, sheet.text.includes('水库'), sheet.sheets]).toEqual(['主要指标', false, ['主要指标', '附表']])
    const range = await choose({ range: 'A1:B2' })
    expect(range).toMatchObject({ sheet: '主要指标', range: 'A1:B2' })
    expect([range.text.includes('1200亿元'), range.text.includes('1500亿元'), range.text.includes('森林')]).toEqual([
      true,
      false,
      false,
    ])
    expect((await choose({ range: null, sheet: null })).text).toContain('水库')
  })

  test.each([
    [{ range: 'B2:' }, 'B2:'],
    [{ range: '全部' }, '全部'],
    [{ sheet: '没有这张表' }, '没有这张表'],
  ])('%j is refused with what is wrong, and the item stays as it was', async (choice, word) => {
    const { choose } = await opened()
    await choose({ sheet: '附表' })
    await expect(choose(choice)).rejects.toMatchObject({ code: 'bad-request', message: expect.stringContaining(word) })
    expect(await choose({})).toMatchObject({ sheet: '附表', range: null })
  })

  test('the chosen sheet is what is saved', async () => {
    const { call, id, choose } = await opened()
    const { fields, version, text } = await choose({ sheet: '附表' })
    const { versionId } = await call('import:save', { importId: id, documentId: null, fields, version })
    expect((await call('library:version-text', { versionId })).text).toBe(text)
  })
})

test('a text has no sheets, and none can be chosen of it', async () => {
  const { call } = testApp()
  const { item } = await call('files:add', { name: '规划.txt', bytes: utf8('一、目标\n增长5%。') })
  expect(item.reading).toMatchObject({ sheets: [], sheet: null, range: null })
  const choosing = call('import:reclean', { importId: item.id, disabled: [], sheet: '表一' })
  await expect(choosing).rejects.toMatchObject({ code: 'bad-request', file: '规划.txt' })
})
