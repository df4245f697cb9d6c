import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { type IncomingHttpHeaders, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { WebSocket } from 'ws'
import { CONTENT_SECURITY_POLICY } from '../../shared/contract/content-security-policy.ts'
import type { Handlers } from '../../shared/contract/contract.ts'
import type { Reply } from '../../shared/contract/dispatch.ts'
import { decodeWire, encodeWire, WIRE_MEDIA_TYPE } from '../../shared/contract/wire.ts'
import { MAX_FILE_BYTES } from '../../shared/text/limits.ts'
import type { Platform } from '../services/platform.ts'
import { type BrowserShell, startBrowserShell } from './shell-server.ts'

interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

let shell: BrowserShell
let platform: Platform
let folder: string
let page: string
const onAbandoned = vi.fn<() => void>()
const appClosed = vi.fn<() => void>()
const received = vi.fn<(input: unknown) => void>()

const handlers = {
  'app:info': () => ({
    version: '1.2.3',
    shell: 'browser',
    libraryName: 'library.duigao',
    libraryBytes: 0,
    firstRun: true,
  }),
  'files:add': (input: { name: string; bytes: Uint8Array }) => {
    received(input)
    return { item: { id: crypto.randomUUID(), file: input.name, status: 'failed', error: null, reading: null } }
  },
  'settings:get': () => {
    throw new Error('secret path /home/li/library')
  },
  'export:save': () => platform.saveFile('对照表 (1).docx', Buffer.from('docx')),
} as unknown as Handlers

/** One request exactly as given: unlike fetch, it lets a test forge Host, Origin and Sec-Fetch-Site. */
function send(
  path: string,
  { method = 'GET', headers = {}, body }: { method?: string; headers?: Record<string, string>; body?: Uint8Array } = {},
): Promise<Answer> {
  const { port } = new URL(shell.origin)
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: '127.0.0.1', port, path, method, headers }, (incoming) => {
      const chunks: Buffer[] = []
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
      incoming.on('end', () =>
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: Buffer.concat(chunks) }),
      )
    })
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}

async function signIn(): Promise<string> {
  const { pathname, search } = new URL(shell.address())
  const answer = await send(pathname + search)
  expect(answer.status).toBe(303)
  return answer.headers['set-cookie']?.[0]?.split(';')[0] ?? ''
}

const wire = (value: unknown) => encodeWire(value, (text) => Buffer.from(text))
const unwire = (body: Buffer) => decodeWire(body, (bytes) => Buffer.from(bytes).toString()) as Reply

async function call(channel: string, input: unknown, change: Record<string, string> = {}): Promise<Answer> {
  const headers = { Cookie: await signIn(), Origin: shell.origin, 'Content-Type': WIRE_MEDIA_TYPE, ...change }
  return send(`/api/${channel}`, { method: 'POST', headers, body: wire(input) })
}

/** Opens the event socket; resolves with it, or with the status it was refused with. */
function connect(headers: Record<string, string>, path = '/events?page=p1'): Promise<WebSocket | number> {
  const socket = new WebSocket(shell.origin.replace('http', 'ws') + path, { headers })
  return new Promise((resolve, reject) => {
    socket.on('open', () => resolve(socket))
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0))
    socket.on('error', reject)
  })
}

async function connectOwn(page = 'p1'): Promise<WebSocket> {
  const socket = await connect({ Cookie: await signIn(), Origin: shell.origin }, `/events?page=${page}`)
  if (typeof socket === 'number') throw new Error(`refused: ${socket}`)
  return socket
}

const nextMessage = (socket: WebSocket) =>
  new Promise<unknown>((resolve) => socket.once('message', (data: Buffer) => resolve(JSON.parse(data.toString()))))

beforeEach(async () => {
  vi.clearAllMocks()
  folder = mkdtempSync(join(tmpdir(), 'duigao-shell-'))
  page = join(folder, 'renderer')
  mkdirSync(page)
  writeFileSync(join(folder, 'package.json'), '{}')
  writeFileSync(join(page, 'index.html'), '<title>对稿</title>')
  writeFileSync(join(page, 'main.js'), '1')
  writeFileSync(join(page, 'notes.txt'), 'not of the page')
  shell = await startBrowserShell({
    createApp: (given) => {
      platform = given
      return { handlers, close: appClosed }
    },
    pageRoot: page,
    graceMs: 100,
    checkOutput: false,
    onAbandoned,
  })
})
afterEach(async () => {
  await shell.close()
  rmSync(folder, { recursive: true })
})

