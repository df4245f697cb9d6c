import { resolve } from 'node:path'
import { runBrowserShell } from '../browser/run-shell.ts'
import { defaultLibraryPath } from '../services/library-location.ts'
import { parseWords } from './arguments.ts'
import type { Command } from './io.ts'

/** Runs until the last window is closed or Ctrl+C. */
export const serveCommand: Command = {
  async run(args, io) {
    const { values } = parseWords(args, 0, { library: { type: 'string' }, 'no-window': { type: 'boolean' } })
    const stop = new AbortController()
    const end = () => stop.abort()
    // `on`, not `once`: Ctrl+C reaches the whole process group and npm passes it on, so it often comes twice.
    process.on('SIGINT', end).on('SIGTERM', end)
    await runBrowserShell({
      libraryPath: resolve(io.directory, values.library ?? defaultLibraryPath()),
      window: values['no-window'] !== true,
      print: (line) => io.err(`${line}\n`),
      onReady: (address) => {
        if (values['no-window']) io.out(`${address}\n`)
      },
      signal: stop.signal,
    })
  },
}
