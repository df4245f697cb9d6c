import { describe, expect, test } from 'vitest'
import { importText, PLAN, type TestApp, testApp } from './app.test-helper.ts'

/** `「…【match】…」` of each match shown, by version. */
async function found({ call }: TestApp, query: string, limit = 50) {
  const { documents, total } = await call('search:find', { query, limit })
  const lines = documents.flatMap(({ title, versions }) =>
    versions.map(({ stage, count, matches }) => [
      `${title.slice(0, 3)} ${stage} ${count}`,
      ...matches.map(({ start, end, context, contextStart }) => {
        const [from, to] = [start - contextStart, end - contextStart]
        return `${context.slice(0, from)}【${context.slice(from, to)}】${context.slice(to)}`
      }),
    ]),
  )
  return { lines, total }
}

async function library() {
  const app = testApp()
  const report =
    '清河市2026年政府工作报告\n各位代表：\n一、目标\n预期ＧＤＰ增长５％左右，R&D投入(含企业)增长10%。\n我市GDP再上台阶。'
  const { documentId } = await importText(app, PLAN.issued, { stage: 'issued' })
  await importText(app, PLAN.first, { documentId, stage: 'first-draft' })
  const other = await importText(app, report, { stage: 'issued' })
  return { app, documentId, other }
}

describe('what is found', () => {
  test('is grouped by document, versions newest first, each match in its line', async () => {
    const { app } = await library()
    expect(await found(app, '亿元')).toEqual({
      lines: [
        ['临江市 issued 1', '到2030年，全市地区生产总值达到1500【亿元】，全社会研发经费投入强度力争达到3%。'],
        ['临江市 first-draft 1', '到2030年，全市地区生产总值达到1400【亿元】，全社会研发经费投入强度达到3%。'],
      ],
      total: { documents: 1, versions: 2 },
    })
  })

  test('does not depend on case and width', async () => {
    const { app } = await library()
    const expected = [
      ['清河市 issued 2', '预期【ＧＤＰ】增长５％左右，R&D投入(含企业)增长10%。', '我市【GDP】再上台阶。'],
    ]
    for (const query of ['gdp', 'GDP', 'ＧＤＰ', 'gdＰ']) expect((await found(app, query)).lines).toEqual(expected)
    expect((await found(app, '5%')).lines).toEqual([
      ['清河市 issued 1', '预期ＧＤＰ增长【５％】左右，R&D投入(含企业)增长10%。'],
    ])
  })

  test('holds every word of the query', async () => {
    const { app } = await library()
    const { lines, total } = await found(app, ' 研发经费　1500 ')
    expect(total).toEqual({ documents: 1, versions: 1 })
    expect(lines).toEqual([
      [
        '临江市 issued 2',
        '到2030年，全市地区生产总值达到【1500】亿元，全社会研发经费投入强度力争达到3%。',
        '30年，全市地区生产总值达到1500亿元，全社会【研发经费】投入强度力争达到3%。',
      ],
    ])
  })

  test.each(['R&D', '(含企业)', '投入(', '.', '*', '[', ']', '\\', '^', '-', '"', "'", '%', '_'])(
    'takes %j literally',
    async (query) => {
      const { app } = await library()
      const { call } = app
      const { documents } = await call('search:find', { query, limit: 50 })
      for (const { versions } of documents)
        for (const { versionId, matches } of versions) {
          const { text } = await call('library:version-text', { versionId })
          expect(matches.length).toBeGreaterThan(0)
          for (const { start, end } of matches) expect(text.slice(start, end).normalize('NFKC')).toBe(query)
        }
      expect(documents).toHaveLength(
        ['.', '*', '[', ']', '\\', '^', '-', '"', "'", '_'].includes(query) ? 0 : query === '%' ? 2 : 1,
      )
    },
  )

  test('is limited in what is shown, not in what is counted', async () => {
    const { app } = await library()
    const { lines, total } = await found(app, '目标', 2)
    expect(lines.map(([head]) => head)).toEqual(['清河市 issued 1', '临江市 issued 1'])
    expect(total).toEqual({ documents: 2, versions: 3 })
  })

  test('is nothing in what was removed, and again when it is restored', async () => {
    const { app, other } = await library()
    const versions = async () => (await app.call('search:find', { query: 'gdp', limit: 9 })).total.versions
    await app.call('library:remove', { documentId: other.documentId, versionId: null })
    expect(await versions()).toBe(0)
    await app.call('library:restore', { documentId: other.documentId, versionId: null })
    expect(await versions()).toBe(1)
  })

  test.each(['', '   ', '不曾写过的词', '甲'])('is nothing for %j', async (query) => {
    const { app } = await library()
    expect(await found(app, query)).toEqual({ lines: [], total: { documents: 0, versions: 0 } })
  })
})

test('shows a long line around the match, characters whole, and at most five matches', async () => {
  const app = testApp()
  const line = `${'甲'.repeat(30)}😀${'乙'.repeat(23)}生态${'丙'.repeat(59)}😀丁`
  await importText(app, `临江市生态文件\n${Array.from('一二三四五六', (n) => `${n}、${line}`).join('\n')}`)
  const { documents } = await app.call('search:find', { query: '生态', limit: 5 })
  const [version] = documents[0]?.versions ?? []
  expect(version?.count).toBe(7)
  expect(version?.matches.map(({ context }) => context)).toEqual([
    '临江市生态文件',
    ...Array.from({ length: 4 }, () => `😀${'乙'.repeat(23)}生态${'丙'.repeat(59)}😀`),
  ])
})

test('malformed queries are bad requests', async () => {
  const { call } = testApp()
  await expect(call('search:find', { query: '甲'.repeat(201), limit: 5 })).rejects.toMatchObject({
    code: 'bad-request',
  })
  await expect(call('search:find', { query: '甲', limit: 0 })).rejects.toMatchObject({ code: 'bad-request' })
})
