import { describe, expect, test } from 'vitest'
import { makeDocx, p } from '../readers/docx/make-docx.test-helper.ts'
import { type TestApp, testApp, utf8, VERSION } from './app.test-helper.ts'

const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
const marked = (id: number, text: string) =>
  `<w:commentRangeStart w:id="${id}"/>${run(text)}<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`
const remark = (id: number, text: string, author = '李科') =>
  `<w:comment w:id="${id}" w:author="${author}" w:date="2026-03-02T08:30:00Z"><w:p w14:paraId="A${id}" w:paraId="A${id}"><w:r><w:t>${text}</w:t></w:r></w:p></w:comment>`
const ins = (text: string) => `<w:ins w:author="王处" w:date="2026-03-05T10:00:00Z">${run(text)}</w:ins>`
const del = (text: string) =>
  `<w:del w:author="王处" w:date="2026-03-05T10:00:00Z"><w:r><w:delText>${text}</w:delText></w:r></w:del>`
const par = (content: string) => `<w:p>${content}</w:p>`

const HEAD = p('临江市国民经济和社会发展第十五个五年规划纲要') + p('一、发展目标')
const REMARKED = makeDocx({
  body:
    HEAD +
    par(run('到2030年，') + marked(1, '全市地区生产总值达到1500亿元') + run('，城镇化率达到70%。')) +
    par(run('推进老城更新，') + marked(2, '完善公共服务设施') + run('。')),
  comments: `${remark(1, '请与统计局核对')}${remark(2, '删去')}${remark(3, '已核，无误', '统计局')}`,
  commentsExtended: '<w:commentEx w:paraId="A3" w:paraIdParent="A1"/><w:commentEx w:paraId="A2" w:done="0"/>',
})
const REVISED = makeDocx({
  body:
    HEAD +
    par(run('到2030年，全市地区生产总值') + del('力争') + run('达到') + del('1400') + ins('1500') + run('亿元。')) +
    par(ins('推进老城更新。')),
})

const readingOf = async ({ call }: TestApp, bytes: Uint8Array, name = '规划.docx') => {
  const { item } = await call('files:add', { name, bytes: new Uint8Array(bytes) })
  if (!item.reading) throw new Error(item.error?.message)
  return { id: item.id, reading: item.reading }
}
type Choice = { keepRevisions?: boolean; keepComments?: boolean; documentId?: string; note?: string }
const save = async (app: TestApp, bytes: Uint8Array, { documentId, note = '', ...choice }: Choice = {}) => {
  const { id, reading } = await readingOf(app, bytes)
  const version = { ...VERSION, note }
  return app.call('import:save', {
    importId: id,
    documentId: documentId ?? null,
    fields: reading.fields,
    version,
    ...choice,
  })
}
const PLAIN = '临江市国民经济和社会发展第十五个五年规划纲要\n一、发展目标\n到2030年，全市地区生产总值达到1400亿元。'
const savePlain = async (app: TestApp, documentId: string | null = null) => {
  const { id, reading } = await readingOf(app, utf8(PLAIN), '旧.txt')
  return app.call('import:save', { importId: id, documentId, fields: reading.fields, version: VERSION })
}

