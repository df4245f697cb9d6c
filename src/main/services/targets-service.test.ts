import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { importText, PLAN, type TestApp, testApp } from './app.test-helper.ts'
import { readDocument } from './read-document.ts'

const version = (versionId: string) => ({ type: 'version' as const, versionId })

async function twoStages() {
  const app = testApp()
  const first = await importText(app, PLAN.first, { stage: 'first-draft', date: '2025-07-01' })
  const second = await importText(app, PLAN.consultation, {
    documentId: first.documentId,
    stage: 'consultation',
    date: '2025-10-01',
  })
  const columns = [version(first.versionId), version(second.versionId)]
  const matrix = () => app.call('targets:matrix', { columns, baseline: 0, draft: 1 })
  return { app, ...second, columns, matrix }
}

async function rowNamed(matrix: Awaited<ReturnType<Awaited<ReturnType<typeof twoStages>>['matrix']>>, name: string) {
  return matrix.rows.find((row) => row.indicator === name)
}

describe('the targets matrix', () => {
  test('puts an indicator of two versions in one row, with its change and both sentences', async () => {
    const { matrix } = await twoStages()
    const result = await matrix()
    const row = await rowNamed(result, '地区生产总值')
    expect(row).toMatchObject({ category: '经济', unit: '亿元', measure: 'level', polarity: 'up' })
    expect(row?.changes).toMatchObject([{ change: 'raised', delta: { absolute: 100 } }])
    const shown = result.documents.map(({ targets }, i) => targets[row?.cells[i]?.[0] ?? -1])
    expect(shown.map((target) => target?.value)).toEqual([1400, 1500])
    expect(shown[1]?.sentence).toBe('到2030年，全市地区生产总值达到1500亿元，全社会研发经费投入强度力争达到3%。')
    expect(shown[1]?.line).toBe(4)
  })

  test('is computed in a thread as in this one', async () => {
    const { app, columns, matrix } = await twoStages()
    const here = await matrix()
    const there = await app.restart({ threads: 1 }).call('targets:matrix', { columns, baseline: 0, draft: 1 })
    expect(there).toEqual(here)
  })

  test('needs no pair, and refuses one that is not among the columns', async () => {
    const { app, columns } = await twoStages()
    const alone = await app.call('targets:matrix', { columns: columns.slice(1), baseline: null, draft: 0 })
    expect(alone.rows.every(({ changes }) => changes.length === 0)).toBe(true)
    await expect(app.call('targets:matrix', { columns, baseline: 0, draft: 2 })).rejects.toMatchObject({
      code: 'bad-request',
    })
  })
})

async function correctGdp(
  app: TestApp,
  matrix: Awaited<ReturnType<Awaited<ReturnType<typeof twoStages>>['matrix']>>,
  correction: { kind: 'not-target' | 'indicator' | 'value'; indicator?: string; value?: number },
) {
  const row = await rowNamed(matrix, '地区生产总值')
  const document = matrix.documents[1]
  const target = document?.targets[row?.cells[1]?.[0] ?? -1]
  if (!document || !target) throw new Error('no such target')
  const { corrections } = await app.call('targets:correct', {
    documentId: document.documentId,
    corrections: [
      {
        kind: correction.kind,
        place: { quote: target.quote, before: '', after: '', start: target.start },
        was: { indicator: target.indicator, value: target.value, unit: target.unit },
        indicator: correction.indicator ?? null,
        value: correction.value ?? null,
        unit: correction.value === undefined ? null : target.unit,
      },
    ],
  })
  const [made] = corrections
  if (!made) throw new Error('nothing was corrected')
  return made
}

describe('corrections', () => {
  test('of a value change the cell and its change; taken back, both are as before', async () => {
    const { app, matrix } = await twoStages()
    const before = await matrix()
    const { id } = await correctGdp(app, before, { kind: 'value', value: 1450 })
    const after = await matrix()
    const row = await rowNamed(after, '地区生产总值')
    expect(row?.changes).toMatchObject([{ change: 'raised', delta: { absolute: 50 } }])
    expect(after.documents[1]?.corrections).toMatchObject([{ id, kind: 'value' }])
    expect(after.documents[0]?.corrections).toEqual([])
    await app.call('targets:withdraw', { correctionIds: [id] })
    expect(await matrix()).toEqual(before)
  })

  test('of what is no target takes it out of every version, and stays after a restart', async () => {
    const { app, matrix, columns } = await twoStages()
    await correctGdp(app, await matrix(), { kind: 'not-target' })
    const again = await app.restart().call('targets:matrix', { columns, baseline: 0, draft: 1 })
    expect(await rowNamed(again, '地区生产总值')).toBeUndefined()
    expect(again.documents.map(({ corrections }) => corrections.length)).toEqual([1, 1])
  })

  test('of an indicator move it to the row of the right one', async () => {
    const { app, matrix } = await twoStages()
    await correctGdp(app, await matrix(), { kind: 'indicator', indicator: '一般公共预算收入' })
    const row = await rowNamed(await matrix(), '一般公共预算收入')
    expect(row?.cells[1]).toHaveLength(1)
  })

  test('hold in a later version where the words stand, and count in its timeline', async () => {
    const { app, matrix, documentId } = await twoStages()
    await correctGdp(app, await matrix(), { kind: 'not-target' })
    const issued = await importText(app, PLAN.issued, { documentId, stage: 'issued', date: '2025-12-01' })
    await app.app.idle()
    const { documents } = await app.call('targets:matrix', {
      columns: [version(issued.versionId)],
      baseline: null,
      draft: 0,
    })
    expect(documents[0]?.targets.some(({ indicator }) => indicator === '地区生产总值')).toBe(false)
    expect(documents[0]?.corrections).toHaveLength(1)
  })
})