describe('the door', () => {
  it('listens on the loopback address only', () => {
    expect(shell.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  })

  it('exchanges the token for a cookie that scripts and other sites cannot use', async () => {
    const { pathname, search } = new URL(shell.address())
    const answer = await send(pathname + search)
    expect(answer.headers.location).toBe('/')
    expect(answer.headers['set-cookie']?.[0]).toMatch(/^duigao_\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/)
  })

  it('refuses a token that was used before', async () => {
    const { pathname, search } = new URL(shell.address())
    await send(pathname + search)
    const again = await send(pathname + search)
    expect(again.status).toBe(403)
    expect(again.headers['set-cookie']).toBeUndefined()
  })

  it.each(['', 'token=', `token=${'A'.repeat(43)}`])('refuses a token it did not give out (%s)', async (query) => {
    expect((await send(`/open?${query}`)).status).toBe(403)
  })

  it('lets the page that is open already reload the address', async () => {
    const { pathname, search } = new URL(shell.address())
    const Cookie = await signIn()
    await send(pathname + search)
    expect((await send(pathname + search, { headers: { Cookie } })).status).toBe(303)
  })

  it.each(['/', '/main.js', '/download/x'])('refuses %s without the cookie', async (path) => {
    expect((await send(path)).status).toBe(403)
  })

  it('refuses a cookie of another start', async () => {
    const [name] = (await signIn()).split('=')
    expect((await send('/', { headers: { Cookie: `${name}=${'A'.repeat(43)}` } })).status).toBe(403)
  })

  it.each(['evil.example', 'localhost', '127.0.0.1', '127.0.0.1:1'])(
    'refuses the name %s (DNS rebinding), even with the token',
    async (Host) => {
      const { pathname, search } = new URL(shell.address())
      expect((await send(pathname + search, { headers: { Host } })).status).toBe(403)
      expect((await send('/', { headers: { Host, Cookie: await signIn() } })).status).toBe(403)
    },
  )

  it.each(['cross-site', 'same-site'])('refuses a %s link to the page', async (site) => {
    expect((await send('/', { headers: { Cookie: await signIn(), 'Sec-Fetch-Site': site } })).status).toBe(403)
  })
})

describe('the page', () => {
  it('is sent with the same policy as in Electron', async () => {
    const answer = await send('/', { headers: { Cookie: await signIn() } })
    expect(answer.body.toString()).toBe('<title>对稿</title>')
    expect(answer.headers['content-security-policy']).toBe(CONTENT_SECURITY_POLICY)
    expect(answer.headers['x-content-type-options']).toBe('nosniff')
  })

  it.each([
    '/../package.json',
    '/%2e%2e/package.json',
    '/..%2fpackage.json',
    '/..%5cpackage.json',
    '/a%00.js',
    '/%zz.js',
  ])('refuses the path %s', async (path) => {
    expect((await send(path, { headers: { Cookie: await signIn() } })).status).toBe(404)
  })

  it('refuses a symbolic link that leads out, and a file that is no part of a page', async () => {
    symlinkSync('/etc/hostname', join(page, 'link.json'))
    const headers = { Cookie: await signIn() }
    expect((await send('/link.json', { headers })).status).toBe(404)
    expect((await send('/notes.txt', { headers })).status).toBe(404)
  })
})

describe('a call', () => {
  it('reaches its handler and comes back', async () => {
    const answer = await call('app:info', {})
    expect(unwire(answer.body)).toMatchObject({ ok: true, value: { version: '1.2.3' } })
  })

  it('carries bytes as they are', async () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index)
    await call('files:add', { name: '规划.docx', bytes })
    expect(received.mock.calls[0]?.[0]).toEqual({ name: '规划.docx', bytes })
  })

  it.each([
    ['another port of this machine', { Origin: 'http://127.0.0.1:1' }],
    ['another site', { Origin: 'https://evil.example' }],
    ['a sandboxed frame', { Origin: 'null' }],
    ['a rebound name', { Host: 'evil.example' }],
    ['a page without the cookie', { Cookie: '' }],
    ['another site by its own word', { 'Sec-Fetch-Site': 'cross-site' }],
  ])('is refused from %s', async (_name, headers) => {
    expect((await call('files:add', { name: 'a', bytes: new Uint8Array() }, headers)).status).toBe(403)
    expect(received).not.toHaveBeenCalled()
  })

  it('is refused without an Origin', async () => {
    const headers = { Cookie: await signIn(), 'Content-Type': WIRE_MEDIA_TYPE }
    expect((await send('/api/app:info', { method: 'POST', headers, body: wire({}) })).status).toBe(403)
  })

  it('is refused as a form of another page could send it', async () => {
    expect((await call('app:info', {}, { 'Content-Type': 'text/plain' })).status).toBe(415)
  })

  it('is refused by GET, on an unknown channel and with a body that is no message', async () => {
    const headers = { Cookie: await signIn(), Origin: shell.origin, 'Content-Type': WIRE_MEDIA_TYPE }
    expect((await send('/api/app:info', { headers })).status).toBe(405)
    expect((await call('no:such', {})).status).toBe(404)
    expect((await call('__proto__', {})).status).toBe(404)
    const garbage = await send('/api/app:info', { method: 'POST', headers, body: Buffer.from('{}') })
    expect(unwire(garbage.body)).toMatchObject({ ok: false, error: { code: 'bad-request' } })
  })

  it('is refused when its input does not fit the contract', async () => {
    const answer = await call('app:info', { extra: 1 })
    expect(unwire(answer.body)).toMatchObject({ ok: false, error: { code: 'bad-request' } })
  })

  it('is refused when it is too large, and says so', async () => {
    const body = Buffer.alloc(MAX_FILE_BYTES + 128 * 1024)
    const headers = { Cookie: await signIn(), Origin: shell.origin, 'Content-Type': WIRE_MEDIA_TYPE }
    const answer = await send('/api/files:add', { method: 'POST', headers, body })
    expect(answer.status).toBe(413)
    expect(unwire(answer.body)).toMatchObject({ ok: false, error: { code: 'file-too-large' } })
  })

  it('tells nothing of an internal error', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    const answer = await call('settings:get', {})
    expect(unwire(answer.body)).toMatchObject({ ok: false, error: { code: 'internal' } })
    expect(answer.body.toString()).not.toContain('secret')
    expect(log).toHaveBeenCalledOnce()
    log.mockRestore()
  })
})