describe('remarks of a Word file', () => {
  test('are shown before it is saved, at their words in the cleaned text', async () => {
    const { reading } = await readingOf(testApp(), REMARKED)
    expect(
      reading.comments.map(({ author, text, replyTo, start, end }) => [
        author,
        text,
        replyTo,
        reading.text.slice(start, end),
      ]),
    ).toEqual([
      ['李科', '请与统计局核对', null, '全市地区生产总值达到1500亿元'],
      ['统计局', '已核，无误', 0, expect.any(String)],
      ['李科', '删去', null, '完善公共服务设施'],
    ])
    expect(reading.comments[0]).toMatchObject({ date: new Date('2026-03-02T08:30:00').toISOString(), resolved: false })
  })

  test('become annotations of every comparison of the version, on its side', async () => {
    const app = testApp()
    const { documentId, versionId } = await save(app, REMARKED)
    const old = await savePlain(app, documentId)
    const open = async (leftVersionId: string, right: string) =>
      (await app.call('review:open', { leftVersionId, right: { type: 'version', versionId: right } })).annotations
    const onRight = await open(old.versionId, versionId)
    expect(
      onRight.map(({ origin, author, text, anchor }) => [origin, author, text, anchor.side, anchor.quote]),
    ).toEqual([
      ['imported', '李科', '请与统计局核对', 'right', '全市地区生产总值达到1500亿元'],
      ['imported', '统计局', '已核，无误', 'right', expect.any(String)],
      ['imported', '李科', '删去', 'right', '完善公共服务设施'],
    ])
    expect(onRight[1]?.replyTo).toBe(onRight[0]?.id)
    expect((await open(versionId, old.versionId)).map(({ anchor }) => anchor.side)).toEqual(['left', 'left', 'left'])
  })

  test('are left out when the user does not want them', async () => {
    const app = testApp()
    const { versionId } = await save(app, REMARKED, { keepComments: false })
    const right = { type: 'version', versionId } as const
    expect((await app.call('review:open', { leftVersionId: versionId, right })).annotations).toEqual([])
  })

  test('can be resolved and answered, not rewritten or removed; the answer can', async () => {
    const app = testApp()
    await app.call('settings:set', { settings: { reviewer: '赵' } })
    const { versionId } = await save(app, REMARKED)
    const pair = { leftVersionId: versionId, right: { type: 'version', versionId } } as const
    const { comparisonId, annotations } = await app.call('review:open', pair)
    const [first] = annotations
    if (!first) throw new Error('no remark')
    const update = (text: string, resolved: boolean) =>
      app.call('review:update-annotation', { annotationId: first.id, text, resolved })
    await expect(update('改写', false)).rejects.toMatchObject({ code: 'bad-request' })
    await expect(app.call('review:remove-annotation', { annotationId: first.id })).rejects.toMatchObject({
      code: 'bad-request',
    })
    await update(first.text, true)
    const answer = { anchor: first.anchor, replyTo: first.id, text: '已改' }
    const { annotation } = await app.call('review:annotate', { comparisonId, annotation: answer })
    const again = (await app.call('review:open', pair)).annotations
    expect(again.find(({ id }) => id === first.id)?.resolved).toBe(true)
    expect(again.find(({ id }) => id === annotation.id)).toMatchObject({
      origin: 'review',
      author: '赵',
      replyTo: first.id,
      text: '已改',
    })
    await app.call('review:update-annotation', { annotationId: annotation.id, text: '已改，见新稿', resolved: false })
    expect((await app.call('review:open', pair)).annotations.at(-1)?.text).toBe('已改，见新稿')
    await app.call('review:remove-annotation', { annotationId: annotation.id })
    expect((await app.call('review:open', pair)).annotations).toHaveLength(3)
  })

  test('are in every export with author and date', async () => {
    const app = testApp()
    const { documentId, versionId } = await save(app, REMARKED)
    const { versionId: leftVersionId } = await savePlain(app, documentId)
    const right = { type: 'version', versionId } as const
    for (const kind of ['html', 'json'] as const) {
      await app.call('export:save', { leftVersionId, right, kind, scope: 'all' })
      const written = Buffer.from(app.platform.saved.at(-1)?.bytes ?? []).toString()
      for (const word of ['李科', '2026-03-02', '请与统计局核对', '已核，无误']) expect(written).toContain(word)
    }
  })
})

