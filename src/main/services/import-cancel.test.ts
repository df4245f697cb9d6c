import { describe, expect, test, vi } from 'vitest'
import { type TestApp, testApp, utf8 } from './app.test-helper.ts'
import { createTaskRunner } from './tasks/create-task-runner.ts'

const SCRIPT = new URL('./tasks/misbehaving-worker.test-helper.ts', import.meta.url)

/** The app over a thread in which reading `hang.txt` never ends and `slow.txt` tells two steps of three. */
const appWithHangingReader = (read = 60_000): TestApp =>
  testApp({ createTasks: (lexicon) => createTaskRunner({ lexicon, threads: 1, script: SCRIPT, timeLimits: { read } }) })

const bytes = utf8('一、目标\n增长5%。')
const chosen = (name: string) => ({ name, size: bytes.byteLength, read: () => Promise.resolve(bytes) })
const progressOf = ({ platform }: TestApp) =>
  platform.events.flatMap(({ event, payload }) => (event === 'progress' ? [payload as Record<string, unknown>] : []))
const started = async (app: TestApp, label: string) =>
  vi.waitFor(() => expect(progressOf(app)).toContainEqual(expect.objectContaining({ label })), { timeout: 15_000 })

describe('a reading', () => {
  test('can be followed and called off by the id that the page gave it; the next file is read', async () => {
    const app = appWithHangingReader()
    const importId = crypto.randomUUID()
    const adding = app.call('files:add', { name: 'slow.txt', bytes, importId })
    await started(app, 'slow.txt')
    expect(progressOf(app)).toContainEqual({ task: 'read', done: 1, total: 3, label: 'slow.txt', importId })
    await app.call('import:cancel', { importId })
    const { item } = await adding
    expect(item).toMatchObject({ id: importId, file: 'slow.txt', status: 'failed', error: { code: 'cancelled' } })
    const { item: next } = await app.call('files:add', { name: '好.txt', bytes })
    expect(next.status).toBe('ready')
  })

  test('is called off when its item is discarded', async () => {
    const app = appWithHangingReader()
    const importId = crypto.randomUUID()
    const adding = app.call('import:paste', { text: '甲', html: null, importId })
    await app.call('import:discard', { importId })
    expect((await adding).item).toMatchObject({ id: importId, error: { code: 'cancelled' } })
  })

  test('that hangs ends in read-timeout with the name of its file', async () => {
    const { item } = await appWithHangingReader(500).call('files:add', { name: 'hang.txt', bytes })
    expect(item).toMatchObject({ status: 'failed', error: { code: 'read-timeout' } })
    expect(item.error?.message).toContain('hang.txt')
  })

  test('keeps nobody else waiting: the library is listed while a reader hangs', async () => {
    const app = appWithHangingReader()
    const adding = app.call('files:add', { name: 'hang.txt', bytes })
    expect(await app.call('library:list', {})).toEqual({ documents: [] })
    await app.call('import:cancel', {})
    expect((await adding).item.error?.code).toBe('cancelled')
  })

  test('under an id that is taken is a bad request', async () => {
    const app = testApp()
    const importId = crypto.randomUUID()
    await app.call('files:add', { name: 'a.txt', bytes, importId })
    const again = app.call('files:add', { name: 'b.txt', bytes, importId })
    await expect(again).rejects.toMatchObject({ code: 'bad-request' })
  })
})

test('a choice that is called off keeps what was read; the rest are failed items that say so', async () => {
  const app = appWithHangingReader()
  app.platform.chosen = ['好.txt', 'slow.txt', '后.txt'].map(chosen)
  const choosing = app.call('files:choose', {})
  await vi.waitFor(
    () => expect(progressOf(app)).toContainEqual(expect.objectContaining({ task: 'read', label: 'slow.txt' })),
    { timeout: 15_000 },
  )
  await app.call('import:cancel', {})
  const { items } = await choosing
  expect(items.map(({ file, status, error }) => [file, status, error?.code])).toEqual([
    ['好.txt', 'ready', undefined],
    ['slow.txt', 'failed', 'cancelled'],
    ['后.txt', 'failed', 'cancelled'],
  ])
})

test('calling off what is over, or was never begun, changes nothing', async () => {
  const app = testApp()
  const { item } = await app.call('files:add', { name: 'a.txt', bytes })
  await app.call('import:cancel', { importId: item.id })
  await app.call('import:cancel', { importId: crypto.randomUUID() })
  await app.call('import:cancel', {})
  expect((await app.call('import:reclean', { importId: item.id, disabled: [] })).item.status).toBe('ready')
})
