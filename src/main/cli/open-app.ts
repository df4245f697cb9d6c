import type { Channel } from '../../shared/contract/channels.ts'
import type { Input, Output } from '../../shared/contract/contract.ts'
import { dispatch } from '../../shared/contract/dispatch.ts'
import { DuigaoError } from '../../shared/contract/errors.ts'
import { createApp } from '../services/create-app.ts'
import { assertLibraryExists } from '../services/library-tools.ts'
import type { Platform } from '../services/platform.ts'

/** The terminal as a shell: it has no dialogs, no page to tell and nothing to print. */
function terminal(): Platform {
  const none = () => Promise.reject(new Error('the command line has no dialogs'))
  return { shell: 'browser', openFiles: none, saveFile: none, printToPdf: none, notify: () => {} }
}

/** Calls a handler as a shell does; an error reply is thrown. */
export type Call = <C extends Channel>(channel: C, input: Input<C>) => Promise<Output<C>>

/** Opens an existing library, lets `use` call its handlers, and closes it. `threads`: as of `createApp`. */
export async function withLibrary<T>(path: string, threads: number, use: (call: Call) => Promise<T>): Promise<T> {
  assertLibraryExists(path)
  const app = createApp({ libraryPath: path, platform: terminal(), version: '', threads })
  try {
    return await use(async (channel, input) => {
      const reply = await dispatch(app.handlers, channel, input)
      if (!reply.ok) throw new DuigaoError(reply.error)
      return reply.value as Output<typeof channel>
    })
  } finally {
    app.close()
  }
}
