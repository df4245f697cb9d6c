import { describe, expect, test } from 'vitest'
import { importText, type TestApp, testApp } from './app.test-helper.ts'

/** The targets are the same for 2030 and for this year: only what the document is says whether they correspond. */
const plan = (year: number) =>
  `临江市发展要点\n一、目标\n到${year}年，全市地区生产总值达到1400亿元。\n到${year}年，森林覆盖率达到60%。\n今年，全市粮食产量达到30万吨。`

async function withTwo(app: TestApp = testApp()) {
  const { documentId } = await importText(app, plan(2026), { stage: 'first-draft' })
  await importText(app, plan(2026).replace('1400', '1500'), { documentId, stage: 'consultation' })
  const listed = async () => {
    await app.app.idle()
    return (await app.call('library:list', {})).documents.find(({ id }) => id === documentId)?.versions ?? []
  }
  return { app, documentId, listed }
}

/** Replaces what is stored by nonsense, to see what is counted anew. */
function forge({ app }: { app: TestApp }): () => Promise<void> {
  return async () => {
    const { default: Database } = await import('better-sqlite3')
    const db = new Database(app.path)
    db.exec('UPDATE version_delta SET substance = 77; UPDATE version SET findings = 88')
    db.close()
  }
}

describe('when a document turns out to be something else', () => {
  test.each([
    ['kind', { kind: 'government-report' as const }],
    ['period', { periodFrom: 2031, periodTo: 2035 }],
    ['region', { region: '江南省临江市' }],
  ])('its %s: findings and counts of its versions are counted anew, and the pages are told', async (_, fields) => {
    const two = await withTwo()
    const before = await two.listed()
    await forge(two)()
    const told = two.app.platform.events.length
    await two.app.call('library:update-document', { documentId: two.documentId, fields })
    const after = await two.listed()
    expect(after[0]?.delta?.substance).not.toBe(77)
    expect(after.map(({ findings }) => findings)).not.toContain(88)
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id))
    const events = two.app.platform.events.slice(told).map(({ event }) => event)
    expect(events).toEqual(['library-changed', 'library-changed'])
  })

  test('its title, or the same kind once more: nothing is counted', async () => {
    const two = await withTwo()
    await forge(two)()
    const { documentId } = two
    const [first] = (await two.app.call('library:list', {})).documents
    const fields = { title: '另一个名字', kind: first?.kind, periodFrom: first?.periodFrom }
    await two.app.call('library:update-document', { documentId, fields })
    expect((await two.listed())[0]).toMatchObject({ delta: { substance: 77 }, findings: 88 })
  })

  test('and the program ends before the counting: the next start takes it up', async () => {
    const two = await withTwo()
    await forge(two)()
    await two.app.call('library:update-document', { documentId: two.documentId, fields: { kind: 'special-plan' } })
    const again = two.app.restart({ threads: 1 })
    await again.app.idle()
    const [document] = (await again.call('library:list', {})).documents
    expect(document?.versions[0]?.delta?.substance).not.toBe(77)
    expect(document?.versions[0]?.findings).not.toBe(88)
  })
})

describe('when a version turns out to be of another date', () => {
  test('its own counts and those against it are counted anew, the others stay', async () => {
    const two = await withTwo()
    const third = plan(2026).replace('1400', '1600')
    await importText(two.app, third, { documentId: two.documentId, stage: 'consultation', date: '2026-01-10' })
    await importText(two.app, plan(2026).replace('1400', '1700'), { documentId: two.documentId, stage: 'issued' })
    await forge(two)()
    const [, review] = await two.listed()
    await two.app.call('library:update-version', { versionId: review?.id ?? '', fields: { date: '2026-03-01' } })
    const after = await two.listed()
    expect(after.map(({ findings }) => findings === 88)).toEqual([false, false, true, true])
    expect(after.map(({ delta }) => delta?.substance === 77)).toEqual([false, false, true, false])
  })

  test('a note or an author changes no count', async () => {
    const two = await withTwo()
    await forge(two)()
    const [newest] = await two.listed()
    await two.app.call('library:update-version', {
      versionId: newest?.id ?? '',
      fields: { note: '送审', author: '李' },
    })
    expect((await two.listed())[0]).toMatchObject({ note: '送审', delta: { substance: 77 }, findings: 88 })
  })
})

test('a version that was hidden meanwhile is counted when it is shown again', async () => {
  const two = await withTwo()
  const { app, documentId } = two
  const [newest] = await two.listed()
  const versionId = newest?.id ?? ''
  await app.call('library:remove', { documentId, versionId })
  await app.call('library:update-document', { documentId, fields: { kind: 'special-plan' } })
  await two.listed()
  await forge(two)()
  await app.call('library:restore', { documentId, versionId })
  expect((await two.listed())[0]).toMatchObject({ id: versionId })
  expect((await two.listed())[0]?.findings).not.toBe(88)
})
