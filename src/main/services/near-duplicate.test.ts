import { describe, expect, test } from 'vitest'
import { importText, PLAN, type TestApp, testApp, utf8 } from './app.test-helper.ts'
import { countDiffering } from './count-differing.ts'

const FIELDS = [
  '老城更新',
  '产业园区',
  '乡村道路',
  '养老服务',
  '水库除险',
  '数字政务',
  '职业教育',
  '森林防火',
  '就业创业',
  '粮食生产',
]

/** A plan long enough that a dozen changed characters are few. */
const plan = (more: (index: number) => string = () => '') =>
  [
    '临江市国民经济和社会发展第十五个五年规划纲要',
    ...FIELDS.flatMap((field, index) => [
      `${'一二三四五六七八九十'.charAt(index)}、${field}`,
      `推进${field}工作，到2030年建成${index + 3}个示范项目，${more(index)}带动社会投资${index * 7 + 20}亿元，群众满意度稳步提高。`,
      `健全${field}责任机制，每年开展${index + 1}次评估，结果向社会公布。`,
    ]),
  ].join('\n')

const readingOf = async ({ call }: TestApp, text: string) => {
  const { item } = await call('files:add', { name: '来稿.txt', bytes: utf8(text) })
  if (!item.reading) throw new Error(item.error?.message)
  return item.reading
}

describe('a text that is nearly one of the library', () => {
  test('is told with the version and the characters that differ, and suggested as its next version', async () => {
    const app = testApp()
    const { documentId, versionId } = await importText(app, plan(), { stage: 'consultation', date: '2026-03-01' })
    const reading = await readingOf(
      app,
      plan((index) => (index < 2 ? '完成验收，' : '')),
    )
    expect(reading).toMatchObject({ duplicateOf: null, suggestedDocumentId: documentId })
    const title = '临江市国民经济和社会发展第十五个五年规划纲要'
    const near = { documentId, versionId, title, stage: 'consultation', date: '2026-03-01', differing: 10 }
    expect(reading.nearDuplicateOf).toEqual(near)
  })

  test('is told from the nearest of several versions', async () => {
    const app = testApp()
    const first = await importText(app, plan())
    const second = await importText(
      app,
      plan((index) => (index < 5 ? '完成验收，' : '')),
      first,
    )
    await importText(
      app,
      plan(() => '完成验收，'),
      first,
    )
    const reading = await readingOf(
      app,
      plan((index) => (index < 4 ? '完成验收，' : '')),
    )
    expect(reading.nearDuplicateOf).toMatchObject({ versionId: second.versionId, differing: 5 })
  })

  test('is found under another name of the document, and not in what was removed', async () => {
    const app = testApp()
    const { documentId } = await importText(app, plan())
    await app.call('library:update-document', { documentId, fields: { title: '另一个名字', region: '江北区' } })
    const copy = plan((index) => (index === 0 ? '完成验收，' : ''))
    expect((await readingOf(app, copy)).suggestedDocumentId).toBe(documentId)
    await app.call('library:remove', { documentId, versionId: null })
    expect((await readingOf(app, copy)).nearDuplicateOf).toBeNull()
  })

  test('is not named beside the very same text', async () => {
    const app = testApp()
    await importText(app, plan())
    const { duplicateOf, nearDuplicateOf } = await readingOf(app, plan().replaceAll('\n', '\r\n'))
    expect([duplicateOf === null, nearDuplicateOf]).toEqual([false, null])
  })
})

describe('nearly the same is not', () => {
  test('a text of which a third is another', async () => {
    const app = testApp()
    await importText(app, plan())
    const rewritten = plan((index) => `通过政策支持、资金保障、人才引进和平台建设等${index}项举措，`)
    expect((await readingOf(app, rewritten)).nearDuplicateOf).toBeNull()
  })

  test('last year\u2019s report with the year changed', async () => {
    const app = testApp()
    const report = (year: number) =>
      plan()
        .replace('国民经济和社会发展第十五个五年规划纲要', `${year}年政府工作报告`)
        .replaceAll('2030年', `${year}年`)
    await importText(app, report(2025))
    const { nearDuplicateOf, suggestedDocumentId } = await readingOf(app, report(2026))
    expect([nearDuplicateOf, suggestedDocumentId]).toEqual([null, null])
  })
})

describe('characters that differ', () => {
  test.each([
    ['增长6%左右。', '增长6%左右。', 0],
    ['增长6%左右。', '力争增长6%左右。', 2],
    ['产值达到850亿元。', '产值达到1200亿元。', 3],
    ['推进老城更新。\n建设水库。', '建设水库。\n推进老城更新。', 0],
    ['推进老城更新。', '推进 老城\n更新。', 0],
    ['推进老城更新。\n建设水库。\n建设水库。', '推进老城更新。\n建设水库。', 5],
  ])('between %j and %j are %i', (left, right, differing) => {
    expect(countDiffering(left, right)).toBe(differing)
  })

  test('between the stages of a plan are those of its changed words', () => {
    expect(countDiffering(PLAN.first, PLAN.consultation)).toBeLessThan(25)
    expect(countDiffering(PLAN.consultation, PLAN.issued)).toBe('（征求意见稿）'.length)
  })
})
