import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import type { Annotation } from '../../../shared/review/annotation.ts'
import type { Decision } from '../../../shared/review/decision.ts'
import { AT, FIELDS, NO_TIMELINE, temporaryLibrary, version } from '../library.test-helper.ts'
import type { Library } from '../library.ts'
import type { NewSource } from '../records.ts'
import { SELECT_VERSION } from './version-rows.ts'

const LATER = '2026-03-05T00:00:00.000Z'
const TEXT = '清江市规划\n研发经费投入强度达到3%以上。'
const DELTA = { substance: 2, wording: 1, targets: { raised: 1, lowered: 0, added: 0, dropped: 0, other: 0 } }

const SOURCE: NewSource = {
  id: 's',
  file: '规划.docx',
  format: 'docx',
  mediaType: 'application/octet-stream',
  sha256: 'b'.repeat(64),
  content: new Uint8Array([0x50, 0x4b, 0, 255, 0]),
  disabled: ['page-furniture'],
  log: { characters: { in: 20, out: 18, dropped: 2 }, accounted: true, steps: [] },
  warnings: [],
}

async function libraryWithVersion(): Promise<Library> {
  const library = temporaryLibrary()
  const first = version('v', 'd', TEXT, { source: SOURCE })
  await library.versions.add({ version: first, newDocument: FIELDS, timeline: NO_TIMELINE })
  return library
}

/** Direct access to the file of an open library, as a fault or another program would have it. */
function raw(library: Library): Database.Database {
  return new Database(library.path)
}

describe('documents', () => {
  test('come back as they went in, and change field by field', async () => {
    const { documents } = await libraryWithVersion()
    const made = { ...FIELDS, id: 'd', createdAt: AT, updatedAt: AT, removed: false }
    expect(await documents.list()).toEqual([made])
    await documents.update('d', { region: null, periodTo: 2031 }, LATER)
    expect(await documents.get('d')).toEqual({ ...made, region: null, periodTo: 2031, updatedAt: LATER })
  })

  test('are hidden and shown again', async () => {
    const { documents } = await libraryWithVersion()
    await documents.setRemoved('d', true, LATER)
    expect((await documents.get('d'))?.removed).toBe(true)
    await documents.setRemoved('d', false, LATER)
    expect((await documents.get('d'))?.removed).toBe(false)
  })

  test('that are not there are not-found', async () => {
    const { documents } = temporaryLibrary()
    await expect(documents.update('x', {}, AT)).rejects.toMatchObject({ code: 'not-found' })
    await expect(documents.setRemoved('x', true, AT)).rejects.toMatchObject({ code: 'not-found' })
    expect(await documents.get('x')).toBeNull()
  })
})

