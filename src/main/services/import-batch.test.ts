import { strToU8, zipSync } from 'fflate'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { PLAN, type TestApp, testApp, utf8 } from './app.test-helper.ts'
import { createTaskRunner } from './tasks/create-task-runner.ts'

const SCRIPT = new URL('./tasks/misbehaving-worker.test-helper.ts', import.meta.url)

const appWithSlowReader = (): TestApp =>
  testApp({ createTasks: (lexicon) => createTaskRunner({ lexicon, threads: 1, script: SCRIPT }) })

const BATCH = zipSync({
  '初稿/规划.txt': strToU8(PLAN.first),
  '征求意见/规划.txt': strToU8(PLAN.consultation),
  '图.jpg': strToU8('图'),
  '__MACOSX/._规划.txt': strToU8('x'),
})
const chosen = (name: string, bytes: Uint8Array) => ({
  name,
  size: bytes.byteLength,
  read: () => Promise.resolve(bytes),
})
const progressOf = ({ platform }: TestApp) =>
  platform.events.flatMap(({ event, payload }) => (event === 'progress' ? [payload as Record<string, unknown>] : []))
const started = (app: TestApp, label: string) =>
  vi.waitFor(() => expect(progressOf(app)).toContainEqual(expect.objectContaining({ task: 'read', label })), {
    timeout: 15_000,
  })

describe('an archive from the page', () => {
  test('is unpacked; what is left out is named with its reason', async () => {
    const { files, skipped } = await testApp().call('files:unpack', { name: '批次.zip', bytes: BATCH })
    expect(files.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()])).toEqual([
      ['初稿/规划.txt', PLAN.first],
      ['征求意见/规划.txt', PLAN.consultation],
    ])
    expect(skipped).toEqual([
      { name: '图.jpg', reason: '不是能导入的文稿格式。' },
      { name: '__MACOSX/._规划.txt', reason: '系统或编辑软件留下的文件，不是文稿。' },
    ])
  })

  test('that is broken is an error that names it', async () => {
    const unpacking = testApp().call('files:unpack', { name: '坏.zip', bytes: utf8('这不是压缩包') })
    await expect(unpacking).rejects.toMatchObject({ code: 'file-damaged', file: '坏.zip' })
  })

  test('is called off by the id that the page gave it', async () => {
    const app = appWithSlowReader()
    const hanging = app.call('files:add', { name: 'slow.txt', bytes: utf8('一、目标') })
    await started(app, 'slow.txt')
    const importId = crypto.randomUUID()
    const unpacking = app.call('files:unpack', { name: '批次.zip', bytes: BATCH, importId })
    await app.call('import:cancel', { importId })
    await expect(unpacking).rejects.toMatchObject({ code: 'cancelled', file: '批次.zip' })
    await app.call('import:cancel', {})
    expect((await hanging).item.status).toBe('failed')
  })
})

describe('an archive from the file dialog', () => {
  test('becomes one item for each file inside, in its place among the others', async () => {
    const app = testApp()
    app.platform.chosen = [chosen('批次.zip', BATCH), chosen('后.txt', utf8(PLAN.issued))]
    const { items } = await app.call('files:choose', {})
    expect(items.map(({ file, status, error }) => [file, status, error?.code])).toEqual([
      ['图.jpg', 'failed', 'file-unsupported'],
      ['初稿/规划.txt', 'ready', undefined],
      ['征求意见/规划.txt', 'ready', undefined],
      ['后.txt', 'ready', undefined],
    ])
    expect(items[1]?.reading?.version.stage).toBe('first-draft')
    const steps = progressOf(app).filter(({ task }) => task === 'import')
    expect(steps.map(({ done, total, label }) => [done, total, label])).toEqual([
      [0, 2, '批次.zip'],
      [1, 4, '初稿/规划.txt'],
      [2, 4, '征求意见/规划.txt'],
      [3, 4, '后.txt'],
      [4, 4, ''],
    ])
  })

  test('that is broken is a failed item, and the next file is read', async () => {
    const app = testApp()
    app.platform.chosen = [chosen('坏.zip', utf8('这不是压缩包')), chosen('好.txt', utf8(PLAN.first))]
    const { items } = await app.call('files:choose', {})
    expect(items.map(({ file, error }) => [file, error?.code])).toEqual([
      ['坏.zip', 'file-damaged'],
      ['好.txt', undefined],
    ])
  })

  test('is called off with all that is still inside', async () => {
    const app = appWithSlowReader()
    const content = strToU8('一、目标\n增长5%。')
    app.platform.chosen = [chosen('批.zip', zipSync({ '好.txt': content, 'slow.txt': content, '后.txt': content }))]
    const choosing = app.call('files:choose', {})
    await started(app, 'slow.txt')
    await app.call('import:cancel', {})
    expect((await choosing).items.map(({ file, error }) => [file, error?.code])).toEqual([
      ['好.txt', undefined],
      ['slow.txt', 'cancelled'],
      ['后.txt', 'cancelled'],
    ])
  })

  test('ends after half an hour: what was read is kept, the rest are failed items that say so', async () => {
    const app = testApp()
    let late = 0
    const now = performance.now.bind(performance)
    vi.spyOn(performance, 'now').mockImplementation(() => now() + late)
    onTestFinished(() => {
      vi.restoreAllMocks()
    })
    const slow = chosen('慢.txt', utf8(PLAN.first))
    const read = () => {
      late = 31 * 60_000
      return slow.read()
    }
    app.platform.chosen = [{ ...slow, read }, chosen('后.txt', utf8(PLAN.issued))]
    const { items } = await app.call('files:choose', {})
    expect(items.map(({ file, error }) => [file, error?.code])).toEqual([
      ['慢.txt', undefined],
      ['后.txt', 'read-timeout'],
    ])
  })

  test('does not fill the memory: what finds no room in the queue is a failed item', async () => {
    const app = testApp()
    const files = Object.fromEntries(Array.from({ length: 202 }, (_, i) => [`${i}.txt`, strToU8(`一、目标${i}`)]))
    app.platform.chosen = [chosen('多.zip', zipSync(files))]
    const { items } = await app.call('files:choose', {})
    expect(items.filter(({ status }) => status === 'ready')).toHaveLength(200)
    expect(items.filter(({ error }) => error?.code === 'file-too-large')).toHaveLength(2)
  })
})
