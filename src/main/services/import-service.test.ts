import { readFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { ALL_STEPS, OPTIONAL_STEPS } from '../../shared/text/clean.ts'
import { MAX_FILE_BYTES } from '../../shared/text/limits.ts'
import { importText, PLAN, type TestApp, testApp, utf8, VERSION } from './app.test-helper.ts'

/** Rows of every table that an import could write to. */
function rowCounts({ path }: TestApp): Record<string, unknown> {
  const db = new Database(path, { readonly: true })
  const tables = ['document', 'version', 'version_text', 'source', 'source_content']
  const counts = tables.map((table) => [table, db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()])
  db.close()
  return Object.fromEntries(counts)
}

const file = (name: string, content: Uint8Array, size = content.byteLength) => ({
  name,
  size,
  read: () => Promise.resolve(content),
})

describe('a readable file', () => {
  test('comes back read, with what the text says of itself, and nothing in the library yet', async () => {
    const app = testApp()
    const { item } = await app.call('files:add', { name: '规划.txt', bytes: utf8(PLAN.consultation) })
    expect(item).toMatchObject({ file: '规划.txt', status: 'ready', error: null })
    expect(item.reading).toMatchObject({
      format: 'txt',
      text: PLAN.consultation,
      fields: {
        title: '临江市国民经济和社会发展第十五个五年规划纲要',
        kind: 'five-year-plan',
        region: '临江市',
        periodFrom: 2026,
        periodTo: 2030,
      },
      version: { stage: 'consultation' },
      log: { accounted: true },
      duplicateOf: null,
      suggestedDocumentId: null,
    })
    expect(item.reading?.steps).toEqual(
      ALL_STEPS.map((code) => ({ code, on: !OPTIONAL_STEPS.includes(code), optional: OPTIONAL_STEPS.includes(code) })),
    )
    expect(item.reading?.origins).toHaveLength(PLAN.consultation.split('\n').length)
    expect(rowCounts(app)).toMatchObject({ document: 0, version: 0, source_content: 0 })
  })

  test('saved, is a document whose source is kept byte for byte with its log', async () => {
    const app = testApp()
    const bytes = utf8(`\uFEFF${PLAN.first.replaceAll('\n', '\r\n')}`)
    const { item } = await app.call('files:add', { name: '初稿.txt', bytes })
    const fields = { ...(item.reading?.fields ?? fail()), title: '我的规划' }
    const saved = await app.call('import:save', {
      importId: item.id,
      documentId: null,
      fields,
      version: { ...VERSION, stage: 'first-draft', author: '起草组' },
    })
    const { documents } = await app.call('library:list', {})
    expect(documents).toMatchObject([
      {
        id: saved.documentId,
        title: '我的规划',
        versions: [
          { id: saved.versionId, stage: 'first-draft', author: '起草组', sourceName: '初稿.txt', delta: null },
        ],
      },
    ])
    expect((await app.call('library:version-text', { versionId: saved.versionId })).text).toBe(PLAN.first)
    const db = new Database(app.path, { readonly: true })
    expect(new Uint8Array(db.prepare<[], Buffer>('SELECT content FROM source_content').pluck().get() ?? [])).toEqual(
      bytes,
    )
    expect(JSON.parse(String(db.prepare('SELECT cleaning_log FROM source').pluck().get()))).toEqual(item.reading?.log)
    db.close()
    expect(app.platform.events.map(({ event }) => event)).toContain('library-changed')
  })

  test('without a title of its own is called by its file name, a pasted one by its first heading', async () => {
    const app = testApp()
    const excerpt = '三、主要任务\n推进老城更新，完善公共服务设施，提升城市治理水平。'
    const { item } = await app.call('files:add', { name: '2021年报告节选.v2.txt', bytes: utf8(excerpt) })
    const { item: pasted } = await app.call('import:paste', { text: excerpt, html: null })
    const titles = [item, pasted].map(({ reading }) => reading?.fields.title)
    expect(titles).toEqual(['2021年报告节选.v2', '三、主要任务'])
  })

  test('can be saved once', async () => {
    const app = testApp()
    const { item } = await app.call('files:add', { name: 'a.txt', bytes: utf8(PLAN.first) })
    const input = { importId: item.id, documentId: null, fields: item.reading?.fields ?? fail(), version: VERSION }
    await app.call('import:save', input)
    await expect(app.call('import:save', input)).rejects.toMatchObject({ code: 'not-found' })
    expect(rowCounts(app)).toMatchObject({ document: 1, version: 1 })
  })

  test('saved twice at the same moment still makes one line of versions', async () => {
    const app = testApp()
    const { documentId } = await importText(app, PLAN.first, { stage: 'first-draft' })
    await Promise.all([
      importText(app, PLAN.issued, { documentId, stage: 'issued' }),
      importText(app, PLAN.consultation, { documentId, stage: 'consultation' }),
    ])
    const { documents } = await app.call('library:list', {})
    const [issued, consultation, first] = documents[0]?.versions ?? []
    expect([issued?.stage, consultation?.stage, first?.stage]).toEqual(['issued', 'consultation', 'first-draft'])
    expect([issued?.parentId, consultation?.parentId, first?.parentId]).toEqual([consultation?.id, first?.id, null])
  })

  test('discarded, is forgotten', async () => {
    const app = testApp()
    const { item } = await app.call('files:add', { name: 'a.txt', bytes: utf8(PLAN.first) })
    await app.call('import:discard', { importId: item.id })
    await expect(app.call('import:reclean', { importId: item.id, disabled: [] })).rejects.toMatchObject({
      code: 'not-found',
    })
  })
})

describe('what cannot be read', () => {
  test.each([
    ['an empty file', '空.txt', new Uint8Array(), 'file-empty'],
    ['a .docx that is no zip', '坏.docx', utf8('这不是压缩包'), 'file-damaged'],
    [
      'a picture renamed .txt',
      '图.txt',
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xd, 0xa, 0x1a, 0xa, 0, 0, 0, 13]),
      'file-not-text',
    ],
  ])('%s is a failed item with the reason, and nothing is kept', async (_, name, bytes, code) => {
    const app = testApp()
    const before = readFileSync(app.path)
    const { item } = await app.call('files:add', { name, bytes })
    expect(item).toMatchObject({ file: name, status: 'failed', error: { code }, reading: null })
    expect(item.error?.message).toContain(name)
    await expect(app.call('import:reclean', { importId: item.id, disabled: [] })).rejects.toMatchObject({
      code: 'not-found',
    })
    expect(readFileSync(app.path).equals(before)).toBe(true)
  })

  test('does not stop the other files of a choice; a too large one is not even opened', async () => {
    const app = testApp()
    const huge = { name: '大.txt', size: MAX_FILE_BYTES + 1, read: () => Promise.reject(new Error('was opened')) }
    const gone = { name: '拔.txt', size: 3, read: () => Promise.reject(new Error('stick pulled out')) }
    app.platform.chosen = [huge, gone, file('好.txt', utf8(PLAN.first))]
    const { items } = await app.call('files:choose', {})
    expect(items.map(({ file, status, error }) => [file, status, error?.code])).toEqual([
      ['大.txt', 'failed', 'file-too-large'],
      ['拔.txt', 'failed', 'not-found'],
      ['好.txt', 'ready', undefined],
    ])
    expect(app.platform.events.filter(({ event }) => event === 'progress')).toHaveLength(4)
  })

  test('malformed calls are bad requests', async () => {
    const app = testApp()
    const bytes = new Uint8Array(MAX_FILE_BYTES + 1)
    await expect(app.call('files:add', { name: 'a.txt', bytes })).rejects.toMatchObject({ code: 'bad-request' })
    await expect(app.call('import:discard', { importId: 'x' })).rejects.toMatchObject({ code: 'bad-request' })
  })
})

