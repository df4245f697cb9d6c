import { describe, expect, onTestFinished, test, vi } from 'vitest'
import type { Lexicon } from '../../../shared/targets/lexicon.ts'
import { utf8 } from '../app.test-helper.ts'
import { createTaskRunner, type TaskRunnerOptions } from './create-task-runner.ts'
import type { TaskRunner } from './task-runner.ts'
import { type NamedText, WHOLE_SOURCE } from './tasks.ts'

const LEXICON: Lexicon = { indicators: [] }
const MISBEHAVING = new URL('./misbehaving-worker.test-helper.ts', import.meta.url)

function runner(options: Partial<TaskRunnerOptions> = {}): TaskRunner {
  const made = createTaskRunner({ lexicon: LEXICON, threads: 1, ...options })
  onTestFinished(() => made.close())
  return made
}

const read = (tasks: TaskRunner, file: string, options: Parameters<TaskRunner['run']>[2] = {}) =>
  tasks.run(
    'read',
    { key: file, file, source: { type: 'file', bytes: utf8('一、目标\n增长5%。') }, choice: WHOLE_SOURCE },
    options,
  )

/** Afterwards as before: the next file is read by a fresh thread. */
async function expectAlive(tasks: TaskRunner): Promise<void> {
  expect((await read(tasks, '好.txt')).reading.text).toBe('一、目标\n增长5%。')
}

const text = (id: string, content: string): NamedText => ({
  id,
  known: {
    text: content,
    blocks: null,
    document: { title: '规划', kind: 'five-year-plan', region: null, level: null, periodFrom: 2026, periodTo: 2030 },
    version: { stage: null, date: null },
  },
})
const PAIR = {
  left: text('l', '一、目标\n推进老城更新。'),
  right: text('r', '一、目标\n推进老城有机更新。\n新建公园三个。'),
}

describe('in a thread and in this one alike', () => {
  const both = [1, 0]

  test.each(both)('files are read, errors are those of the reader (%i threads)', async (threads) => {
    const tasks = runner({ threads })
    await expectAlive(tasks)
    const source = { type: 'file' as const, bytes: new Uint8Array() }
    const reading = tasks.run('read', { key: 'e', file: '空.txt', source, choice: WHOLE_SOURCE })
    await expect(reading).rejects.toMatchObject({ name: 'DuigaoError', code: 'file-empty', file: '空.txt' })
  })

  test.each(both)('versions are inspected, compared and exported (%i threads)', async (threads) => {
    const tasks = runner({ threads })
    expect(await tasks.run('inspect', PAIR.right)).toEqual({ findings: 0, truncated: false, blocks: null })
    const delta = await tasks.run('delta', PAIR)
    expect(delta.substance + delta.wording).toBe(2)
    expect(await tasks.run('handled', { ...PAIR, decisions: [] })).toBe(0)
    const { name, bytes } = await tasks.run('export', {
      ...PAIR,
      leftTitle: '左',
      rightTitle: '右',
      kind: 'json',
      scope: 'all',
      decisions: [],
      annotations: [],
      exportedAt: '2026-03-04T05:06:07.000Z',
    })
    expect(name).toMatch(/\.json$/)
    expect(JSON.parse(new TextDecoder().decode(bytes))).toMatchObject({ schema: 1 })
  })

  test.each(both)('a signal that was raised before is heeded (%i threads)', async (threads) => {
    const reading = read(runner({ threads }), 'a.txt', { signal: AbortSignal.abort() })
    await expect(reading).rejects.toMatchObject({ code: 'cancelled', file: 'a.txt' })
  })
})

