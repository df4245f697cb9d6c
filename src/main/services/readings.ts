/** What is being read at the moment, by the id its item will have, so that it can be called off. */
export interface Readings {
  readonly has: (id: string) => boolean
  /** Runs `read` with the signal that `cancel` raises. */
  readonly run: <T>(id: string, read: (signal: AbortSignal) => Promise<T>) => Promise<T>
  /** Calls off one reading, or all of them; one that is over is fine. */
  readonly cancel: (id?: string) => void
}

export function createReadings(): Readings {
  const running = new Map<string, AbortController>()
  return {
    has: (id) => running.has(id),
    run: async (id, read) => {
      const controller = new AbortController()
      running.set(id, controller)
      try {
        return await read(controller.signal)
      } finally {
        running.delete(id)
      }
    },
    cancel: (id) => {
      const called = id === undefined ? [...running.values()] : [running.get(id)]
      for (const controller of called) controller?.abort()
    },
  }
}