describe('pasted text', () => {
  test('is read like a file and kept as it was pasted', async () => {
    const app = testApp()
    const { item } = await app.call('import:paste', { text: PLAN.first, html: null })
    expect(item).toMatchObject({ status: 'ready', reading: { format: 'clipboard', text: PLAN.first } })
  })

  /** What a browser puts on the clipboard beside the plain text. */
  const HTML = `<html><head><meta charset="gb2312"></head><body><!--StartFragment-->
    <p>临江市2026年工作要点</p><p>推进老城<b>更新</b>。</p>
    <table><tr><td>指标</td><td>2030年</td></tr><tr><td>研发经费投入强度</td><td>3%</td></tr></table>
    <!--EndFragment--></body></html>`
  const PLAIN = '临江市2026年工作要点\n\n推进老城更新。\n\n指标\t2030年\n研发经费投入强度\t3%'

  test('from a page keeps its paragraphs and tables, and the page is what is kept of it', async () => {
    const app = testApp()
    const { item } = await app.call('import:paste', { text: PLAIN, html: HTML })
    expect(item.reading?.text.split('\n')).toEqual([
      '临江市2026年工作要点',
      '推进老城更新。',
      '指标 | 2030年',
      '研发经费投入强度 | 3%',
    ])
    expect(item.reading).toMatchObject({ format: 'clipboard', fields: { title: '临江市2026年工作要点' } })
    const fields = item.reading?.fields ?? fail()
    await app.call('import:save', { importId: item.id, documentId: null, fields, version: VERSION })
    const db = new Database(app.path, { readonly: true })
    const kept = db.prepare<[], { content: Buffer; media_type: string }>(
      'SELECT content, media_type FROM source JOIN source_content USING (sha256)',
    )
    expect(kept.get()).toEqual({ content: Buffer.from(HTML), media_type: 'text/html' })
    db.close()
  })

  test.each([
    ['empty', ''],
    ['without text', '<img src="cid:1">'],
    ['holding half of it', '<p>临江市2026年工作要点</p>'],
    ['nested beyond all reason', '<div>'.repeat(20_000)],
  ])('is read as plain text where its page is %s', async (_, html) => {
    const { item } = await testApp().call('import:paste', { text: PLAIN, html })
    expect(item.reading?.text).toContain('研发经费投入强度')
    expect(item.reading).toMatchObject({ format: 'clipboard', bytes: utf8(PLAIN).byteLength })
  })

  test('from a page is cleaned anew like a file', async () => {
    const app = testApp()
    const { item } = await app.call('import:paste', { text: PLAIN, html: HTML })
    const { item: recleaned } = await app.call('import:reclean', { importId: item.id, disabled: [...ALL_STEPS] })
    expect(recleaned.reading?.text).toContain('研发经费投入强度 | 3%')
  })

  test('of blanks only is refused', async () => {
    const { item } = await testApp().call('import:paste', { text: '', html: null })
    expect(item).toMatchObject({ status: 'failed', error: { code: 'file-empty' } })
  })
})