describe('remarks of the version that a draft was begun from', () => {
  const opened = async () => {
    const app = testApp()
    const { versionId } = await save(app, REMARKED)
    const { draft } = await app.call('draft:open', { baseVersionId: versionId })
    const right = { type: 'draft', draftId: draft.id } as const
    const seen = async () => (await app.call('review:open', { leftVersionId: versionId, right })).annotations
    const insert = async (at: number, words: string) => {
      const { draft: now } = await app.call('draft:open', { baseVersionId: versionId })
      const changes = [{ from: at, to: at, insert: words }]
      await app.call('draft:save', {
        draftId: draft.id,
        revision: now.revision,
        changes,
        length: now.characters + words.length,
      })
    }
    return { app, versionId, draft, seen, insert }
  }

  test('are found again in its text, each once though both sides have it', async () => {
    const { draft, seen, insert } = await opened()
    await insert(0, '送审稿\n')
    const annotations = await seen()
    expect(annotations.map(({ anchor }) => anchor.side)).toEqual(['right', 'right', 'right'])
    const { anchor } = annotations[0] ?? { anchor: { start: 0, quote: '' } }
    expect(`送审稿\n${draft.text}`.slice(anchor.start, anchor.start + anchor.quote.length)).toBe(
      '全市地区生产总值达到1500亿元',
    )
  })

  test('whose words are gone from it stand on the left', async () => {
    const { app, draft, seen } = await opened()
    const from = draft.text.indexOf('推进老城更新')
    const changes = [{ from, to: draft.text.length, insert: '另起一段。' }]
    await app.call('draft:save', { draftId: draft.id, revision: 0, changes, length: from + 5 })
    expect((await seen()).find(({ text }) => text === '删去')?.anchor.side).toBe('left')
  })

  test('go on to the sealed version unless they were resolved', async () => {
    const { app, versionId, draft, seen, insert } = await opened()
    const [first, , last] = await seen()
    if (!first || !last) throw new Error('no remarks')
    await app.call('review:update-annotation', { annotationId: last.id, text: last.text, resolved: true })
    // Resolved while the draft was open, it is still seen there, as resolved.
    expect((await seen()).map(({ resolved }) => resolved)).toEqual([false, false, true])
    await insert(0, '送审稿\n')
    const sealed = await app.call('draft:seal', { draftId: draft.id, version: VERSION })
    const right = { type: 'version', versionId: sealed.versionId } as const
    const { annotations } = await app.call('review:open', { leftVersionId: sealed.versionId, right })
    expect(annotations.map(({ text, anchor }) => [text, anchor.start])).toEqual([
      ['请与统计局核对', first.anchor.start + 4],
      ['已核，无误', expect.any(Number)],
    ])
    // The version that it was resolved in keeps it.
    const own = await app.call('review:open', { leftVersionId: versionId, right: { type: 'version', versionId } })
    expect(own.annotations).toHaveLength(3)
  })
})

describe('tracked changes of a Word file', () => {
  test('are accepted in the text and told in figures', async () => {
    const { reading } = await readingOf(testApp(), REVISED)
    expect(reading.text).toContain('全市地区生产总值达到1500亿元。\n推进老城更新。')
    expect(reading.revisions).toMatchObject({
      insertions: 2,
      deletions: 2,
      moves: 0,
      authors: ['王处'],
      inserted: 11,
      deleted: 6,
    })
    expect((await readingOf(testApp(), REMARKED)).reading.revisions).toBeNull()
  })

  test('are one version by default', async () => {
    const app = testApp()
    expect((await save(app, REVISED)).beforeVersionId).toBeNull()
    expect((await app.call('library:list', {})).documents[0]?.versions).toHaveLength(1)
  })

  test('are two versions when asked for: the text before them, and the one with them, counted against it', async () => {
    const app = testApp()
    const saved = await save(app, REVISED, { keepRevisions: true, note: '会签' })
    const [document] = (await app.call('library:list', {})).documents
    const lines = document?.versions.map(({ id, parentId, note, sourceName }) => [id, parentId, note, sourceName])
    expect(lines).toEqual([
      [saved.versionId, saved.beforeVersionId, '修订后：会签', '规划.docx'],
      [saved.beforeVersionId, null, '修订前：会签', '规划.docx'],
    ])
    expect(document?.versions[0]?.delta).toMatchObject({ targets: { raised: 1 } })
    const { text } = await app.call('library:version-text', { versionId: saved.beforeVersionId ?? '' })
    expect(text).toContain('全市地区生产总值力争达到1400亿元。')
    expect(text).not.toContain('推进老城更新')
  })

  test('stand behind the versions that are there already', async () => {
    const app = testApp()
    const old = await savePlain(app)
    const saved = await save(app, REVISED, { keepRevisions: true, documentId: old.documentId })
    const [document] = (await app.call('library:list', {})).documents
    expect(document?.versions.map(({ id, parentId }) => [id, parentId])).toEqual([
      [saved.versionId, saved.beforeVersionId],
      [saved.beforeVersionId, old.versionId],
      [old.versionId, null],
    ])
  })

  test('that change nothing, or a file without any, make no second version', async () => {
    const app = testApp()
    const nothing = makeDocx({ body: HEAD + par(run('推进老城更新。') + ins('  ')) })
    expect((await save(app, nothing, { keepRevisions: true })).beforeVersionId).toBeNull()
    expect((await save(app, REMARKED, { keepRevisions: true })).beforeVersionId).toBeNull()
  })
})
