import { app, type Session, type WebContents } from 'electron'
import { developmentServer, SCHEME } from './page-origin.ts'

/** The app's own files; while developing also its tools and Vite's server. */
function isOwn(url: string): boolean {
  const { protocol, host } = new URL(url)
  if (protocol === `${SCHEME}:`) return true
  if (app.isPackaged) return false
  const server = developmentServer()
  return protocol === 'devtools:' || (server !== null && host === new URL(server).host)
}

/** 对稿 works offline: every other request is cancelled, whoever makes it. */
function denyNetwork(session: Session): void {
  session.webRequest.onBeforeRequest(({ url }, callback) => callback({ cancel: !isOwn(url) }))
}

/** Of all that a page can ask the system for, ours needs to copy text and nothing else. */
function denyPermissions(session: Session): void {
  const granted = new Set<string>(['clipboard-sanitized-write'])
  session.setPermissionRequestHandler((_contents, permission, callback) => callback(granted.has(permission)))
  session.setPermissionCheckHandler((_contents, permission) => granted.has(permission))
  session.setDevicePermissionHandler(() => false)
}

export function secureSession(session: Session): void {
  denyNetwork(session)
  denyPermissions(session)
  session.setSpellCheckerEnabled(false)
}

/** The window shows one page for its whole life: a dropped link or file must not replace it. */
function lockNavigation(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  // No page of ours links to the outside, so there is no list of addresses that openExternal might open.
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

/** Before the first window: whatever contents ever come into being are locked. */
export function lockAllContents(): void {
  app.on('web-contents-created', (_event, contents) => lockNavigation(contents))
}
