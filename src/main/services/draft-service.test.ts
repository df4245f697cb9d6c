import { describe, expect, test } from 'vitest'
import { importText, PLAN, type TestApp, testApp, VERSION } from './app.test-helper.ts'

async function withDraft(app: TestApp = testApp()) {
  const saved = await importText(app, PLAN.first, { stage: 'first-draft' })
  const { draft } = await app.call('draft:open', { baseVersionId: saved.versionId })
  return { app, draft, ...saved }
}

/** `达到1400亿元` → `达到1500亿元`, as typing would change it. */
function raise(text: string) {
  const from = text.indexOf('1400')
  return { changes: [{ from, to: from + 4, insert: '1500' }], length: text.length, after: text.replace('1400', '1500') }
}

describe('a draft', () => {
  test('begins with the text of its base and is in the list', async () => {
    const { app, draft, documentId, versionId } = await withDraft()
    expect(draft).toMatchObject({ documentId, baseVersionId: versionId, text: PLAN.first, revision: 0 })
    const { text: _text, ...summary } = draft
    expect((await app.call('library:list', {})).documents[0]?.draft).toEqual(summary)
  })

  test('is as it was after a restart, change by change', async () => {
    const { app, draft, versionId } = await withDraft()
    const { after, ...raised } = raise(draft.text)
    const saved = await app.call('draft:save', { draftId: draft.id, revision: 0, ...raised })
    expect(saved.revision).toBe(1)
    const again = await app.restart().call('draft:open', { baseVersionId: versionId })
    expect(again.draft).toMatchObject({ id: draft.id, text: after, revision: 1, updatedAt: saved.savedAt })
  })

  test('refuses a stale revision and a length that does not fit, and stays as it is', async () => {
    const { app, draft, versionId } = await withDraft()
    const { after, ...raised } = raise(draft.text)
    await app.call('draft:save', { draftId: draft.id, revision: 0, ...raised })
    const stale = app.call('draft:save', { draftId: draft.id, revision: 0, ...raised })
    await expect(stale).rejects.toMatchObject({ code: 'draft-conflict' })
    const changes = [{ from: 0, to: 0, insert: '丢字' }]
    const wrong = app.call('draft:save', { draftId: draft.id, revision: 1, changes, length: after.length })
    await expect(wrong).rejects.toMatchObject({ code: 'draft-conflict' })
    expect((await app.call('draft:open', { baseVersionId: versionId })).draft).toMatchObject({
      text: after,
      revision: 1,
    })
  })

  test('sealed, is a version after its base with the counts against it, and is gone', async () => {
    const { app, draft, versionId, documentId } = await withDraft()
    const { after, ...raised } = raise(draft.text)
    await app.call('draft:save', { draftId: draft.id, revision: 0, ...raised })
    const fields = { ...VERSION, stage: 'consultation' as const, date: '2026-02-01', author: '规划科' }
    const sealed = await app.call('draft:seal', { draftId: draft.id, version: fields })
    const [document] = (await app.call('library:list', {})).documents
    expect(document?.draft).toBeNull()
    expect(document?.versions[0]).toMatchObject({
      ...fields,
      id: sealed.versionId,
      parentId: versionId,
      sourceName: null,
      delta: { targets: { raised: 1 } },
    })
    expect((await app.call('library:version-text', { versionId: sealed.versionId })).text).toBe(after)
    const next = await app.call('draft:open', { baseVersionId: sealed.versionId })
    expect(next.draft).toMatchObject({ documentId, revision: 0, text: after })
  })

  test('that is empty cannot be sealed', async () => {
    const { app, draft } = await withDraft()
    const changes = [{ from: 0, to: draft.text.length, insert: ' \n' }]
    await app.call('draft:save', { draftId: draft.id, revision: 0, changes, length: 2 })
    const sealing = app.call('draft:seal', { draftId: draft.id, version: VERSION })
    await expect(sealing).rejects.toMatchObject({ code: 'bad-request' })
    expect((await app.call('library:list', {})).documents[0]?.draft?.revision).toBe(1)
  })

  test('with half an emoji left by an edit is sealed as a text that can be kept', async () => {
    const { app, draft } = await withDraft()
    const changes = [
      { from: 0, to: 0, insert: '😀' },
      { from: 0, to: 1, insert: '' },
    ]
    await app.call('draft:save', { draftId: draft.id, revision: 0, changes, length: draft.text.length + 1 })
    const { versionId } = await app.call('draft:seal', { draftId: draft.id, version: VERSION })
    const { text } = await app.restart().call('library:version-text', { versionId })
    expect(text).toBe(`\uFFFD${PLAN.first}`)
  })

  test('given up, is gone; the next begins from its base', async () => {
    const { app, draft, versionId } = await withDraft()
    const { after: _after, ...raised } = raise(draft.text)
    await app.call('draft:save', { draftId: draft.id, revision: 0, ...raised })
    await app.call('draft:discard', { draftId: draft.id })
    expect((await app.call('library:list', {})).documents[0]?.draft).toBeNull()
    await expect(app.call('draft:seal', { draftId: draft.id, version: VERSION })).rejects.toMatchObject({
      code: 'not-found',
    })
    expect((await app.call('draft:open', { baseVersionId: versionId })).draft.text).toBe(PLAN.first)
  })
})
