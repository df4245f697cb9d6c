import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { importText, PLAN, type TestApp, testApp } from './app.test-helper.ts'

const versionsOf = async ({ call }: TestApp) => (await call('library:list', {})).documents[0]?.versions ?? []

/** First draft, consultation draft and issued text, brought in latest first. */
async function threeVersions(app: TestApp) {
  const issued = await importText(app, PLAN.issued, { stage: 'issued' })
  const { documentId } = issued
  const first = await importText(app, PLAN.first, { documentId, stage: 'first-draft' })
  const consultation = await importText(app, PLAN.consultation, { documentId, stage: 'consultation' })
  return { documentId, first: first.versionId, consultation: consultation.versionId, issued: issued.versionId }
}

test('an empty library lists nothing and says where it is', async () => {
  const app = testApp()
  expect(await app.call('library:list', {})).toEqual({ documents: [] })
  const info = await app.call('app:info', {})
  expect(info).toMatchObject({ version: '0.1.0', shell: 'electron', libraryName: 'library.duigao' })
  expect(info.libraryBytes).toBeGreaterThan(10_000)
})

describe('the line of versions', () => {
  test('is by stage, newest first, whatever came in first, each with its counts against the one before', async () => {
    const app = testApp()
    const ids = await threeVersions(app)
    const [issued, consultation, first] = await versionsOf(app)
    expect([issued?.id, consultation?.id, first?.id]).toEqual([ids.issued, ids.consultation, ids.first])
    expect([issued?.parentId, consultation?.parentId, first?.parentId]).toEqual([ids.consultation, ids.first, null])
    expect(first?.delta).toBeNull()
    // 1400→1500亿元 and 达到→力争达到 stand in one row of substance; 城市治理→城市精细化治理 is the row of wording or substance.
    expect((consultation?.delta?.substance ?? 0) + (consultation?.delta?.wording ?? 0)).toBeGreaterThanOrEqual(2)
    expect(consultation?.delta?.targets.raised).toBe(1)
    expect(issued?.delta?.targets).toEqual({ raised: 0, lowered: 0, added: 0, dropped: 0, other: 0 })
  })

  test('closes when a version is removed, and is as before when it is restored', async () => {
    const app = testApp()
    const { documentId, consultation, first } = await threeVersions(app)
    const before = await versionsOf(app)
    await app.call('library:remove', { documentId, versionId: consultation })
    const [issued] = await versionsOf(app)
    expect(issued).toMatchObject({ parentId: first, delta: { targets: { raised: 1 } } })
    expect(await versionsOf(app)).toHaveLength(2)
    await app.call('library:restore', { documentId, versionId: consultation })
    expect(await versionsOf(app)).toEqual(before)
  })

  test('is re-ordered when a stage is corrected', async () => {
    const app = testApp()
    const { first, consultation } = await threeVersions(app)
    await app.call('library:update-version', { versionId: first, fields: { stage: 'review', note: '送审' } })
    const versions = await versionsOf(app)
    expect(versions.map(({ stage }) => stage)).toEqual(['issued', 'review', 'consultation'])
    expect(versions[1]).toMatchObject({
      id: first,
      note: '送审',
      parentId: consultation,
      delta: { targets: { lowered: 1 } },
    })
    expect(versions[2]).toMatchObject({ parentId: null, delta: null })
  })

  test('is the same after a restart', async () => {
    const app = testApp()
    await threeVersions(app)
    const before = await app.call('library:list', {})
    expect(await app.restart().call('library:list', {})).toEqual(before)
  })
})

describe('a document', () => {
  test('takes corrections of single fields', async () => {
    const app = testApp()
    const { documentId } = await importText(app, PLAN.first)
    await app.call('library:update-document', { documentId, fields: { title: '十五五规划', region: null } })
    const { documents } = await app.call('library:list', {})
    expect(documents[0]).toMatchObject({ title: '十五五规划', region: null, kind: 'five-year-plan', periodFrom: 2026 })
  })

  test('is removed and restored with its versions', async () => {
    const app = testApp()
    const { documentId } = await importText(app, PLAN.first)
    const before = await versionsOf(app)
    await app.call('library:remove', { documentId, versionId: null })
    expect(await app.call('library:list', {})).toEqual({ documents: [] })
    await app.call('library:restore', { documentId, versionId: null })
    expect(await versionsOf(app)).toEqual(before)
  })
})

test('a version opens with text, blocks and its document', async () => {
  const app = testApp()
  const { versionId, documentId } = await importText(app, PLAN.first)
  const opened = await app.call('library:version-text', { versionId })
  expect(opened).toMatchObject({
    text: PLAN.first,
    version: { id: versionId, documentId },
    document: { id: documentId, region: '临江市' },
  })
  const headings = opened.blocks
    .filter(({ kind }) => kind === 'heading')
    .map(({ start, end }) => PLAN.first.slice(start, end))
  expect(headings).toEqual(['一、发展目标', '二、重点任务'])
})

describe('what is not there', () => {
  test.each([
    ['library:version-text', { versionId: randomUUID() }],
    ['library:update-version', { versionId: randomUUID(), fields: {} }],
    ['library:update-document', { documentId: randomUUID(), fields: {} }],
    ['library:remove', { documentId: randomUUID(), versionId: null }],
    ['library:restore', { documentId: randomUUID(), versionId: randomUUID() }],
  ] as const)('%s is not-found', async (channel, input) => {
    await expect(testApp().call(channel, input)).rejects.toMatchObject({ code: 'not-found' })
  })

  test('a version of another document is a bad request', async () => {
    const app = testApp()
    const { versionId } = await importText(app, PLAN.first)
    const removing = app.call('library:remove', { documentId: randomUUID(), versionId })
    await expect(removing).rejects.toMatchObject({ code: 'bad-request' })
    expect(await versionsOf(app)).toHaveLength(1)
  })
})
