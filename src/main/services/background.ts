/** Work that nobody waits for. */
export interface Background {
  /**
   * Does `job` when there is time. Jobs of one name are one job: asked for again while it waits, it is done once; while it runs,
   * once more afterwards.
   */
  readonly add: (name: string, job: () => Promise<void>) => void
  /** Resolves when nothing is left to do. */
  readonly idle: () => Promise<void>
  /** Forgets what waits; what runs may fail quietly, because the library is closed under it. */
  readonly close: () => void
}

/** Jobs one after another. `report` is given what a job threw; the others go on. */
export function createBackground(report: (error: unknown) => void): Background {
  const waiting = new Map<string, () => Promise<void>>()
  let running: Promise<void> | null = null
  let closed = false
  const work = async () => {
    for (let next = [...waiting][0]; next; next = [...waiting][0]) {
      const [name, job] = next
      waiting.delete(name)
      try {
        await job()
      } catch (error) {
        if (!closed) report(error)
      }
    }
    running = null
  }
  return {
    add: (name, job) => {
      if (closed) return
      waiting.set(name, job)
      // Not before the call that asked for it has answered.
      running ??= Promise.resolve().then(work)
    },
    idle: () => running ?? Promise.resolve(),
    close: () => {
      closed = true
      waiting.clear()
    },
  }
}
