import { expect, test } from 'vitest'
import { importText, PLAN, testApp } from './app.test-helper.ts'

test('the samples open in an empty library with a comparison that shows changed targets', async () => {
  const app = testApp()
  const { leftVersionId, rightVersionId } = await app.call('library:open-samples', {})
  const { documents } = await app.call('library:list', {})
  expect(documents.map(({ versions }) => versions.length).toSorted((a, b) => a - b)).toEqual([1, 1, 1, 3])
  const right = documents.flatMap(({ versions }) => versions).find(({ id }) => id === rightVersionId)
  expect(right?.parentId).toBe(leftVersionId)
  expect(right?.delta?.targets.raised).toBeGreaterThan(0)
  expect(right?.delta?.targets.lowered).toBeGreaterThan(0)
})

test('opening them again changes nothing; removed ones come back; other documents stay', async () => {
  const app = testApp()
  await importText(app, PLAN.first)
  const opened = await app.call('library:open-samples', {})
  const before = await app.call('library:list', {})
  expect(before.documents).toHaveLength(5)
  expect(await app.call('library:open-samples', {})).toEqual(opened)
  expect(await app.call('library:list', {})).toEqual(before)

  const plan = before.documents.find(({ versions }) => versions.length === 3)
  await app.call('library:remove', { documentId: plan?.id ?? '', versionId: null })
  expect(await app.call('library:open-samples', {})).toEqual(opened)
  expect((await app.call('library:list', {})).documents).toHaveLength(5)
})

test('a removed version that the first comparison needs comes back', async () => {
  const app = testApp()
  const { rightVersionId } = await app.call('library:open-samples', {})
  const before = await app.call('library:list', {})
  const documentId = before.documents.find(({ versions }) => versions.some(({ id }) => id === rightVersionId))?.id ?? ''
  await app.call('library:remove', { documentId, versionId: rightVersionId })
  await app.call('library:open-samples', {})
  const after = await app.call('library:list', {})
  const versions = (list: typeof before) => list.documents.map((document) => document.versions)
  expect(versions(after)).toEqual(versions(before))
})

test('somebody who removed everything is not at the first run again', async () => {
  const app = testApp()
  const firstRun = async () => (await app.call('app:info', {})).firstRun
  expect(await firstRun()).toBe(true)
  await app.call('library:open-samples', {})
  const { documents } = await app.call('library:list', {})
  for (const { id } of documents) await app.call('library:remove', { documentId: id, versionId: null })
  expect((await app.call('library:list', {})).documents).toEqual([])
  expect(await firstRun()).toBe(false)
  expect((await app.restart().call('app:info', {})).firstRun).toBe(false)
})
