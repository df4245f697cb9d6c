import { type ChildProcess, fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { BrowserContext, Page, Frame as PageFrame, Route } from '@playwright/test'
import { fromChromium, toChromium } from './address.ts'
import {
  type Done,
  type Frame,
  type FromMain,
  isGone,
  type Question,
  type QuestionKind,
  type Questions,
} from './messages.ts'
import { DELIVER, INVOKE_BINDING, preloadScript } from './preload-host.ts'

/** A running double: the program's main process, and the pages that are its windows. */
export interface ElectronDouble {
  readonly process: ChildProcess
  /** The window with a preload. */
  page(): Page
  ask<K extends QuestionKind>(kind: K, about: Questions[K][0]): Promise<Questions[K][1]>
  /** Addresses of windows that the page tried to open and was denied. */
  readonly deniedWindows: readonly string[]
  /** Requests the program let through to the network; must stay empty. */
  readonly leaks: readonly string[]
  /** What main printed. */
  output(): string
  /** What main printed on standard error. */
  complaints(): string
}

interface WindowPage {
  readonly id: number
  readonly page: Page
  /** What loadURL asked for: not a navigation of the page's own. */
  loading: string | null
}

const encode = (value: unknown): string =>
  JSON.stringify({ value }, (_key, entry: unknown) =>
    entry instanceof Uint8Array ? { $bytes: Buffer.from(entry).toString('base64') } : entry,
  )
const decode = (json: string): unknown =>
  (
    JSON.parse(json, (_key, entry: unknown) =>
      typeof entry === 'object' && entry !== null && '$bytes' in entry
        ? new Uint8Array(Buffer.from(String(entry.$bytes), 'base64'))
        : entry,
    ) as { value: unknown }
  ).value

/** The frame a call came from, in the app's addresses. */
function describeFrame(frame: PageFrame): Frame {
  const url = fromChromium(frame.url())
  const origin = URL.canParse(frame.url()) ? fromChromium(new URL(frame.url()).origin) : 'null'
  return { url, origin, isMain: frame.parentFrame() === null }
}

class Launch implements ElectronDouble {
  readonly process: ChildProcess
  readonly deniedWindows: string[] = []
  readonly leaks: string[] = []
  private readonly context: BrowserContext
  private readonly windows = new Map<number, Promise<WindowPage>>()
  private readonly waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>()
  private main: Page | null = null
  private lastId = 0
  private printed = ''
  private complained = ''
  /** The first load of the main window. */
  readonly ready: Promise<void>
  private setReady: () => void = () => {}

  constructor(context: BrowserContext, env: NodeJS.ProcessEnv) {
    this.context = context
    this.process = fork(new URL('run-main.ts', import.meta.url), {
      env,
      execArgv: [],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      serialization: 'advanced',
    })
    this.process.stderr?.on('data', (chunk: Buffer) => (this.complained += chunk.toString()))
    for (const stream of [this.process.stdout, this.process.stderr])
      stream?.on('data', (chunk: Buffer) => (this.printed += chunk.toString()))
    this.ready = new Promise((resolve, reject) => {
      this.setReady = resolve
      this.process.once('exit', (code, signal) => {
        reject(new Error(`the main process ended with ${code ?? signal}:\n${this.printed}`))
        void this.closeWindows()
      })
    })
    this.process.on('message', (message: FromMain) => void this.receive(message))
  }

  output = () => this.printed
  complaints = () => this.complained

  page(): Page {
    if (this.main === null) throw new Error('there is no window yet')
    return this.main
  }

  /** Never settles once the program has ended: its windows are gone with it, and nobody is left to be told. */
  ask<K extends QuestionKind>(kind: K, about: Questions[K][0]): Promise<Questions[K][1]> {
    const id = ++this.lastId
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject })
      this.post({ type: 'question', id, kind, about })
    })
  }

  private async receive(message: FromMain): Promise<void> {
    if (message.type === 'answer') return this.settle(message)
    if (message.type === 'open') {
      this.windows.set(message.window, this.open(message))
      return
    }
    const window = await this.windows.get(message.window)
    if (window === undefined) return
    if (message.type === 'load') {
      await this.finish(message.id, () => this.load(window, message.url))
      // An answer comes after whatever main does first with a loaded window, such as showing it.
      await this.ask('inspect', {})
      if (window.page === this.main) this.setReady()
    } else if (message.type === 'print')
      await this.finish(message.id, () => window.page.pdf({ printBackground: true, preferCSSPageSize: true }))
    else if (message.type === 'send')
      await window.page
        .evaluate(([name, channel, payload]) => Reflect.get(window, name)?.(channel, payload), [
          DELIVER,
          message.channel,
          encode(message.payload),
        ] as const)
        .catch(() => undefined)
    else await window.page.close()
  }

  private post(message: Question | Done): void {
    // The program may end between the look and the sending; with a callback that is no error of the test.
    if (this.process.connected) this.process.send(message, () => undefined)
  }

  private settle({ id, value, error }: Extract<FromMain, { type: 'answer' }>): void {
    const entry = this.waiting.get(id)
    this.waiting.delete(id)
    if (error === undefined) entry?.resolve(value as never)
    else entry?.reject(new Error(error))
  }

  private async finish(id: number, act: () => Promise<unknown>): Promise<void> {
    let done: Done
    try {
      done = { type: 'done', id, value: await act() }
    } catch (error) {
      done = { type: 'done', id, error: String(error) }
    }
    this.post(done)
  }

  private async open({ window: id, preload, javascript }: Extract<FromMain, { type: 'open' }>): Promise<WindowPage> {
    const context = javascript ? this.context : await this.plainContext()
    const page = await context.newPage()
    const window: WindowPage = { id, page, loading: null }
    // A page that is closed while it still loads makes every answer fail; there is nothing left to answer then. Main closes its
    // window before the page is closed.
    const unlessClosed = (error: unknown) => {
      if (!page.isClosed() && !isGone(error, id)) throw error
    }
    await page.route('**/*', (route) => this.route(route, window).catch(unlessClosed))
    page.on('popup', (popup) => void this.deny(popup, window).catch(unlessClosed))
    if (preload !== null) {
      this.main ??= page
      await page.exposeBinding(INVOKE_BINDING, async ({ frame }, channel: string, input: string) =>
        encode(await this.ask('invoke', { window: id, channel, input: decode(input), frame: describeFrame(frame) })),
      )
      await page.addInitScript({ content: preloadScript(readFileSync(preload, 'utf8')) })
    }
    return window
  }

  /** The windows of a program end with it. */
  private async closeWindows(): Promise<void> {
    for (const window of await Promise.allSettled(this.windows.values()))
      if (window.status === 'fulfilled') await window.value.page.close().catch(() => undefined)
  }

  private async plainContext(): Promise<BrowserContext> {
    const browser = this.context.browser()
    if (browser === null) throw new Error('the context has no browser')
    return browser.newContext({ javaScriptEnabled: false })
  }

  private async load(window: WindowPage, url: string): Promise<void> {
    window.loading = toChromium(url)
    await window.page.goto(window.loading)
  }

  private async route(route: Route, window: WindowPage): Promise<void> {
    const request = route.request()
    const url = fromChromium(request.url())
    const own = request.isNavigationRequest() && request.url() === window.loading
    if (own) window.loading = null
    const isMain = request.isNavigationRequest() && request.frame().parentFrame() === null
    if (request.isNavigationRequest() && !own && (await this.ask('navigate', { window: window.id, url, isMain })))
      return route.abort('aborted')
    if (await this.ask('before-request', { window: window.id, url })) return route.abort('blockedbyclient')
    if (!url.startsWith('app:')) {
      this.leaks.push(url)
      return route.abort('internetdisconnected')
    }
    const { status, headers, body } = await this.ask('protocol', { window: window.id, url, method: request.method() })
    return route.fulfill({ status, headers: { ...headers }, body: Buffer.from(body) })
  }

  /** In Electron a denied window never comes into being; here it is closed as soon as it appears. */
  private async deny(popup: Page, window: WindowPage): Promise<void> {
    const url = fromChromium(popup.url())
    if ((await this.ask('open-window', { window: window.id, url })) === 'allow') {
      this.leaks.push(url)
      return
    }
    this.deniedWindows.push(url)
    await popup.close().catch(() => undefined)
  }
}

/** Starts the built program on the double; resolves when its window has loaded. */
export async function launchDouble(context: BrowserContext, env: NodeJS.ProcessEnv): Promise<ElectronDouble> {
  // A window that the page opens is routed too: nothing of a test may reach a network.
  await context.route(/^https?:\/\/(?!.*\.invalid)/, (route) => route.abort('internetdisconnected'))
  const launch = new Launch(context, env)
  await launch.ready
  return launch
}
