import type { PastPassage } from '../../shared/comparison/passage-history.ts'
import type { HistoryQuestion, HistoryReply, HistoryRequest } from './history-protocol.ts'
import type { BorrowedWorker } from './worker-at-hand.ts'

export type HistoryWorker = BorrowedWorker<HistoryRequest, HistoryReply>

export interface HistoryClientOptions {
  readonly borrowWorker: () => HistoryWorker
  /** One baseline's answer to the newest question. */
  readonly onSaid: (key: string, passage: PastPassage) => void
  readonly onFailed: (key: string) => void
  /** The newest question has been answered by all, was called off (`cancelled`), or the worker broke over it. */
  readonly onEnd: (how: 'done' | 'cancelled' | 'broken') => void
  /** Milliseconds without any answer after which a worker is ended. */
  readonly patience?: number
}

/** A comparison gives up exactness after four seconds, so a worker silent for as long hangs. */
const PATIENCE_MS = 20_000

/** Asks the worker what the baselines say, and hands over the answers to the newest question only. */
export class HistoryClient {
  readonly #options: HistoryClientOptions
  #worker: HistoryWorker | null = null
  /** What the worker has. */
  #sent: HistoryQuestion | null = null
  #lastId = 0
  #running = false
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(options: HistoryClientOptions) {
    this.#options = options
  }

  /** Asks; the question before is no longer answered. Baselines, lexicon and draft cross when they are other objects than before. */
  ask(question: HistoryQuestion): void {
    this.#lastId += 1
    this.#running = true
    const worker = this.#workerInUse()
    const { baselines, lexicon, draft, block } = question
    worker.send({
      id: this.#lastId,
      baselines: baselines === this.#sent?.baselines ? null : baselines,
      lexicon: lexicon === this.#sent?.lexicon ? null : lexicon,
      draft: draft === this.#sent?.draft ? null : draft,
      block,
    })
    this.#sent = question
    this.#wait()
  }

  /** Ends the work in hand. */
  cancel(): void {
    if (this.#running) this.#end('cancelled')
  }

  destroy(): void {
    clearTimeout(this.#timer)
    if (this.#running) this.#worker?.terminate()
    else this.#worker?.giveBack()
    this.#worker = null
  }

  #workerInUse(): HistoryWorker {
    if (this.#worker) return this.#worker
    this.#worker = this.#options.borrowWorker()
    this.#worker.listen({ onReply: (reply) => this.#receive(reply), onDeath: () => this.#end('broken') })
    this.#sent = null
    return this.#worker
  }

  #receive(reply: HistoryReply): void {
    if (!this.#running || reply.id !== this.#lastId) return
    this.#wait()
    switch (reply.type) {
      case 'said':
        this.#options.onSaid(reply.key, reply.passage)
        break
      case 'failed':
        this.#options.onFailed(reply.key)
        break
      case 'done':
        clearTimeout(this.#timer)
        this.#running = false
        this.#options.onEnd('done')
    }
  }

  #wait(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#end('broken'), this.#options.patience ?? PATIENCE_MS)
  }

  #end(how: 'cancelled' | 'broken'): void {
    clearTimeout(this.#timer)
    this.#worker?.terminate()
    this.#worker = null
    this.#running = false
    this.#options.onEnd(how)
  }
}