describe('versions', () => {
  test('keep text, source bytes and blocks', async () => {
    const { versions } = await libraryWithVersion()
    const blocks = [{ kind: 'title' as const, level: 0, label: null, start: 0, end: 5 }]
    const second = version('w', 'd', `${TEXT}\u0000尾😀`, { blocks, basedOn: 'v' })
    await versions.add({ version: second, newDocument: null, timeline: { deltas: [], first: [] } })
    expect(await versions.text('w')).toBe(`${TEXT}\u0000尾😀`)
    expect(await versions.blocks('w')).toEqual(blocks)
    expect(await versions.blocks('v')).toBeNull()
    expect(new Uint8Array((await versions.source('v')) ?? [])).toEqual(SOURCE.content)
    expect(await versions.source('w')).toBeNull()
    expect(await versions.get('w')).toMatchObject({
      seq: 2,
      basedOn: 'v',
      sourceName: null,
      characters: second.text.length,
    })
    expect(await versions.get('v')).toMatchObject({
      sourceName: '规划.docx',
      parentId: null,
      delta: null,
      review: null,
    })
  })

  test('cannot be rewritten or deleted, by whatever program', async () => {
    const db = raw(await libraryWithVersion())
    for (const statement of [
      `UPDATE version_text SET text = '改'`,
      'DELETE FROM version_text',
      `UPDATE source_content SET content = x'00'`,
      'DELETE FROM source_content',
      `UPDATE version SET sha256 = '${'c'.repeat(64)}'`,
      'DELETE FROM version',
    ])
      expect(() => db.exec(statement), statement).toThrow(/immutable|keeps its text|hidden, not deleted/)
    db.close()
  })

  test('of the same text share it', async () => {
    const library = await libraryWithVersion()
    await library.versions.add({ version: version('w', 'd', TEXT), newDocument: null, timeline: NO_TIMELINE })
    const db = raw(library)
    expect(db.prepare('SELECT count(*) FROM version_text').pluck().get()).toBe(1)
    db.close()
    const { sha256 } = version('', '', TEXT)
    expect((await library.versions.findSame('none', sha256)).map(({ id }) => id)).toEqual(['w', 'v'])
    expect((await library.versions.findSame(SOURCE.sha256, 'none')).map(({ id }) => id)).toEqual(['v'])
  })

  test('enter with all that belongs to them or not at all', async () => {
    const { versions, documents } = temporaryLibrary()
    const orphan = version('v', 'd', TEXT, { source: SOURCE, basedOn: 'nobody' })
    await expect(versions.add({ version: orphan, newDocument: FIELDS, timeline: NO_TIMELINE })).rejects.toThrow(
      'FOREIGN KEY',
    )
    expect(await documents.list()).toEqual([])
    expect(await versions.list()).toEqual([])
    expect(await versions.findSame(SOURCE.sha256, orphan.sha256)).toEqual([])
  })

  test('have a delta that follows their place', async () => {
    const { versions } = await libraryWithVersion()
    const deltas = [{ versionId: 'w', parentId: 'v', delta: DELTA }]
    await versions.add({ version: version('w', 'd', '改'), newDocument: null, timeline: { deltas, first: [] } })
    expect(await versions.get('w')).toMatchObject({ parentId: 'v', delta: DELTA })
    const fields = { stage: 'issued' as const, date: '2026-01-31', author: '李', note: '' }
    await versions.update('w', fields, { deltas: [{ versionId: 'v', parentId: 'w', delta: DELTA }], first: ['w'] }, [])
    expect(await versions.get('w')).toMatchObject({ ...fields, parentId: null, delta: null })
    expect(await versions.get('v')).toMatchObject({ parentId: 'w', delta: DELTA })
  })
})

