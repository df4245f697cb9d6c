import type { Comparison } from '../../shared/comparison/comparison.ts'
import { applyPatch } from '../../shared/comparison/comparison-patch.ts'
import type { Baseline, CompareRequest, WorkerReply, WorkerRequest } from './compare-protocol.ts'
import type { BorrowedWorker } from './worker-at-hand.ts'

export type CompareWorker = BorrowedWorker<WorkerRequest, WorkerReply>

export interface CompareClientOptions<Tag> {
  readonly borrowWorker: () => CompareWorker
  readonly onResult: (result: { comparison: Comparison; milliseconds: number; tag: Tag }) => void
  readonly onFailure: (failure: { message: string; tag: Tag }) => void
  /** Told whenever the worker takes up work (true) or has none left (false). */
  readonly onBusy?: (busy: boolean) => void
  /** Milliseconds after which a worker that does not answer is ended and started anew. */
  readonly patience?: number
}

interface Job<Tag> {
  readonly request: CompareRequest
  readonly tag: Tag
  readonly tries: number
}

/** The engine gives up exactness long before this, so a worker silent for as long hangs. */
const PATIENCE_MS = 20_000
const MAX_TRIES = 2

/**
 * Keeps one comparison worker busy with the newest request: while it works, newer requests replace each other in one waiting
 * place, so typing never queues up work. Each finished result is handed over, with the tag its request came with.
 */
export class CompareClient<Tag> {
  readonly #options: CompareClientOptions<Tag>
  #worker: CompareWorker | null = null
  #running: (Job<Tag> & { readonly id: number }) | null = null
  #waiting: Job<Tag> | null = null
  /** The baseline that the worker has. */
  #baseline: Baseline | null = null
  /** The answer last taken from this worker; the next says what changed since. */
  #last: { readonly id: number; readonly comparison: Comparison } | null = null
  #lastId = 0
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(options: CompareClientOptions<Tag>) {
    this.#options = options
  }

  get busy(): boolean {
    return this.#running !== null
  }

  /** Compares as soon as the worker is free; a request that still waits is dropped for this one. */
  compare(request: CompareRequest, tag: Tag): void {
    const job = { request, tag, tries: 0 }
    if (this.#running) this.#waiting = job
    else this.#run(job)
  }

  /** Ends the work in hand without a result and drops what waits. */
  cancel(): void {
    this.#waiting = null
    if (!this.#running) return
    this.#endWorker()
    this.#settle()
  }

  /** A worker at rest is left to the next user, with all that it remembers; one at work is ended. */
  destroy(): void {
    this.#waiting = null
    if (this.#running) this.#endWorker()
    this.#worker?.giveBack()
    this.#worker = null
  }

  #run(job: Job<Tag>): void {
    this.#lastId += 1
    const id = this.#lastId
    const wasBusy = this.#running !== null
    this.#running = { ...job, id }
    this.#timer = setTimeout(() => this.#restart(), this.#options.patience ?? PATIENCE_MS)
    this.#send(job.request, id)
    if (!wasBusy) this.#options.onBusy?.(true)
  }

  #send({ left, lexicon, phrases, right, disabled, limit }: CompareRequest, id: number): void {
    const worker = this.#workerInUse()
    const last = this.#baseline
    const known = last?.left.key === left.key && last.lexicon === lexicon && last.phrases === phrases
    if (!known) {
      this.#baseline = { left, lexicon, phrases }
      this.#last = null
    }
    const since = this.#last?.id ?? null
    worker.send({ id, baseline: known ? null : { left, lexicon, phrases }, right, disabled, limit, since })
  }

  #workerInUse(): CompareWorker {
    if (this.#worker) return this.#worker
    const worker = this.#options.borrowWorker()
    worker.listen({ onReply: (reply) => this.#receive(reply), onDeath: () => this.#restart() })
    this.#worker = worker
    return worker
  }

  #receive(reply: WorkerReply): void {
    const job = this.#running
    if (!job || reply.id !== job.id) return
    clearTimeout(this.#timer)
    if (!reply.ok) {
      // What the worker still has after a failure is not known.
      this.#baseline = null
      this.#options.onFailure({ message: reply.message, tag: job.tag })
    } else {
      const comparison = this.#assemble(reply, job)
      this.#last = { id: job.id, comparison }
      this.#options.onResult({ comparison, milliseconds: reply.milliseconds, tag: job.tag })
    }
    this.#settle()
  }

  #assemble(reply: WorkerReply & { ok: true }, job: Job<Tag>): Comparison {
    if ('whole' in reply) return reply.whole
    if (!this.#last) throw new Error('a patch came without the comparison that it changes')
    return applyPatch(this.#last.comparison, reply.patch, job.request.right.text)
  }

  /** Takes up what waits, or says that there is nothing left to do. */
  #settle(): void {
    this.#running = null
    const next = this.#waiting
    this.#waiting = null
    if (next) {
      this.#run(next)
      return
    }
    this.#options.onBusy?.(false)
  }

  /** A worker that hangs or died: a new one takes the newest request; a request that fails twice is given up. */
  #restart(): void {
    const job = this.#running
    this.#endWorker()
    if (!job) return
    const next = this.#waiting ?? { request: job.request, tag: job.tag, tries: job.tries + 1 }
    this.#waiting = null
    if (next.tries >= MAX_TRIES) {
      this.#options.onFailure({ message: 'timeout', tag: next.tag })
      this.#settle()
      return
    }
    this.#run(next)
  }

  #endWorker(): void {
    clearTimeout(this.#timer)
    this.#worker?.terminate()
    this.#worker = null
    this.#baseline = null
    this.#last = null
  }
}
