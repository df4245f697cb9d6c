/**
 * `npm start`: builds when needed, opens Electron, and where that cannot be had says why in one line and opens the same
 * app in a browser window. Arguments go to the shell (`npm start -- --library FILE`); DUIGAO_SHELL=browser goes straight there.
 */
import { rootSwitches } from '../src/main/browser/chromium-switches.ts'
import { hasDisplay } from '../src/main/browser/open-window.ts'
import { ensureBuilt } from './build-app.ts'
import { ensureElectron } from './electron-binary.ts'
import { inProject, PROJECT } from './project.ts'
import { run, runNode } from './run.ts'

/** An end sooner than this, with an error, is a start that failed and not a window that was closed. */
const START_MS = 10_000

/** Runs the app in Electron. Returns its exit code, or why it could not be run. */
async function tryElectron(args: readonly string[]): Promise<number | string> {
  if (process.env.DUIGAO_SHELL === 'browser') return 'DUIGAO_SHELL=browser'
  if (!hasDisplay()) return '没有图形界面'
  const binary = await ensureElectron()
  if ('missing' in binary) return binary.missing
  const startedAt = performance.now()
  const code = await run(binary.path, [PROJECT, ...rootSwitches(), ...args]).catch((error: unknown) => String(error))
  if (code === 0 || (typeof code === 'number' && performance.now() - startedAt > START_MS)) return code
  return `Electron 没有启动起来（${code}）`
}

const args = process.argv.slice(2)
await ensureBuilt()
const result = await tryElectron(args)
if (typeof result === 'number') process.exitCode = result
else {
  // Without a display the browser shell says what to do; there is no choice of window to explain.
  if (hasDisplay()) console.log(`改用浏览器窗口：${result}。`)
  process.exitCode = await runNode([inProject('out/main/browser/main.js'), ...args])
}