describe('drafts', () => {
  async function withDraft() {
    const library = await libraryWithVersion()
    const draft = await library.drafts.open('r', 'v', 'd', AT)
    const save = (revision: number, insert: string, length: number) =>
      library.drafts.save({ draftId: 'r', revision, changes: [{ from: 0, to: 0, insert }], length, at: LATER })
    return { ...library, draft, save }
  }

  test('begin with the text of their base, one a document', async () => {
    const { drafts, draft } = await withDraft()
    const { length } = TEXT
    expect(draft).toEqual({
      id: 'r',
      documentId: 'd',
      baseVersionId: 'v',
      characters: length,
      baseCharacters: length,
      revision: 0,
      updatedAt: AT,
    })
    expect(await drafts.text('r')).toBe(TEXT)
    expect(await drafts.open('other', 'v', 'd', LATER)).toEqual(draft)
    expect(await drafts.list()).toEqual([draft])
  })

  test('grow by one revision a save', async () => {
    const { drafts, save } = await withDraft()
    expect(await save(0, '（稿）', TEXT.length + 3)).toBe(1)
    expect(await save(1, '新', TEXT.length + 4)).toBe(2)
    expect(await drafts.text('r')).toBe(`新（稿）${TEXT}`)
    expect(await drafts.get('r')).toMatchObject({ revision: 2, characters: TEXT.length + 4, updatedAt: LATER })
  })

  test('refuse a stale revision, a wrong length and a change outside, and stay as they are', async () => {
    const { drafts, save } = await withDraft()
    await save(0, '新', TEXT.length + 1)
    await expect(save(0, '旧', TEXT.length + 2)).rejects.toMatchObject({ code: 'draft-conflict' })
    await expect(save(1, '旧', TEXT.length)).rejects.toMatchObject({ code: 'draft-conflict' })
    const outside = [{ from: 900, to: 901, insert: '' }]
    const change = { draftId: 'r', revision: 1, changes: outside, length: TEXT.length, at: LATER }
    await expect(drafts.save(change)).rejects.toMatchObject({ code: 'draft-conflict' })
    expect(await drafts.text('r')).toBe(`新${TEXT}`)
  })

  test('cut through a surrogate pair are kept to the unit, snapshots included', async () => {
    const { drafts } = await withDraft()
    let text = TEXT
    for (let revision = 0; revision < 205; revision += 1) {
      const insert = revision === 0 ? '😀' : revision === 1 ? '' : '甲'
      const changes = revision === 1 ? [{ from: 0, to: 1, insert }] : [{ from: 0, to: 0, insert }]
      text = insert + text.slice(changes[0]?.to)
      await drafts.save({ draftId: 'r', revision, changes, length: text.length, at: LATER })
    }
    expect(text).toContain('\ude00')
    expect((await drafts.text('r')) === text).toBe(true)
  })

  test('end when sealed; a keystroke in between stops the sealing', async () => {
    const { drafts, versions, save } = await withDraft()
    await save(0, '新', TEXT.length + 1)
    const sealed = {
      version: version('w', 'd', `新${TEXT}`, { basedOn: 'v' }),
      newDocument: null,
      timeline: NO_TIMELINE,
    }
    await expect(drafts.seal('r', 0, sealed)).rejects.toMatchObject({ code: 'draft-conflict' })
    expect(await versions.get('w')).toBeNull()
    await drafts.seal('r', 1, sealed)
    expect(await drafts.get('r')).toBeNull()
    expect(await versions.text('w')).toBe(`新${TEXT}`)
    await expect(save(1, '晚', TEXT.length + 2)).rejects.toMatchObject({ code: 'not-found' })
    expect((await drafts.open('next', 'w', 'd', LATER)).revision).toBe(0)
  })

  test('given up, make room for the next', async () => {
    const { drafts } = await withDraft()
    await drafts.discard('r', LATER)
    expect(await drafts.list()).toEqual([])
    await expect(drafts.discard('r', LATER)).rejects.toMatchObject({ code: 'not-found' })
    expect((await drafts.open('next', 'v', 'd', LATER)).id).toBe('next')
  })
})

