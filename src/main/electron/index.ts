/** Entry of the desktop app. Thin: what it does stands in the services; here is only how it meets the desktop. */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { app, BrowserWindow, dialog, session } from 'electron'
import { DuigaoError } from '../../shared/contract/errors.ts'
import { countCalls } from '../services/calls-in-flight.ts'
import { createApp } from '../services/create-app.ts'
import { dataDirectory, defaultLibraryPath } from '../services/library-location.ts'
import { declareAppScheme, serveApp } from './app-protocol.ts'
import { createElectronPlatform } from './electron-platform.ts'
import { register } from './ipc.ts'
import { installMenu } from './menu.ts'
import { lockAllContents, secureSession } from './security.ts'
import { openMainWindow } from './window.ts'

/** The folder of package.json and `out`, also inside app.asar. */
const PROJECT = join(import.meta.dirname, '../../..')
/** What is being read or written when the last window closes may end first, within reason. */
const FINISH_MS = 5_000
const LIBRARY_EXTENSION = '.duigao'

/** A library that was double-clicked comes as an argument. */
function libraryFromArguments(args: readonly string[]): string | undefined {
  return args.find((argument) => argument.endsWith(LIBRARY_EXTENSION) && !argument.startsWith('-'))
}

// npm passes as INIT_CWD where the command was typed.
const libraryPath = resolve(
  process.env.INIT_CWD ?? '.',
  libraryFromArguments(process.argv.slice(1)) ?? defaultLibraryPath(),
)

/** A second start: with another library this one makes way for it, otherwise it comes to the front. */
function secondStart(args: readonly string[], directory: string): void {
  const named = libraryFromArguments(args)
  if (named !== undefined && resolve(directory, named) !== libraryPath) {
    // Nothing waits to be saved: every keystroke is on the disk within a second.
    app.relaunch({ args: [...(app.isPackaged ? [] : [PROJECT]), resolve(directory, named)] })
    app.quit()
  } else focusWindow()
}

function focusWindow(): void {
  const window = BrowserWindow.getAllWindows().find((each) => each.isVisible())
  if (window?.isMinimized()) window.restore()
  window?.focus()
}

function start(): void {
  const { version } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as { version: string }
  secureSession(session.defaultSession)
  serveApp(session.defaultSession, join(PROJECT, 'out', 'renderer'))
  const duigao = createApp({ libraryPath, platform: createElectronPlatform(), version })
  const calls = countCalls(duigao.handlers)
  const quit = async () => {
    await calls.finish(FINISH_MS)
    duigao.close()
    app.quit()
  }
  app.once('will-quit', (event) => {
    event.preventDefault()
    void quit()
  })
  register(calls.handlers)
  installMenu()
  openMainWindow()
}

/** A library that cannot be opened: say which and why, and end; there is nothing to show without one. */
function explain(error: unknown): void {
  console.error(error)
  const message = error instanceof DuigaoError ? error.message : '对稿没有启动起来。请重新启动；仍不行时请重新安装。'
  dialog.showErrorBox('对稿', message)
  app.exit(1)
}

declareAppScheme()
app.enableSandbox()
// One folder for all that the app keeps, the same as the other shells use.
app.setPath('userData', dataDirectory())
lockAllContents()
app.on('window-all-closed', () => app.quit())

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', (_event, args, directory) => secondStart(args.slice(1), directory))
  app.whenReady().then(start).catch(explain)
} else {
  app.quit()
}
