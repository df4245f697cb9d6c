import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { analyse } from '../../shared/comparison/analyse.ts'
import { compareAnalyses } from '../../shared/comparison/compare-analyses.ts'
import type { Comparison } from '../../shared/comparison/comparison.ts'
import { createAnswerer } from './answer-requests.ts'
import { CompareClient, type CompareWorker } from './compare-client.ts'
import type { CompareRequest, WorkerReply, WorkerRequest } from './compare-protocol.ts'
import type { WorkerListener } from './worker-at-hand.ts'

const LEXICON = { indicators: [] }
const WORDS = { lexicon: LEXICON, phrases: [], disabled: [] }
const whole = { left: { title: 'left' }, rows: [] } as unknown as Comparison

class WorkerDouble implements CompareWorker {
  readonly sent: WorkerRequest[] = []
  terminated = false
  givenBack = false
  #listener: WorkerListener<WorkerReply> | null = null

  send = (request: WorkerRequest) => void this.sent.push(request)
  listen = (listener: WorkerListener<WorkerReply> | null) => {
    this.#listener = listener
  }
  giveBack = () => {
    this.givenBack = true
  }
  terminate = () => {
    this.terminated = true
  }

  /** Answers the newest request. */
  answer(id = this.sent.at(-1)?.id ?? 0): void {
    this.#listener?.onReply({ id, ok: true, whole, milliseconds: 1 })
  }

  /** Answers the newest request as the real worker does. */
  readonly #real = createAnswerer(() => 0)
  answerReally(): void {
    const request = this.sent.at(-1)
    const reply = request && this.#real(structuredClone(request))
    if (reply) this.#listener?.onReply(structuredClone(reply))
  }

  fail(message: string): void {
    this.#listener?.onReply({ id: this.sent.at(-1)?.id ?? 0, ok: false, message })
  }
}

function request(text: string): CompareRequest {
  const side = { key: text, text, known: {} }
  return { left: side, right: side, ...WORDS, limit: 1000 }
}

