import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { AT, FIELDS, NO_TIMELINE, temporaryLibrary, version } from '../library.test-helper.ts'
import type { NewRemark } from '../records.ts'

const LATER = '2026-03-05T00:00:00.000Z'
const LAST = '2026-03-06T00:00:00.000Z'

const remark = (id: string, more: Partial<NewRemark> = {}): NewRemark => ({
  id,
  origin: 'imported',
  place: { quote: '3%', before: '达到', after: '以上', start: 12 },
  replyTo: null,
  author: '李',
  text: '请核',
  resolved: false,
  createdAt: AT,
  ...more,
})

/** A version with two open threads and one that came in resolved, and a version written from it the day after. */
async function opened() {
  const library = temporaryLibrary()
  const remarks = [
    remark('a'),
    remark('b', { replyTo: 'a', author: '王' }),
    remark('c'),
    remark('d', { resolved: true }),
  ]
  const first = { ...version('v', 'd', '正文'), remarks }
  await library.versions.add({ version: first, newDocument: FIELDS, timeline: NO_TIMELINE })
  const write = async (id: string, createdAt: string, basedOn: string | null) => {
    const next = version(id, 'd', `正文${id}`, { basedOn, createdAt })
    await library.versions.add({ version: next, newDocument: null, timeline: NO_TIMELINE })
  }
  const seenIn = async (id: string) => (await library.remarks.ofVersion(id)).map((each) => each.id)
  return { library, write, seenIn, remarks }
}

test('a version shows all that came with it, in its order', async () => {
  const { library, remarks } = await opened()
  expect(await library.remarks.ofVersion('v')).toEqual(remarks.map((each) => ({ ...each, versionId: 'v' })))
  expect(await library.remarks.ofVersion('nobody')).toEqual([])
})

test('what is written from it shows the threads that were open then, down the line; what is not, none', async () => {
  const { library, write, seenIn } = await opened()
  await library.remarks.update('c', '请核', true, LATER)
  await write('w', AT, 'v')
  await write('x', LAST, 'w')
  await write('y', LAST, null)
  expect([await seenIn('w'), await seenIn('x'), await seenIn('y')]).toEqual([['a', 'b', 'c'], ['a', 'b'], []])
  await library.remarks.update('c', '请核', false, LAST)
  expect(await seenIn('x')).toEqual(['a', 'b', 'c'])
})

test('a remark that is resolved again keeps the day it was first resolved', async () => {
  const { library, write, seenIn } = await opened()
  await library.remarks.update('a', '请核', true, AT)
  await library.remarks.update('a', '请核', true, LAST)
  await write('w', LATER, 'v')
  expect(await seenIn('w')).toEqual(['c'])
})

test('a draft shows those of its base that were open when it was begun', async () => {
  const { library } = await opened()
  await library.remarks.update('c', '请核', true, AT)
  await library.drafts.open('r', 'v', 'd', LATER)
  await library.remarks.update('a', '请核', true, LAST)
  expect((await library.remarks.ofDraft('r')).map(({ id, resolved }) => [id, resolved])).toEqual([
    ['a', true],
    ['b', false],
  ])
})

test('what came in is resolved and answered; only answers are rewritten and taken away', async () => {
  const { library } = await opened()
  const answer = { ...remark('e', { origin: 'review', replyTo: 'a', text: '已改' }), versionId: 'v' }
  await library.remarks.answer(answer)
  await library.remarks.update('e', '已改两处', false, LATER)
  expect(await library.remarks.get('e')).toEqual({ ...answer, text: '已改两处' })
  await library.remarks.remove('e', LATER)
  expect(await library.remarks.get('e')).toBeNull()
  await expect(library.remarks.remove('a', LATER)).rejects.toMatchObject({ code: 'not-found' })
  await expect(library.remarks.update('a', '改写', false, LATER)).rejects.toThrow('expected to write one row')
  await expect(library.remarks.update('nobody', '', false, LATER)).rejects.toMatchObject({ code: 'not-found' })

  const db = new Database(library.path)
  onTestFinished(() => void db.close())
  expect(() => db.exec(`UPDATE remark SET text = '改' WHERE id = 'a'`)).toThrow('stays as it came in')
  expect(() => db.exec(`UPDATE remark SET removed_at = '${AT}' WHERE id = 'a'`)).toThrow('stays as it came in')
  expect(() => db.exec('DELETE FROM remark')).toThrow('not deleted')
})

test('a version whose remarks do not fit comes in not at all', async () => {
  const { library } = await opened()
  const orphan = { ...version('w', 'd', '改'), remarks: [remark('z', { replyTo: 'nobody' })] }
  await expect(library.versions.add({ version: orphan, newDocument: null, timeline: NO_TIMELINE })).rejects.toThrow()
  expect(await library.versions.get('w')).toBeNull()
})
