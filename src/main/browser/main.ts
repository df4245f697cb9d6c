/**
 * Entry of the browser shell. Options: `--library FILE` (default: DUIGAO_LIBRARY, else the user's own), `--no-window`
 * (only prints the address). Relative paths count from where the command was typed (npm passes it as INIT_CWD). A parent process with an IPC channel is told `{ type: 'ready', address }`.
 */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { DuigaoError } from '../../shared/contract/errors.ts'
import { defaultLibraryPath } from '../services/library-location.ts'
import { runBrowserShell } from './run-shell.ts'

const { values } = parseArgs({
  options: { library: { type: 'string' }, 'no-window': { type: 'boolean', default: false } },
})
const stop = new AbortController()
// `on`, not `once`: Ctrl+C reaches the whole process group and npm passes it on, so it often comes twice.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop.abort())

try {
  await runBrowserShell({
    libraryPath: resolve(process.env.INIT_CWD ?? '.', values.library ?? defaultLibraryPath()),
    window: !values['no-window'],
    print: (line) => console.log(line),
    onReady(address) {
      if (process.send) process.send({ type: 'ready', address })
      else if (values['no-window']) console.log(`地址（只能用一次）：${address}`)
    },
    signal: stop.signal,
  })
  process.disconnect?.()
} catch (error) {
  if (!(error instanceof DuigaoError)) throw error
  console.error(error.message)
  process.exitCode = 3
}
