import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Analysis, Comparison } from '../../shared/comparison/comparison.ts'
import { CompareClient, type WorkerLike } from './compare-client.ts'
import type { CompareRequest, WorkerReply, WorkerRequest } from './compare-protocol.ts'

const LEFT = { title: 'left' } as Analysis
const REST = { rows: [] } as unknown as Omit<Comparison, 'left'>

class WorkerDouble implements WorkerLike {
  readonly sent: WorkerRequest[] = []
  terminated = false
  #onReply: (reply: WorkerReply) => void = () => {}
  die: () => void = () => {}

  send = (request: WorkerRequest) => void this.sent.push(request)
  listen = (onReply: (reply: WorkerReply) => void, onDeath: () => void) => {
    this.#onReply = onReply
    this.die = onDeath
  }
  terminate = () => {
    this.terminated = true
  }

  /** Answers the newest request. */
  answer(fields: { left?: Analysis | null; id?: number } = {}): void {
    const id = fields.id ?? this.sent.at(-1)?.id ?? 0
    this.#onReply({ id, ok: true, left: fields.left === undefined ? LEFT : fields.left, rest: REST, milliseconds: 1 })
  }

  fail(message: string): void {
    this.#onReply({ id: this.sent.at(-1)?.id ?? 0, ok: false, message })
  }
}

function request(text: string): CompareRequest {
  const side = { key: text, text, known: {} }
  return { left: side, right: side, lexicon: { indicators: [] }, limit: 1000 }
}

function start() {
  const workers: WorkerDouble[] = []
  const results: { tag: string; left: Analysis }[] = []
  const failures: { tag: string; message: string }[] = []
  const busy: boolean[] = []
  const client = new CompareClient<string>({
    createWorker: () => {
      const worker = new WorkerDouble()
      workers.push(worker)
      return worker
    },
    onResult: ({ tag, comparison }) => results.push({ tag, left: comparison.left }),
    onFailure: (failure) => failures.push(failure),
    onBusy: (value) => busy.push(value),
    patience: 1000,
  })
  const sent = () => workers.flatMap((worker) => worker.sent.map((each) => each.right.text))
  return { client, workers, results, failures, busy, sent }
}

describe('CompareClient', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  test('one request at a time, and of those that wait only the newest', () => {
    const { client, workers, results, sent } = start()
    for (const text of ['a', 'b', 'c', 'd']) client.compare(request(text), text)
    expect(sent()).toEqual(['a'])
    workers[0]?.answer()
    expect(sent()).toEqual(['a', 'd'])
    workers[0]?.answer()
    expect(results.map(({ tag }) => tag)).toEqual(['a', 'd'])
  })

  test('the left analysis is kept when the worker does not send it again', () => {
    const { client, workers, results } = start()
    client.compare(request('a'), 'a')
    workers[0]?.answer()
    client.compare(request('b'), 'b')
    workers[0]?.answer({ left: null })
    expect(results.map(({ left }) => left)).toEqual([LEFT, LEFT])
  })

  test('an answer to a request of before is not taken', () => {
    const { client, workers, results } = start()
    client.compare(request('a'), 'a')
    workers[0]?.answer({ id: 99 })
    expect(results).toEqual([])
  })

  test('a stuck worker is ended, and a new one takes the newest request', () => {
    const { client, workers, results } = start()
    client.compare(request('a'), 'a')
    client.compare(request('b'), 'b')
    vi.advanceTimersByTime(1000)
    expect(workers.map(({ terminated }) => terminated)).toEqual([true, false])
    workers[1]?.answer()
    expect(results.map(({ tag }) => tag)).toEqual(['b'])
  })

  test('a request that hangs twice is given up and said so', () => {
    const { client, workers, failures, busy } = start()
    client.compare(request('a'), 'a')
    vi.advanceTimersByTime(2000)
    expect(workers).toHaveLength(2)
    expect(failures).toEqual([{ tag: 'a', message: 'timeout' }])
    expect(busy).toEqual([true, false])
    client.compare(request('b'), 'b')
    workers[2]?.answer()
    expect(busy).toEqual([true, false, true, false])
  })

  test('an error in the worker is told, and the next request is taken up', () => {
    const { client, workers, failures, sent } = start()
    client.compare(request('a'), 'a')
    client.compare(request('b'), 'b')
    workers[0]?.fail('boom')
    expect(failures).toEqual([{ tag: 'a', message: 'boom' }])
    expect(sent()).toEqual(['a', 'b'])
  })

  test('after cancelling nothing comes any more', () => {
    const { client, workers, results, busy } = start()
    client.compare(request('a'), 'a')
    client.cancel()
    workers[0]?.answer()
    expect(results).toEqual([])
    expect(workers[0]?.terminated).toBe(true)
    expect(busy).toEqual([true, false])
  })
})
