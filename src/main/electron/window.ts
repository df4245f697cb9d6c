import { join } from 'node:path'
import { app, BrowserWindow, screen } from 'electron'
import { pageAddress } from './page-origin.ts'
import { MIN_SIZE, readWindowState, writeWindowState } from './window-state.ts'

const PRELOAD = join(import.meta.dirname, '../../preload/index.cjs')

/** Opens the window where it was last time and shows it once the page has something to show. */
export function openMainWindow(): BrowserWindow {
  const statePath = join(app.getPath('userData'), 'window.json')
  const state = readWindowState(
    statePath,
    screen.getAllDisplays().map((display) => display.workArea),
  )
  const window = new BrowserWindow({
    ...state.bounds,
    minWidth: MIN_SIZE.width,
    minHeight: MIN_SIZE.height,
    title: '对稿',
    show: false,
    webPreferences: {
      preload: PRELOAD,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  })
  if (state.maximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', () =>
    writeWindowState(statePath, { bounds: window.getNormalBounds(), maximized: window.isMaximized() }),
  )
  void window.loadURL(pageAddress())
  return window
}