describe('a reader that', () => {
  test.each([
    ['hangs in a loop', 'hang.txt', { timeLimits: { read: 1500 } }, 'read-timeout'],
    ['never answers', 'hang-quietly.txt', { timeLimits: { read: 1500 } }, 'read-timeout'],
    ['eats all memory', 'eat-memory.txt', { memoryLimit: 64 }, 'file-too-large'],
    ['throws', 'throw.txt', {}, 'internal'],
    ['throws when nobody listens', 'throw-later.txt', {}, 'internal'],
    ['ends its thread', 'exit.txt', {}, 'internal'],
    ['answers what cannot be sent', 'not-to-be-sent.txt', {}, 'internal'],
  ])(
    '%s ends in an error of that file; the next one is read',
    async (_, file, options, code) => {
      const tasks = runner({ script: MISBEHAVING, ...options })
      const message = expect.stringContaining(`“${file}”`) as string
      await expect(read(tasks, file)).rejects.toMatchObject({ name: 'DuigaoError', code, file, message })
      await expectAlive(tasks)
    },
    60_000,
  )

  test('hangs does not touch what waits behind it', async () => {
    const tasks = runner({ script: MISBEHAVING, timeLimits: { read: 1500 } })
    const [hung, next] = await Promise.allSettled([read(tasks, 'hang.txt'), read(tasks, '好.txt')])
    expect([hung.status, next.status]).toEqual(['rejected', 'fulfilled'])
  })
})

describe('a task that is called off', () => {
  test('while it runs ends its thread and leaves the next a fresh one', async () => {
    const tasks = runner({ script: MISBEHAVING })
    const controller = new AbortController()
    const reading = read(tasks, 'hang.txt', { signal: controller.signal })
    setTimeout(() => controller.abort(), 300)
    await expect(reading).rejects.toMatchObject({ code: 'cancelled', file: 'hang.txt' })
    await expectAlive(tasks)
  })

  test('while it waits never starts', async () => {
    const tasks = runner({ script: MISBEHAVING, timeLimits: { read: 1500 } })
    const first = read(tasks, 'hang.txt')
    const controller = new AbortController()
    const second = read(tasks, 'eat-memory.txt', { signal: controller.signal })
    controller.abort()
    await expect(second).rejects.toMatchObject({ code: 'cancelled' })
    await expect(first).rejects.toMatchObject({ code: 'read-timeout' })
  })

  test('because everything is closed is cancelled, waiting or running, and nothing starts afterwards', async () => {
    const tasks = runner({ script: MISBEHAVING })
    const open = [read(tasks, 'hang.txt'), read(tasks, 'hang.txt'), tasks.run('delta', PAIR)]
    tasks.close()
    for (const task of [...open, read(tasks, 'a.txt')]) await expect(task).rejects.toMatchObject({ code: 'cancelled' })
  })
})

test('progress arrives while the task runs', async () => {
  const tasks = runner({ script: MISBEHAVING })
  const controller = new AbortController()
  const seen: (readonly [number, number])[] = []
  const onProgress = (done: number, total: number) => {
    seen.push([done, total])
    if (done === 2) controller.abort()
  }
  await expect(read(tasks, 'slow.txt', { signal: controller.signal, onProgress })).rejects.toThrow('slow.txt')
  expect(seen).toEqual([
    [1, 3],
    [2, 3],
  ])
})

test('what somebody waits for goes before what nobody waits for', async () => {
  const tasks = runner()
  const order: string[] = []
  const note = (name: string) => () => void order.push(name)
  await Promise.all([
    read(tasks, 'running.txt').then(note('running')),
    tasks.run('delta', PAIR, { background: true }).then(note('background')),
    read(tasks, 'waiting.txt').then(note('waiting')),
  ])
  expect(order).toEqual(['running', 'waiting', 'background'])
})

test('two threads work side by side', async () => {
  const tasks = runner({ threads: 2, script: MISBEHAVING, timeLimits: { read: 20_000 } })
  const controller = new AbortController()
  const hung = read(tasks, 'hang.txt', { signal: controller.signal })
  await expectAlive(tasks)
  controller.abort()
  await expect(hung).rejects.toMatchObject({ code: 'cancelled' })
})

test('where no thread can be started the work is done here, after saying so once', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  onTestFinished(() => said.mockRestore())
  const tasks = runner({ script: new URL('./there-is-no-such-file.ts', import.meta.url) })
  await Promise.all([expectAlive(tasks), expectAlive(tasks)])
  await expectAlive(tasks)
  expect(said).toHaveBeenCalledTimes(1)
})
