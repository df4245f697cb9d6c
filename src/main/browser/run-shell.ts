import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DuigaoError } from '../../shared/contract/errors.ts'
import { checksOutput } from '../services/check-output.ts'
import { createApp } from '../services/create-app.ts'
import { dataDirectory } from '../services/library-location.ts'
import { findChromium } from './find-chromium.ts'
import { hasDisplay, openWindow } from './open-window.ts'
import { type BrowserShell, startBrowserShell } from './shell-server.ts'

/** The folder of package.json, the same number of steps away in `src` and in `out`. */
const PROJECT = join(import.meta.dirname, '../../..')
/** A reload brings the page back well within a second; a closed window never. */
const GRACE_MS = 4_000

export interface RunOptions {
  readonly libraryPath: string
  /** False where someone else opens the address: a test, or a person at another window. */
  readonly window: boolean
  /** Lines for the person at the terminal. */
  readonly print: (line: string) => void
  /** Called with an address that opens one window, once. */
  readonly onReady?: (address: string) => void
  /** Ends the shell (Ctrl+C). */
  readonly signal: AbortSignal
}

function version(): string {
  const { version } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as { version: string }
  return version
}

/** Opens a window when one can be opened; says what to do when not. */
function show(shell: BrowserShell, options: RunOptions): ChildProcess | null {
  const { print } = options
  const ask = (why: string) => {
    print(`${why}请在本机的 Chromium、Chrome 或 Edge 中打开下面的地址（只能用一次）：`)
    print(`  ${shell.address()}`)
    return null
  }
  if (!hasDisplay()) return ask('没有图形界面。')
  const chromium = findChromium()
  if (chromium === null) return ask('没有找到 Chromium、Chrome 或 Edge。')
  const window = openWindow(chromium, shell.address(), join(dataDirectory(), 'browser-window'))
  window.on('error', () => ask('浏览器没有启动起来。'))
  window.on('exit', (code) => {
    if (code === 0 || options.signal.aborted) shell.windowEnded()
    else ask(`浏览器窗口意外退出（${code ?? '被终止'}）。`)
  })
  print('已在浏览器窗口中打开。关闭窗口即退出，也可以按 Ctrl+C。')
  return window
}

/** Runs the app in the browser shell until its last window is closed or `signal` ends it. */
export async function runBrowserShell(options: RunOptions): Promise<void> {
  const pageRoot = join(PROJECT, 'out', 'renderer')
  if (!existsSync(join(pageRoot, 'index.html')))
    throw new DuigaoError({
      code: 'not-found',
      message: '页面还没有构建，请先运行 npm run build（npm start 会自己构建）。',
    })
  const ending = new AbortController()
  options.signal.addEventListener('abort', () => ending.abort())
  const shell = await startBrowserShell({
    createApp: (platform) => createApp({ libraryPath: options.libraryPath, platform, version: version() }),
    pageRoot,
    graceMs: GRACE_MS,
    checkOutput: checksOutput(),
    onAbandoned: () => ending.abort(),
  })
  options.print(`文库：${options.libraryPath}`)
  const window = options.window ? show(shell, options) : null
  options.onReady?.(shell.address())
  if (!ending.signal.aborted) await once(ending.signal, 'abort')
  window?.kill()
  await shell.close()
}
