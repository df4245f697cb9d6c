import { EventEmitter } from 'node:events'
import { ask, tell } from './link.ts'
import { goneMessage } from './messages.ts'
import { type DoubleSession, defaultSession } from './session.ts'

interface WindowOptions {
  readonly show?: boolean
  readonly x?: number
  readonly y?: number
  readonly width?: number
  readonly height?: number
  readonly webPreferences?: Readonly<Record<string, unknown>> & { readonly session?: DoubleSession }
}
type OpenHandler = (details: { url: string }) => { action: 'allow' | 'deny' }

let lastId = 0
const windows = new Map<number, BrowserWindow>()
/** What `app` passes on as `web-contents-created`. */
export const contentsCreated = new EventEmitter()

export const windowById = (id: number): BrowserWindow => {
  const window = windows.get(id)
  if (window === undefined) throw new Error(goneMessage(id))
  return window
}

export class WebContents extends EventEmitter {
  readonly id: number
  readonly session: DoubleSession
  /** One object per contents, so that `senderFrame === sender.mainFrame` holds for the main frame only. */
  readonly mainFrame = { url: '', origin: '' }
  openHandler: OpenHandler = () => ({ action: 'allow' })

  constructor(id: number, session: DoubleSession) {
    super()
    this.id = id
    this.session = session
  }

  send(channel: string, payload: unknown): void {
    tell({ type: 'send', window: this.id, channel, payload })
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler
  }

  async printToPDF(): Promise<unknown> {
    return ask({ type: 'print', window: this.id })
  }
}

export class BrowserWindow extends EventEmitter {
  readonly webContents: WebContents
  readonly options: WindowOptions
  readonly id = ++lastId
  timesFocused = 0
  private visible: boolean
  private maximized = false

  constructor(options: WindowOptions = {}) {
    super()
    this.options = options
    this.visible = options.show !== false
    const preferences = options.webPreferences ?? {}
    this.webContents = new WebContents(this.id, preferences.session ?? defaultSession)
    windows.set(this.id, this)
    const preload = typeof preferences.preload === 'string' ? preferences.preload : null
    tell({ type: 'open', window: this.id, preload, javascript: preferences.javascript !== false })
    contentsCreated.emit('created', this.webContents)
  }

  async loadURL(url: string): Promise<void> {
    await ask({ type: 'load', window: this.id, url })
    this.emit('ready-to-show')
  }

  show(): void {
    this.visible = true
  }
  isVisible(): boolean {
    return this.visible
  }
  maximize(): void {
    this.maximized = true
  }
  isMaximized(): boolean {
    return this.maximized
  }
  isMinimized(): boolean {
    return false
  }
  focus(): void {
    this.timesFocused += 1
  }
  getNormalBounds() {
    const { x = 0, y = 0, width = 800, height = 600 } = this.options
    return { x, y, width, height }
  }
  close(): void {
    this.emit('close')
    this.destroy()
  }
  destroy(): void {
    windows.delete(this.id)
    tell({ type: 'destroy', window: this.id })
    this.emit('closed')
  }

  static getAllWindows(): BrowserWindow[] {
    return [...windows.values()]
  }
  static getFocusedWindow(): BrowserWindow | null {
    return BrowserWindow.getAllWindows().find((window) => window.isVisible()) ?? null
  }
}
