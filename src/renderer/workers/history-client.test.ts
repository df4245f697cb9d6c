import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Historian } from './historian.ts'
import { HistoryClient, type HistoryWorker } from './history-client.ts'
import type { HistoryQuestion, HistoryReply, HistoryRequest } from './history-protocol.ts'
import type { WorkerListener } from './worker-at-hand.ts'

const LEXICON = { indicators: [] }
const OLD = { key: '十四五', text: '建成省级以上创新平台90家。', known: {} }
const DISCUSSED = { key: '讨论稿', text: '建成省级以上创新平台120家。', known: {} }
const DRAFT = { key: '1', text: '新建水库3座。\n建成省级以上创新平台120家。', known: {} }
const LAST = { start: 8, end: DRAFT.text.length }
const QUESTION: HistoryQuestion = { baselines: [OLD, DISCUSSED], lexicon: LEXICON, draft: DRAFT, block: LAST }

/** A worker whose steps the test takes; what crosses is copied, as between threads. */
class StepWorker implements HistoryWorker {
  readonly sent: HistoryRequest[] = []
  ended = false
  #listener: WorkerListener<HistoryReply> | null = null
  readonly #historian = new Historian(() => 0)

  send = (request: HistoryRequest) => {
    this.sent.push(request)
    this.#historian.ask(structuredClone(request))
  }
  listen = (listener: WorkerListener<HistoryReply> | null) => {
    this.#listener = listener
  }
  terminate = () => {
    this.ended = true
  }
  giveBack = () => {}

  step(): void {
    const reply = this.#historian.step()
    if (reply) this.#listener?.onReply(structuredClone(reply))
  }
}

function start() {
  const workers: StepWorker[] = []
  const heard: string[] = []
  const client = new HistoryClient({
    borrowWorker: () => {
      const worker = new StepWorker()
      workers.push(worker)
      return worker
    },
    onSaid: (key, { how }) => heard.push(`${key} ${how}`),
    onFailed: (key) => heard.push(`${key} failed`),
    onEnd: (how) => heard.push(how),
    patience: 1000,
  })
  return { client, workers, heard }
}

describe('HistoryClient', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  test('every baseline answers in turn, oldest first', () => {
    const { client, workers, heard } = start()
    client.ask(QUESTION)
    for (let step = 0; step < 4; step += 1) workers[0]?.step()
    expect(heard).toEqual(['十四五 changed', '讨论稿 equal', 'done'])
  })

  test('the newest question wins, and only what is new crosses', () => {
    const { client, workers, heard } = start()
    client.ask(QUESTION)
    workers[0]?.step()
    client.ask({ ...QUESTION, block: { start: 0, end: 7 } })
    client.ask({ ...QUESTION, draft: { ...DRAFT, text: '建成省级以上创新平台90家。' }, block: { start: 0, end: 14 } })
    for (let step = 0; step < 3; step += 1) workers[0]?.step()
    expect(heard).toEqual(['十四五 changed', '十四五 equal', '讨论稿 changed', 'done'])
    const crossed = workers[0]?.sent.map(({ baselines, lexicon, draft }) => [baselines, lexicon, draft].map(Boolean))
    expect(crossed).toEqual([
      [true, true, true],
      [false, false, false],
      [false, false, true],
    ])
  })

  test('called off, a worker is ended; the next one is given everything anew', () => {
    const { client, workers, heard } = start()
    client.ask(QUESTION)
    client.cancel()
    client.ask(QUESTION)
    workers[1]?.step()
    expect(workers.map(({ ended }) => ended)).toEqual([true, false])
    expect(heard).toEqual(['cancelled', '十四五 changed'])
    expect(workers[1]?.sent[0]?.baselines).toHaveLength(2)
  })

  test('a worker that says nothing is given up', () => {
    const { client, workers, heard } = start()
    client.ask(QUESTION)
    vi.advanceTimersByTime(1000)
    expect(heard).toEqual(['broken'])
    expect(workers[0]?.ended).toBe(true)
    vi.advanceTimersByTime(5000)
    expect(heard).toEqual(['broken'])
  })
})
