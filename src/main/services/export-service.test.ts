import { randomUUID } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { makeAnchor } from '../../shared/review/make-anchor.ts'
import { importText, PLAN, testApp } from './app.test-helper.ts'

async function withPair() {
  const app = testApp()
  const left = await importText(app, PLAN.first, { stage: 'first-draft' })
  const right = await importText(app, PLAN.consultation, { documentId: left.documentId, stage: 'consultation' })
  const pair = { leftVersionId: left.versionId, right: { type: 'version' as const, versionId: right.versionId } }
  return { app, pair, left }
}

const TITLE = '临江市国民经济和社会发展第十五个五年规划纲要'

test('the 修改对照表 has both sides and what was decided, and is offered under the right name', async () => {
  const { app, pair } = await withPair()
  const { comparisonId } = await app.call('review:open', pair)
  const start = PLAN.consultation.indexOf('到2030年')
  const anchor = makeAnchor(PLAN.consultation, 'right', { start, end: PLAN.consultation.indexOf('\n', start) })
  const decision = {
    subject: 'row' as const,
    anchor,
    status: 'accepted' as const,
    reason: '按省里口径调整',
    basis: null,
  }
  await app.call('review:decide', { comparisonId, decision })
  const saved = await app.call('export:save', { ...pair, kind: 'docx-table', scope: 'all' })
  expect(saved).toMatchObject({ status: 'saved', name: `${TITLE}（征求意见稿）-修改对照表.docx` })
  const [file] = app.platform.saved
  expect(file?.name).toBe(`${TITLE}（征求意见稿）-修改对照表.docx`)
  const xml = strFromU8(unzipSync(file?.bytes ?? new Uint8Array())['word/document.xml'] ?? new Uint8Array())
  const words = xml.replaceAll(/<[^>]+>/g, '')
  for (const part of ['1400', '1500', '力争', '按省里口径调整']) expect(words).toContain(part)
})

test('a draft is exported as it stands, without its being reviewed', async () => {
  const { app, pair, left } = await withPair()
  const { draft } = await app.call('draft:open', { baseVersionId: left.versionId })
  const changes = [{ from: draft.text.length, to: draft.text.length, insert: '\n新设一条底稿里的措施。' }]
  await app.call('draft:save', { draftId: draft.id, revision: 0, changes, length: draft.text.length + 12 })
  const right = { type: 'draft' as const, draftId: draft.id }
  await app.call('export:save', { leftVersionId: pair.leftVersionId, right, kind: 'html', scope: 'all' })
  await app.call('export:save', { leftVersionId: pair.leftVersionId, right, kind: 'json', scope: 'all' })
  const [html, json] = app.platform.saved
  expect(html?.name).toBe(`${TITLE}（底稿）-修改对照表.html`)
  expect(new TextDecoder().decode(html?.bytes)).toContain('新设一条底稿里的措施')
  const object = JSON.parse(new TextDecoder().decode(json?.bytes)) as { schema: number; right: { text: string } }
  expect(object.schema).toBe(1)
  expect(object.right.text.endsWith('新设一条底稿里的措施。')).toBe(true)
})

test('a cancelled dialog is said to be cancelled', async () => {
  const { app, pair } = await withPair()
  app.platform.saveFile = () => Promise.resolve({ status: 'cancelled' })
  expect(await app.call('export:save', { ...pair, kind: 'html', scope: 'targets' })).toEqual({ status: 'cancelled' })
})

test('what is not there is not exported', async () => {
  const { app, pair } = await withPair()
  const exporting = app.call('export:save', { ...pair, leftVersionId: randomUUID(), kind: 'html', scope: 'all' })
  await expect(exporting).rejects.toMatchObject({ code: 'not-found' })
  expect(app.platform.saved).toEqual([])
})