describe('clean-up steps', () => {
  test('an optional one runs when it is asked for, and not before', async () => {
    const more = ['', '，完善配套政策', '，统筹推进城乡和区域协调', '，形成一批可复制的经验做法并逐步推开']
    const sentences = Array.from({ length: 24 }, (_, index) => [
      `　　加快第${index + 1}个重点领域的改革步伐${more[index % 4]}`,
      `健全第${index + 1}个领域的长效工作机制${more[(index + 2) % 4]}`,
    ]).flat()
    const app = testApp()
    const { item } = await app.call('files:add', { name: '逐句成行.txt', bytes: utf8(sentences.join('\n')) })
    expect(item.reading?.blocks).toHaveLength(48)
    const { item: asked } = await app.call('import:reclean', { importId: item.id, disabled: [] })
    expect(asked.reading?.blocks).toHaveLength(24)
  })

  test('are switched for one item, and what is saved is what was shown', async () => {
    const app = testApp()
    const spread = PLAN.first.replace('发展目标', '发 展 目 标')
    const { item } = await app.call('files:add', { name: 'a.txt', bytes: utf8(spread) })
    expect(item.reading?.text).toBe(PLAN.first)
    const { item: recleaned } = await app.call('import:reclean', { importId: item.id, disabled: [...ALL_STEPS] })
    expect(recleaned.reading?.steps.every(({ on }) => !on)).toBe(true)
    expect(recleaned.reading?.text).toContain('发 展 目 标')
    const fields = recleaned.reading?.fields ?? fail()
    const saved = await app.call('import:save', { importId: item.id, documentId: null, fields, version: VERSION })
    const { text } = await app.call('library:version-text', { versionId: saved.versionId })
    expect(text).toBe(recleaned.reading?.text)
  })
})

