/**
 * What `import 'electron'` gives in the double's main process: just the API that src/main/electron uses. See README.md.
 */
import { EventEmitter } from 'node:events'
import { join } from 'node:path'
import { answer } from './link.ts'
import type { DialogAnswer, DialogKind, Frame, MenuEntry } from './messages.ts'
import { defaultSession, session } from './session.ts'
import { BrowserWindow, contentsCreated, windowById } from './window.ts'

const recorded = {
  sandboxEnabled: false,
  schemes: [] as unknown[],
  singleInstance: false,
  errorBoxes: [] as string[],
}

class App extends EventEmitter {
  /** As shipped: what holds only while developing must not be what the specs see. */
  readonly isPackaged = true
  private readonly paths = new Map<string, string>()

  whenReady(): Promise<void> {
    return Promise.resolve()
  }
  enableSandbox(): void {
    recorded.sandboxEnabled = true
  }
  requestSingleInstanceLock(): boolean {
    recorded.singleInstance = true
    return true
  }
  setPath(name: string, path: string): void {
    this.paths.set(name, path)
  }
  getPath(name: string): string {
    return this.paths.get(name) ?? join(process.env.HOME ?? '', name)
  }
  /** As Electron: windows first, then `will-quit`, which may be held back until a later `quit`. */
  quit(): void {
    for (const window of BrowserWindow.getAllWindows()) window.close()
    let held = false
    this.emit('will-quit', { preventDefault: () => (held = true) })
    if (!held) process.exit(0)
  }
  relaunch(options: { readonly args: readonly string[] }): void {
    // The process ends next: what it printed is what a spec can still read.
    console.log(`relaunch ${JSON.stringify(options.args)}`)
  }
  exit(code: number): void {
    process.exit(code)
  }
}
export const app = new App()
contentsCreated.on('created', (contents) => app.emit('web-contents-created', {}, contents))

export const protocol = {
  registerSchemesAsPrivileged(schemes: readonly unknown[]): void {
    recorded.schemes.push(...schemes)
  },
}

type Handler = (event: unknown, input: unknown) => unknown
const handlers = new Map<string, Handler>()
export const ipcMain = {
  handle(channel: string, handler: Handler): void {
    if (handlers.has(channel)) throw new Error(`${channel} has a handler already`)
    handlers.set(channel, handler)
  },
}

const script: Record<DialogKind, DialogAnswer[]> = { open: [], save: [] }
function nextAnswer(kind: DialogKind): DialogAnswer {
  const next = script[kind].shift()
  if (next === undefined) throw new Error(`an unexpected ${kind} dialog`)
  return next
}
export const dialog = {
  showOpenDialog(_window: BrowserWindow, _options: unknown) {
    const next = nextAnswer('open')
    return Promise.resolve({ canceled: !('filePaths' in next), filePaths: 'filePaths' in next ? next.filePaths : [] })
  },
  showSaveDialog(_window: BrowserWindow, { defaultPath }: { readonly defaultPath: string }) {
    const next = nextAnswer('save')
    const name = defaultPath.split(/[\\/]/).at(-1) ?? ''
    return Promise.resolve(
      'saveIn' in next ? { canceled: false, filePath: join(next.saveIn, name) } : { canceled: true, filePath: '' },
    )
  },
  showErrorBox(_title: string, content: string): void {
    recorded.errorBoxes.push(content)
  },
}

interface Entry {
  readonly id?: string
  readonly label?: string
  readonly role?: string
  readonly accelerator?: string
  readonly submenu?: readonly Entry[]
  readonly click?: (item: unknown, window: BrowserWindow | undefined) => void
}
let menu: readonly Entry[] = []
export const Menu = {
  buildFromTemplate: (template: readonly Entry[]): readonly Entry[] => template,
  setApplicationMenu(built: readonly Entry[]): void {
    menu = built
  },
}
const flat = (entries: readonly Entry[]): readonly Entry[] =>
  entries.flatMap((entry) => [entry, ...flat(entry.submenu ?? [])])
const describe = (entry: Entry): MenuEntry => ({
  id: entry.id ?? null,
  label: entry.label ?? '',
  accelerator: entry.accelerator ?? null,
  role: entry.role ?? null,
  entries: (entry.submenu ?? []).map(describe),
})

export const screen = { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }] }
export { BrowserWindow, session }

/** The frame as Electron would give it: the contents' own main frame, or another object. */
function senderFrame(window: BrowserWindow, { url, origin, isMain }: Frame) {
  const { mainFrame } = window.webContents
  return isMain ? Object.assign(mainFrame, { url, origin }) : { url, origin }
}

answer('before-request', ({ window, url }) => windowById(window).webContents.session.isCancelled(url))
answer('protocol', async ({ window, url, method }) => {
  const response = await windowById(window).webContents.session.answer(url, method)
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: new Uint8Array(await response.arrayBuffer()),
  }
})
answer('invoke', ({ window, channel, input, frame }) => {
  const handler = handlers.get(channel)
  if (handler === undefined) throw new Error(`No handler registered for '${channel}'`)
  const target = windowById(window)
  return handler({ sender: target.webContents, senderFrame: senderFrame(target, frame) }, input)
})
answer('navigate', ({ window, url, isMain }) => {
  let prevented = false
  const event = { url, preventDefault: () => (prevented = true) }
  const { webContents } = windowById(window)
  webContents.emit('will-frame-navigate', event)
  if (isMain) webContents.emit('will-navigate', event, url)
  return prevented
})
answer('open-window', ({ window, url }) => windowById(window).webContents.openHandler({ url }).action)
answer('script-dialog', ({ kind, answer: next }) => {
  script[kind].push(next)
  return null
})
answer('click-menu', ({ id }) => {
  const entry = flat(menu).find((each) => each.id === id)
  if (entry?.click === undefined) throw new Error(`no menu entry ${id}`)
  entry.click(entry, BrowserWindow.getFocusedWindow() ?? undefined)
  return null
})
answer('menu', () => menu.map(describe))
answer('permission', ({ permission }) => defaultSession.permission(permission))
answer('inspect', () => {
  const main = BrowserWindow.getAllWindows().find((window) => window.options.webPreferences?.preload !== undefined)
  const { session: _session, ...webPreferences } = main?.options.webPreferences ?? {}
  const focused = BrowserWindow.getAllWindows().reduce((sum, window) => sum + window.timesFocused, 0)
  return { ...recorded, focused, webPreferences, userData: app.getPath('userData') }
})
answer('second-instance', ({ args }) => {
  // After the answer: the program may end over it.
  setImmediate(() => app.emit('second-instance', {}, ['duigao', ...args], process.cwd()))
  return null
})
answer('quit', () => {
  setImmediate(() => app.quit())
  return null
})
