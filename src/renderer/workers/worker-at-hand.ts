/** A worker as those who ask it see it, so that tests can stand in for it. */
export interface WorkerLike<Request, Reply> {
  readonly send: (request: Request) => void
  /** `onDeath` when the worker's own code fails to load or breaks outside of a request. One listener at a time; null ends it. */
  readonly listen: (listener: WorkerListener<Reply> | null) => void
  readonly terminate: () => void
}

export interface WorkerListener<Reply> {
  readonly onReply: (reply: Reply) => void
  readonly onDeath: () => void
}

/** A worker lent to one user at a time: `giveBack` leaves it to the next, `terminate` ends it with whatever it is doing. */
export interface BorrowedWorker<Request, Reply> extends WorkerLike<Request, Reply> {
  readonly giveBack: () => void
}

/**
 * Keeps one worker started for the whole page, so that whoever needs it finds its code loaded, compiled, and with all that it
 * remembers. It is started anew when it was ended or broke.
 * `Ahead` is work that nobody waits for.
 */
export class WorkerAtHand<Request, Reply, Ahead = never> {
  readonly #create: () => WorkerLike<Request | Ahead, Reply>
  #worker: WorkerLike<Request | Ahead, Reply> | null = null
  #lent = false
  #heard: (reply: Reply) => void = () => {}

  constructor(create: () => WorkerLike<Request | Ahead, Reply>) {
    this.#create = create
  }

  get isLent(): boolean {
    return this.#lent
  }

  /** Has a worker started before anyone asks for it. `heard` gets what it says while nobody has it. */
  start(heard: (reply: Reply) => void = this.#heard): void {
    this.#heard = heard
    if (this.#worker) return
    const worker = this.#create()
    this.#worker = worker
    this.#watch(worker, null)
  }

  /** Work that has no answer, for a worker at rest; one that is lent is left to its user. */
  doAhead(work: Ahead): void {
    if (this.#lent) return
    this.start()
    this.#worker?.send(work)
  }

  borrow(): BorrowedWorker<Request, Reply> {
    this.start()
    this.#lent = true
    const worker = this.#worker as WorkerLike<Request | Ahead, Reply>
    return {
      send: worker.send,
      listen: (listener) => this.#watch(worker, listener),
      giveBack: () => {
        this.#lent = false
        this.#watch(worker, null)
      },
      terminate: () => {
        const broken = this.#worker !== worker
        worker.listen(null)
        worker.terminate()
        if (broken) return
        this.#lent = false
        this.#worker = null
        this.start()
      },
    }
  }

  /** Whether lent or not: a worker that broke is not lent again. */
  #watch(worker: WorkerLike<Request | Ahead, Reply>, listener: WorkerListener<Reply> | null): void {
    worker.listen({
      onReply: (reply) => {
        if (listener) listener.onReply(reply)
        else if (!this.#lent) this.#heard(reply)
      },
      onDeath: () => {
        if (this.#worker === worker) {
          this.#worker = null
          this.#lent = false
        }
        listener?.onDeath()
      },
    })
  }
}

/** A worker of the page as the others see it. */
export function asWorkerLike<Request, Reply>(worker: Worker): WorkerLike<Request, Reply> {
  let listening: WorkerListener<Reply> | null = null
  worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => listening?.onReply(data))
  worker.addEventListener('error', (event) => {
    // Code that could not be loaded has no message; whoever waits is told, and where nobody does the program is being closed.
    if (!event.message) event.preventDefault()
    listening?.onDeath()
  })
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no target origin
    send: (request) => worker.postMessage(request),
    listen: (listener) => {
      listening = listener
    },
    terminate: () => worker.terminate(),
  }
}