describe('what the library already has', () => {
  test('is recognised by its bytes and by its text, also after a restart', async () => {
    const first = testApp()
    const { documentId, versionId } = await importText(first, PLAN.first)
    const app = first.restart()
    const same = await app.call('files:add', { name: '别名.txt', bytes: utf8(PLAN.first) })
    const wrapped = await app.call('files:add', { name: 'b.txt', bytes: utf8(PLAN.first.replaceAll('\n', '\r\n')) })
    for (const { item } of [same, wrapped])
      expect(item.reading).toMatchObject({
        duplicateOf: { documentId, versionId },
        nearDuplicateOf: null,
        suggestedDocumentId: documentId,
      })
  })

  test('is not recognised in what was removed', async () => {
    const app = testApp()
    const { documentId } = await importText(app, PLAN.first)
    await app.call('library:remove', { documentId, versionId: null })
    const { item } = await app.call('files:add', { name: 'a.txt', bytes: utf8(PLAN.first) })
    expect(item.reading).toMatchObject({ duplicateOf: null, suggestedDocumentId: null })
    const fields = item.reading?.fields ?? fail()
    const input = { importId: item.id, documentId, fields, version: VERSION }
    await expect(app.call('import:save', input)).rejects.toMatchObject({ code: 'not-found' })
  })

  test('is suggested for a further version of the same plan, not for the report of another year', async () => {
    const app = testApp()
    const report = (year: number) =>
      `临江市${year}年政府工作报告\n各位代表：\n现在，我向大会报告工作，请予审议。\n一、${year}年工作安排\n地区生产总值增长6%左右。`
    const plan = await importText(app, PLAN.first)
    const report2025 = await importText(app, report(2025))
    const suggestionFor = async (text: string) =>
      (await app.call('files:add', { name: 'x.txt', bytes: utf8(text) })).item.reading?.suggestedDocumentId
    expect(await suggestionFor(PLAN.issued)).toBe(plan.documentId)
    expect(await suggestionFor(`${report(2025)}\n社会消费品零售总额增长5%。`)).toBe(report2025.documentId)
    expect(await suggestionFor(report(2026))).toBeNull()
  })

  test('is looked up again for a file that was read before its first version was saved', async () => {
    const app = testApp()
    const { item } = await app.call('files:add', { name: 'b.txt', bytes: utf8(PLAN.issued) })
    expect(item.reading?.suggestedDocumentId).toBeNull()
    const saved = await importText(app, PLAN.first)
    const { item: again } = await app.call('import:reclean', { importId: item.id, disabled: [] })
    expect(again.reading).toMatchObject({ suggestedDocumentId: saved.documentId, text: item.reading?.text })
  })

  test('a document is named without the stage that its title bears', async () => {
    const app = testApp()
    const text = '临江市“十五五”规划纲要（征求意见稿）\n一、主要目标\n地区生产总值年均增长6%左右。'
    const { item } = await app.call('files:add', { name: 'c.txt', bytes: utf8(text) })
    expect(item.reading).toMatchObject({
      fields: { title: '临江市“十五五”规划纲要' },
      version: { stage: 'consultation' },
    })
  })
})

function fail(): never {
  throw new Error('the file was not read')
}