describe('reviews', () => {
  const anchor = { side: 'right' as const, quote: '3%以上', before: '达到', after: '。', start: 15 }
  const decision: Decision = {
    id: 'e',
    comparisonId: 'c',
    subject: 'row',
    anchor,
    status: 'accepted',
    reason: '与省口径一致',
    basis: { kind: 'statistics', reference: '省统计局2026年3号函' },
    reviewer: '李',
    decidedAt: AT,
  }
  const remark: Annotation = {
    id: 'a',
    comparisonId: 'c',
    origin: 'review',
    anchor,
    replyTo: null,
    author: '李',
    text: '请核',
    resolved: false,
    createdAt: AT,
  }
  async function opened() {
    const library = await libraryWithVersion()
    await library.reviews.open('c', 'v', 'd', AT)
    return library
  }

  test('are one for a baseline and a document', async () => {
    const { reviews } = await opened()
    expect(await reviews.open('another', 'v', 'd', LATER)).toBe('c')
    expect(await reviews.find('v', 'd')).toBe('c')
    expect(await reviews.find('v', 'nothing')).toBeNull()
  })

  test('keep decisions, also those without basis; taken back they are out of the list but in the file', async () => {
    const library = await opened()
    const second: Decision = { ...decision, id: 'f', status: 'rejected', basis: null }
    await library.reviews.decide(decision)
    await library.reviews.decide(second)
    expect(await library.reviews.decisions('c')).toEqual([decision, second])
    await library.reviews.withdraw('f', LATER)
    expect(await library.reviews.decisions('c')).toEqual([decision])
    await expect(library.reviews.withdraw('f', LATER)).rejects.toMatchObject({ code: 'not-found' })
    const db = raw(library)
    expect(db.prepare('SELECT count(*), (SELECT stamp FROM comparison) FROM decision').raw().get()).toEqual([2, 3])
    expect(() => db.exec(`UPDATE decision SET reason = '改'`)).toThrow('taken back, not rewritten')
    expect(() => db.exec('DELETE FROM decision')).toThrow('not deleted')
    db.close()
  })

  test('refuse a decision on nothing', async () => {
    const { reviews } = await opened()
    await expect(reviews.decide({ ...decision, comparisonId: 'x' })).rejects.toMatchObject({ code: 'not-found' })
  })

  test('keep remarks with their replies', async () => {
    const { reviews } = await opened()
    const reply = { ...remark, id: 'b', replyTo: 'a', text: '已核' }
    await reviews.annotate(remark)
    await reviews.annotate(reply)
    await reviews.updateAnnotation('a', '请再核', true, LATER)
    expect(await reviews.annotations('c')).toEqual([{ ...remark, text: '请再核', resolved: true }, reply])
    await expect(reviews.annotate({ ...reply, id: 'x', replyTo: 'nobody' })).rejects.toMatchObject({
      code: 'not-found',
    })
    await reviews.removeAnnotation('a', LATER)
    expect(await reviews.annotations('c')).toEqual([])
    await expect(reviews.removeAnnotation('a', LATER)).rejects.toMatchObject({ code: 'not-found' })
    await expect(reviews.updateAnnotation('b', '', false, LATER)).rejects.toMatchObject({ code: 'not-found' })
  })

  test('know when a stored progress no longer holds', async () => {
    const { reviews, versions } = await opened()
    const deltas = [{ versionId: 'w', parentId: 'v', delta: DELTA }]
    await versions.add({ version: version('w', 'd', '改'), newDocument: null, timeline: { deltas, first: [] } })
    expect((await versions.get('w'))?.review).toEqual({ comparisonId: 'c', stamp: 0, handled: null, current: false })
    await versions.setProgress('w', 'c', 0, 0)
    expect((await versions.get('w'))?.review).toMatchObject({ handled: 0, current: true })
    await reviews.decide(decision)
    expect((await versions.get('w'))?.review).toEqual({ comparisonId: 'c', stamp: 1, handled: 0, current: false })
    expect((await versions.underReview('c')).map(({ id }) => id)).toEqual(['w'])
  })
})

describe('settings', () => {
  test('are kept by name', async () => {
    const { settings } = temporaryLibrary()
    await settings.put({ theme: 'dark', filters: { layout: false } }, AT)
    await settings.put({ theme: 'light' }, LATER)
    expect(await settings.all()).toEqual({ theme: 'light', filters: { layout: false } })
  })
})

