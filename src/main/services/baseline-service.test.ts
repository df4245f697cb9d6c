import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { importText, PLAN, testApp, VERSION } from './app.test-helper.ts'

async function opened() {
  const app = testApp()
  const first = await importText(app, PLAN.first, { stage: 'first-draft' })
  const { documentId, versionId } = await importText(app, PLAN.consultation, {
    documentId: first.documentId,
    stage: 'consultation',
  })
  return { app, documentId, versionIds: [first.versionId, versionId] }
}

test('what a document is held against is kept with it, also after a restart', async () => {
  const { app, documentId, versionIds } = await opened()
  expect(await app.call('baselines:get', { documentId })).toEqual({ versionIds: null })
  await app.call('baselines:set', { documentId, versionIds: [...versionIds, ...versionIds] })
  expect(await app.restart().call('baselines:get', { documentId })).toEqual({ versionIds })
})

test('it outlives sealing the draft', async () => {
  const { app, documentId, versionIds } = await opened()
  await app.call('baselines:set', { documentId, versionIds })
  const { draft } = await app.call('draft:open', { baseVersionId: versionIds[1] ?? '' })
  await app.call('draft:seal', { draftId: draft.id, version: VERSION })
  expect(await app.call('baselines:get', { documentId })).toEqual({ versionIds })
})

test('a choice that was forgotten is none', async () => {
  const { app, documentId, versionIds } = await opened()
  await app.call('baselines:set', { documentId, versionIds })
  await app.call('baselines:set', { documentId, versionIds: null })
  expect(await app.call('baselines:get', { documentId })).toEqual({ versionIds: null })
})

test('of a document that is not there nothing is kept', async () => {
  const { app, versionIds } = await opened()
  const kept = app.call('baselines:set', { documentId: randomUUID(), versionIds })
  await expect(kept).rejects.toMatchObject({ code: 'not-found' })
})