const TWICE = [
  '临江市国民经济和社会发展第十五个五年规划纲要',
  '一、发展目标',
  '到2030年，全市地区生产总值达到1500亿元，森林覆盖率达到52%。',
  '二、重点任务',
  '大力发展产业，到2030年全市地区生产总值达到1500亿元。',
].join('\n')

describe('corrections of all places that say the same', () => {
  const readTwice = async () => {
    const app = testApp()
    const { documentId, versionId } = await importText(app, TWICE, { stage: 'first-draft', date: '2025-07-01' })
    const read = (id: string) =>
      app.call('targets:matrix', { columns: [version(id)], baseline: null, draft: 0 }).then(({ documents }) => ({
        values: documents[0]?.targets.filter(({ indicator }) => indicator === '地区生产总值').map(({ value }) => value),
        corrections: documents[0]?.corrections ?? [],
        targets: documents[0]?.targets ?? [],
      }))
    const before = await read(versionId)
    expect(before.values).toEqual([1500, 1500])
    const { corrections } = await app.call('targets:correct', {
      documentId,
      corrections: before.targets
        .filter(({ indicator }) => indicator === '地区生产总值')
        .map(({ indicator, value, unit, quote, start }) => ({
          kind: 'value' as const,
          place: {
            quote,
            before: TWICE.slice(start - 8, start),
            after: TWICE.slice(start + quote.length, start + quote.length + 8),
            start,
          },
          was: { indicator, value, unit },
          indicator: null,
          value: 1550,
          unit: '亿元',
        })),
    })
    return { app, documentId, versionId, read, corrections }
  }

  test('are one action: made at one instant, counted each, undone together', async () => {
    const { app, versionId, read, corrections } = await readTwice()
    expect(new Set(corrections.map(({ createdAt }) => createdAt)).size).toBe(1)
    const after = await read(versionId)
    expect(after.values).toEqual([1550, 1550])
    expect(after.corrections).toHaveLength(2)
    await app.call('targets:withdraw', { correctionIds: corrections.map(({ id }) => id) })
    expect(await read(versionId)).toMatchObject({ values: [1500, 1500], corrections: [] })
  })

  test('hold at each place in a version imported later, where both have moved', async () => {
    const { app, documentId, read } = await readTwice()
    const later = TWICE.replace('一、发展目标', '一、指导思想\n坚持稳中求进。\n二、发展目标').replace(
      '二、重点任务',
      '三、重点任务',
    )
    const again = await importText(app, later, { documentId, stage: 'consultation', date: '2025-10-01' })
    expect(await read(again.versionId)).toMatchObject({ values: [1550, 1550] })
  })

  test('are taken back all or none', async () => {
    const { app, versionId, read, corrections } = await readTwice()
    const ids = corrections.map(({ id }) => id)
    await expect(app.call('targets:withdraw', { correctionIds: [...ids, crypto.randomUUID()] })).rejects.toMatchObject({
      code: 'not-found',
    })
    expect((await read(versionId)).values).toEqual([1550, 1550])
  })
})

describe('the matrix as a file', () => {
  test('CSV has a byte order mark and every row', async () => {
    const { app, columns, matrix } = await twoStages()
    const { rows } = await matrix()
    const outcome = await app.call('targets:export', { columns, baseline: 0, draft: 1, format: 'csv', keys: null })
    expect(outcome).toMatchObject({ status: 'saved', name: '指标对照表.csv' })
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(app.platform.saved[0]?.bytes)
    expect(text.startsWith('\uFEFF类别,指标,单位,属性,')).toBe(true)
    expect(text.trimEnd().split('\r\n')).toHaveLength(rows.length + 1)
    expect(text).toContain('▲ 上调 100 亿元')
    expect(text.split('\r\n')[0]).toMatch(/变动,尚需,检查发现,底本原句,本稿原句$/)
  })

  test('a workbook is printed as wide as its paper, with room for all its words', async () => {
    const { app, columns } = await twoStages()
    await app.call('targets:export', { columns, baseline: 0, draft: 1, format: 'xlsx', keys: null })
    const files = unzipSync(app.platform.saved[0]?.bytes ?? new Uint8Array())
    const xml = (name: string) => new TextDecoder().decode(files[name])
    const sheet = xml('xl/worksheets/sheet1.xml')
    expect(sheet).toMatch(/<sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr><sheetViews>/)
    expect(sheet).toMatch(/<pageSetup [^>]*orientation="landscape" fitToWidth="1" fitToHeight="0"\/><\/worksheet>$/)
    expect(xml('xl/workbook.xml')).toContain("'指标'!$1:$1")
    const heights = [...sheet.matchAll(/<row [^>]* ht="([\d.]+)"/g)].map(([, height]) => Number(height))
    expect(heights.length).toBeGreaterThan(1)
    expect(Math.max(...heights)).toBeGreaterThan(18)
  })

  test('a workbook is read back with the rows that were asked for', async () => {
    const { app, columns, matrix } = await twoStages()
    const { rows } = await matrix()
    const key = rows.find((row) => row.indicator === '地区生产总值')?.key ?? ''
    await app.call('targets:export', { columns, baseline: 0, draft: 1, format: 'xlsx', keys: [key] })
    const saved = app.platform.saved[0]
    expect(saved?.name).toBe('指标对照表.xlsx')
    const read = await readDocument(saved?.bytes ?? new Uint8Array(), saved?.name ?? '')
    expect(read.text).toContain('地区生产总值')
    expect(read.text).toContain('1400')
    expect(read.text).toContain('▲ 上调 100 亿元')
    expect(read.text).not.toContain('研发经费投入强度|')
  })
})