describe('search', () => {
  test('finds one character and more, in visible versions only, those that came last first', async () => {
    const { search, versions, documents } = await libraryWithVersion()
    const second = version('w', 'd', '另一版：“研发”ＧＤＰ增长５％，𠮷野\0后\n尾段')
    await versions.add({ version: second, newDocument: null, timeline: NO_TIMELINE })
    const found = async (...terms: string[]) => (await search.find(terms)).map(({ id }) => id)
    expect(await found('研发')).toEqual(['w', 'v'])
    expect(await found('研')).toEqual(['w', 'v'])
    expect(await found('研发经费')).toEqual(['v'])
    expect(await found('“研发”')).toEqual(['w'])
    // As folded: lower case, half width.
    expect(await found('gdp')).toEqual(['w'])
    expect(await found('5%')).toEqual(['w'])
    expect(await found('𠮷野')).toEqual(['w'])
    expect(await found('野')).toEqual(['w'])
    expect(await found('尾段')).toEqual(['w'])
    expect(await found('段')).toEqual(['w'])
    expect(await found('研发', '增长')).toEqual(['w'])
    expect(await found('研发经费', '增长')).toEqual([])
    expect(await found('"研" or *')).toEqual([])
    expect(await found('后尾')).toEqual([])
    expect(await search.text('w')).toBe(second.text)
    await documents.setRemoved('d', true, LATER)
    expect(await found('研发')).toEqual([])
  })

  test('knows a text that two versions share once, and that of each', async () => {
    const { search, versions } = await libraryWithVersion()
    await versions.add({ version: version('w', 'd', TEXT), newDocument: null, timeline: NO_TIMELINE })
    expect((await search.find(['研发经费'])).map(({ id }) => id)).toEqual(['w', 'v'])
  })
})

describe('counts that may be out of date', () => {
  test('are marked with the correction and cleared with the new count', async () => {
    const { versions, documents } = await libraryWithVersion()
    const deltas = [{ versionId: 'w', parentId: 'v', delta: DELTA }]
    await versions.add({ version: version('w', 'd', '改'), newDocument: null, timeline: { deltas, first: [] } })
    await documents.update('d', { title: '另名' }, LATER)
    expect(await versions.staleDocuments()).toEqual([])
    await documents.update('d', { periodTo: 2035 }, LATER, true)
    expect(await versions.staleDocuments()).toEqual(['d'])
    expect((await versions.list()).map(({ stale }) => stale)).toEqual([true, true])
    const delta = { ...DELTA, wording: 7 }
    await versions.setCounts({ versionId: 'w', findings: 3, delta: { versionId: 'w', parentId: 'v', delta } })
    await versions.setCounts({ versionId: 'v', findings: 0, delta: null })
    expect(await versions.get('w')).toMatchObject({ stale: false, findings: 3, delta: { wording: 7 }, parentId: 'v' })
    expect(await versions.staleDocuments()).toEqual([])
    const fields = { stage: 'issued' as const, date: null, author: '', note: '' }
    await versions.update('v', fields, NO_TIMELINE, ['w'])
    expect((await versions.list()).map(({ stale }) => stale)).toEqual([false, true])
    await expect(versions.setCounts({ versionId: 'x', findings: 0, delta: null })).rejects.toMatchObject({
      code: 'not-found',
    })
  })
})

describe('a library of 2 000 versions', () => {
  test('is listed by its keys, without touching a text', async () => {
    const library = await libraryWithVersion()
    const db = raw(library)
    const plan = db.prepare(`EXPLAIN QUERY PLAN ${SELECT_VERSION} ORDER BY v.seq`).all() as { detail: string }[]
    db.close()
    const details = plan.map(({ detail }) => detail)
    expect(details.filter((detail) => /version_text|source_content|TEMP B-TREE/.test(detail))).toEqual([])
    expect(details.filter((detail) => detail.startsWith('SCAN'))).toEqual(['SCAN v'])
  })

  test('is listed at once', async () => {
    const library = await libraryWithVersion()
    const db = raw(library)
    db.exec(`
      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1999)
      INSERT INTO version (id, document_id, sha256, source_id, author, note, characters, findings, truncated, created_at)
      SELECT 'v' || i, 'd', (SELECT sha256 FROM version_text), 's', '', '', 0, 0, 0, '' FROM n`)
    db.close()
    const before = performance.now()
    const listed = await library.versions.list()
    expect(performance.now() - before).toBeLessThan(500)
    expect(listed).toHaveLength(2000)
    expect(listed[1999]?.sourceName).toBe('规划.docx')
  })
})