function start() {
  const workers: WorkerDouble[] = []
  const results: { tag: string; comparison: Comparison }[] = []
  const failures: { tag: string; message: string }[] = []
  const busy: boolean[] = []
  const client = new CompareClient<string>({
    borrowWorker: () => {
      const worker = new WorkerDouble()
      workers.push(worker)
      return worker
    },
    onResult: ({ tag, comparison }) => results.push({ tag, comparison }),
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

  test('the baseline and what did not change cross once, and every result is whole', () => {
    const { client, workers, results } = start()
    const lines = ['粮食总产量达到31万吨。', '新建水库3座。', '改造管网80公里。']
    const left = { key: 'v1', text: lines.join('\n'), known: {} }
    const drafts = [lines, ['新建水库5座。', ...lines], ['新建水库5座。', '粮食总产量达到33万吨。', '改造管网80公里。']]
    for (const [i, draft] of drafts.entries()) {
      const right = { key: String(i), text: draft.join('\n'), known: {} }
      client.compare({ left, right, ...WORDS, limit: 1000 }, String(i))
      workers[0]?.answerReally()
    }
    expect(workers[0]?.sent.map(({ baseline, since }) => [baseline?.left.key ?? null, since])).toEqual([
      ['v1', null],
      [null, 1],
      [null, 2],
    ])
    const inFull = drafts.map((draft) =>
      compareAnalyses(analyse(left.text, LEXICON), analyse(draft.join('\n'), LEXICON), LEXICON, { now: () => 0 }),
    )
    expect(results.map(({ comparison }) => comparison)).toEqual(inFull)
  })

  test('the phrases cross once, again when they change; what is switched off goes along with every draft', () => {
    const { client, workers, results } = start()
    const side = (text: string) => ({ key: text, text, known: {} })
    const phrases = [{ preferred: '山海协作', avoid: ['山海合作'], note: '' }]
    const compare = (draft: string, given: Partial<CompareRequest>) => {
      const words = { ...WORDS, phrases, ...given }
      client.compare({ left: side('深化改革。'), right: side(draft), ...words, limit: 1000 }, draft)
      workers[0]?.answerReally()
      const { right } = results.at(-1)?.comparison ?? {}
      return [workers[0]?.sent.at(-1)?.baseline?.phrases.length ?? null, right?.findings.length, right?.hidden]
    }
    expect(compare('深化山海合作。', {})).toEqual([1, 1, undefined])
    expect(compare('深化山海合作', {})).toEqual([null, 1, undefined])
    expect(compare('深化山海合作。', { disabled: ['phrase-departure'] })).toEqual([null, 0, { 'phrase-departure': 1 }])
    expect(compare('深化山海合作。', { phrases: [] })).toEqual([0, 0, undefined])
  })

  test('another baseline is sent again, and so is one after a failure', () => {
    const { client, workers } = start()
    const sent = () => workers[0]?.sent.at(-1)?.baseline?.left.key ?? null
    client.compare(request('a'), 'a')
    expect(sent()).toBe('a')
    workers[0]?.answerReally()
    client.compare(request('b'), 'b')
    expect(sent()).toBe('b')
    workers[0]?.fail('boom')
    client.compare(request('b'), 'b')
    expect(sent()).toBe('b')
    workers[0]?.answerReally()
    client.compare({ ...request('b'), right: { key: 'c', text: 'c', known: {} } }, 'c')
    expect(sent()).toBe(null)
  })

  test('an answer to a request of before is not taken', () => {
    const { client, workers, results } = start()
    client.compare(request('a'), 'a')
    workers[0]?.answer(99)
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

  test('a worker at rest is given back at the end, one at work is ended', () => {
    const rested = start()
    rested.client.compare(request('a'), 'a')
    rested.workers[0]?.answer()
    rested.client.destroy()
    expect(rested.workers.map(({ givenBack, terminated }) => [givenBack, terminated])).toEqual([[true, false]])
    const working = start()
    working.client.compare(request('a'), 'a')
    working.client.destroy()
    expect(working.workers.map(({ terminated }) => terminated)).toEqual([true])
  })

  test('going back to a baseline of before gives what a comparison in full gives', () => {
    const { client, workers, results } = start()
    const side = (text: string) => ({ key: text, text, known: {} })
    const [old, older, draft] = ['粮食总产量达到31万吨。', '粮食总产量达到30万吨。', '粮食总产量达到33万吨。']
    for (const left of [old, older, old] as const) {
      client.compare({ left: side(left), right: side(draft), ...WORDS, limit: 1000 }, left)
      workers[0]?.answerReally()
    }
    const inFull = (left: string) =>
      compareAnalyses(analyse(left, LEXICON), analyse(draft, LEXICON), LEXICON, { now: () => 0 })
    expect(results.map(({ comparison }) => comparison)).toEqual([old, older, old].map(inFull))
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

describe('comparing ahead', () => {
  const side = (text: string) => ({ key: text, text, known: {} })
  const [old, draft] = ['粮食总产量达到31万吨。', '粮食总产量达到33万吨。']
  const baseline = { left: side(old), lexicon: LEXICON, phrases: [] }
  const asked = { right: side(draft), disabled: [], limit: 1000 }

  test('has no answer, and the request that follows is answered in full and as without', () => {
    const answer = createAnswerer(() => 0)
    expect(answer({ ahead: true, baseline, ...asked })).toBeNull()
    const request = { id: 1, baseline: structuredClone(baseline), ...asked, since: null }
    expect(answer(request)).toEqual(createAnswerer(() => 0)(request))
  })

  test('a failure of it is left to the request that follows', () => {
    const answer = createAnswerer(() => 0)
    const broken = { ...baseline, lexicon: {} as typeof LEXICON }
    expect(answer({ ahead: true, baseline: broken, ...asked })).toBeNull()
    expect(answer({ id: 1, baseline: broken, ...asked, since: null })).toMatchObject({ id: 1, ok: false })
    expect(answer({ id: 2, baseline, ...asked, since: null })).toMatchObject({ id: 2, ok: true })
  })
})
