import { CHANNELS } from '../../shared/contract/channels.ts'
import type { Handlers } from '../../shared/contract/contract.ts'
import { DuigaoError } from '../../shared/contract/errors.ts'

/** The handlers of an app, counted, so that the library is not closed under a call that is still at work. */
export interface CallsInFlight {
  readonly handlers: Handlers
  /** Takes no further calls (they are `cancelled`) and resolves when the last has ended, or after `limitMs`. */
  finish(limitMs: number): Promise<void>
}

export function countCalls(handlers: Handlers): CallsInFlight {
  let running = 0
  let closing = false
  let idle: () => void = () => {}
  const counted = async (handler: (input: unknown) => unknown, input: unknown): Promise<unknown> => {
    if (closing) throw new DuigaoError({ code: 'cancelled', message: '对稿正在退出，操作没有进行。' })
    running += 1
    try {
      return await handler(input)
    } finally {
      running -= 1
      if (running === 0) idle()
    }
  }
  return {
    handlers: Object.fromEntries(
      CHANNELS.map((channel) => {
        const handler = handlers[channel] as (input: unknown) => unknown
        return [channel, (input: unknown) => counted(handler, input)]
      }),
    ) as unknown as Handlers,
    async finish(limitMs) {
      closing = true
      if (running === 0) return
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, limitMs)
        idle = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    },
  }
}