describe('events', () => {
  it('reach every open page', async () => {
    const sockets = [await connectOwn('p1'), await connectOwn('p2')]
    const messages = Promise.all(sockets.map(nextMessage))
    platform.notify('library-changed', {})
    const event = { event: 'library-changed', payload: {} }
    expect(await messages).toEqual([event, event])
  })

  it.each([
    ['another port of this machine', { Origin: 'http://127.0.0.1:1' }],
    ['another site', { Origin: 'https://evil.example' }],
    ['no Origin', {}],
  ])('are refused to %s (cross-site WebSocket)', async (_name, headers) => {
    expect(await connect({ Cookie: await signIn(), ...headers })).toBe(403)
  })

  it('are refused without the cookie, by another name and on another path', async () => {
    const own = { Cookie: await signIn(), Origin: shell.origin }
    expect(await connect({ Origin: shell.origin })).toBe(403)
    expect(await connect({ ...own, Host: 'evil.example' })).toBe(403)
    expect(await connect(own, '/other')).toBe(404)
  })

  it('end for a page that sends more than it may', async () => {
    const socket = await connectOwn()
    const closed = new Promise<number>((resolve) => socket.on('close', resolve))
    socket.send('x'.repeat(2000))
    expect(await closed).toBe(1009)
  })
})

describe('a saved file', () => {
  it('is offered to the page that asked for it, under an address that works once', async () => {
    const asking = await connectOwn('asking')
    const other = await connectOwn('other')
    const overheard = vi.fn<() => void>()
    other.on('message', overheard)
    const message = nextMessage(asking)
    const saved = await call(
      'export:save',
      {
        leftVersionId: crypto.randomUUID(),
        right: { type: 'version', versionId: crypto.randomUUID() },
        kind: 'html',
        scope: 'all',
      },
      { 'X-Duigao-Page': 'asking' },
    )
    expect(unwire(saved.body)).toEqual({ ok: true, value: { status: 'saved', name: '对照表 (1).docx', where: null } })
    const { payload } = (await message) as { payload: { name: string; url: string } }
    const headers = { Cookie: await signIn() }
    expect((await send(payload.url)).status).toBe(403)
    const first = await send(payload.url, { headers })
    expect(first.body.toString()).toBe('docx')
    expect(first.headers['content-disposition']).toBe(
      `attachment; filename="___ (1).docx"; filename*=UTF-8''%E5%AF%B9%E7%85%A7%E8%A1%A8%20%281%29.docx`,
    )
    expect((await send(payload.url, { headers })).status).toBe(404)
    expect(overheard).not.toHaveBeenCalled()
  })
})

describe('the end', () => {
  it('comes when the last page has been gone for a while', async () => {
    const first = await connectOwn('p1')
    const second = await connectOwn('p2')
    first.close()
    await new Promise((resolve) => setTimeout(resolve, 250))
    expect(onAbandoned).not.toHaveBeenCalled()
    second.close()
    await vi.waitFor(() => expect(onAbandoned).toHaveBeenCalledOnce())
  })

  it('does not come for a reload', async () => {
    const before = await connectOwn()
    before.close()
    await connectOwn()
    await new Promise((resolve) => setTimeout(resolve, 250))
    expect(onAbandoned).not.toHaveBeenCalled()
  })

  it('comes when a window ended before its page opened', async () => {
    shell.windowEnded()
    await vi.waitFor(() => expect(onAbandoned).toHaveBeenCalledOnce())
  })

  it('closes the app', async () => {
    await shell.close()
    expect(appClosed).toHaveBeenCalledOnce()
    await expect(send('/')).rejects.toThrow('ECONNREFUSED')
  })
})
