import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { SECURITY_HEADERS } from '../../shared/contract/content-security-policy.ts'
import type { Handlers } from '../../shared/contract/contract.ts'
import { countCalls } from '../services/calls-in-flight.ts'
import { readPageFile } from '../services/page-files.ts'
import type { Platform } from '../services/platform.ts'
import { API_PATH, answerApi } from './api-route.ts'
import { createBrowserPlatform } from './browser-platform.ts'
import { attachmentHeader, createDownloads, DOWNLOAD_PATH, type Downloads } from './downloads.ts'
import { createEventSockets, type EventSockets } from './event-sockets.ts'
import { type Refusal, refuseOrigin, refuseSession } from './request-guard.ts'
import { createSession, type Session } from './session.ts'

export interface App {
  readonly handlers: Handlers
  close(): void
}

export interface ShellOptions {
  createApp(platform: Platform): App
  /** The built page, `out/renderer`. */
  readonly pageRoot: string
  /** How long the last window may be gone before the program ends. */
  readonly graceMs: number
  /** Whether answers are checked against the contract (development, tests). */
  readonly checkOutput: boolean
  /** The last window is gone. */
  onAbandoned(): void
}

export interface BrowserShell {
  readonly origin: string
  /** An address that opens one window, once. */
  address(): string
  /** Tells that a window's process has ended: unless a page is open, the wait for the last window begins. */
  windowEnded(): void
  close(): Promise<void>
}

/** A page that answers slowly or never must not hold a connection for ever. */
const REQUEST_TIMEOUT_MS = 120_000
/** What is being read or written when the last window closes may end first, within reason. */
const FINISH_MS = 5_000
const OPEN_PATH = '/open'
const EVENTS_PATH = '/events'

interface Context extends ShellOptions {
  readonly origin: string
  readonly session: Session
  readonly sockets: EventSockets
  readonly downloads: Downloads
  readonly handlers: Handlers
}

function refuse(response: ServerResponse, reason: Refusal | 'token'): void {
  response.writeHead(403, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' })
  response.end(
    reason === 'session' || reason === 'token'
      ? '这个地址只能用一次，已经失效。请重新启动对稿，用新给出的地址打开。\n'
      : '拒绝访问。\n',
  )
}

function open(url: URL, request: IncomingMessage, response: ServerResponse, { session }: Context): void {
  const known = refuseSession(requestOf(request), session.cookieName, session.secret) === null
  if (!session.redeem(url.searchParams.get('token') ?? '') && !known) return refuse(response, 'token')
  // Away from the address with the token at once, so that it stays in no history and no Referer.
  response.writeHead(303, { Location: '/', 'Set-Cookie': session.setCookie(), 'Cache-Control': 'no-store' })
  response.end()
}

function download(url: URL, response: ServerResponse, { downloads }: Context): void {
  const file = downloads.take(url.pathname)
  if (file === undefined) return notFound(response)
  response.writeHead(200, {
    'Content-Type': 'application/octet-stream',
    'Content-Disposition': attachmentHeader(file.name),
    'Content-Length': file.bytes.byteLength,
    'Cache-Control': 'no-store',
  })
  response.end(file.bytes)
}

function notFound(response: ServerResponse): void {
  response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' })
  response.end('没有这个文件。\n')
}

async function page(url: URL, response: ServerResponse, { pageRoot }: Context): Promise<void> {
  const file = await readPageFile(pageRoot, url.pathname)
  if (file === null) return notFound(response)
  response.writeHead(200, { 'Content-Type': file.mediaType, 'Cache-Control': 'no-cache' })
  response.end(file.bytes)
}

const requestOf = (request: IncomingMessage) => ({ method: request.method ?? '', headers: request.headers })

/** Null when the request's address cannot be parsed. */
function addressOf(request: IncomingMessage, origin: string): URL | null {
  return URL.canParse(request.url ?? '', origin) ? new URL(request.url ?? '', origin) : null
}

async function route(request: IncomingMessage, response: ServerResponse, context: Context): Promise<void> {
  const { origin, session } = context
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value)
  const guarded = requestOf(request)
  const reading = guarded.method === 'GET' || guarded.method === 'HEAD'
  const foreign = refuseOrigin(guarded, origin, !reading)
  if (foreign !== null) return refuse(response, foreign)
  const url = addressOf(request, origin)
  if (url === null || url.origin !== origin) return notFound(response)
  if (reading && url.pathname === OPEN_PATH) return open(url, request, response, context)
  const stranger = refuseSession(guarded, session.cookieName, session.secret)
  if (stranger !== null) return refuse(response, stranger)
  if (url.pathname.startsWith(API_PATH)) {
    const channel = url.pathname.slice(API_PATH.length)
    return answerApi(request, response, { channel, handlers: context.handlers, checkOutput: context.checkOutput })
  }
  if (!reading) return notFound(response)
  if (url.pathname.startsWith(DOWNLOAD_PATH)) return download(url, response, context)
  return page(url, response, context)
}

function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer, context: Context): void {
  const { origin, session, sockets } = context
  const guarded = requestOf(request)
  const url = addressOf(request, origin)
  const refusal = refuseOrigin(guarded, origin, true) ?? refuseSession(guarded, session.cookieName, session.secret)
  if (refusal !== null || url?.pathname !== EVENTS_PATH) {
    socket.end(`HTTP/1.1 ${refusal === null ? '404 Not Found' : '403 Forbidden'}\r\nConnection: close\r\n\r\n`)
    return
  }
  sockets.accept(request, socket, head, url.searchParams.get('page') ?? '')
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    // The loopback address by number: a name could be made to resolve to something else.
    server.listen(0, '127.0.0.1', resolve)
  })
  return (server.address() as AddressInfo).port
}

/** Serves the app on a random port of 127.0.0.1 to the windows that bring a token. */
export async function startBrowserShell(options: ShellOptions): Promise<BrowserShell> {
  const sockets = createEventSockets(options)
  const downloads = createDownloads()
  // Before anything listens: a library that cannot be opened must leave no server behind.
  const app = options.createApp(createBrowserPlatform(sockets, downloads))
  const calls = countCalls(app.handlers)
  const server = createServer({ requestTimeout: REQUEST_TIMEOUT_MS })
  const port = await listen(server)
  const origin = `http://127.0.0.1:${port}`
  const session = createSession(port)
  const context: Context = { ...options, origin, session, sockets, downloads, handlers: calls.handlers }
  server.on('request', (request, response) => {
    route(request, response, context).catch((error: unknown) => {
      console.error(error)
      response.destroy()
    })
  })
  server.on('upgrade', (request, socket, head) => upgrade(request, socket, head, context))
  return {
    origin,
    address: () => `${origin}${OPEN_PATH}?token=${session.issueToken()}`,
    windowEnded: () => sockets.windowEnded(),
    async close() {
      sockets.close()
      downloads.clear()
      const closed = new Promise((resolve) => server.close(resolve))
      await calls.finish(FINISH_MS)
      server.closeAllConnections()
      await closed
      app.close()
    },
  }
}
