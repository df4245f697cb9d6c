import { once } from 'node:events'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { strToU8, zipSync } from 'fflate'
import { launchDouble } from '../electron-double/launch.ts'
import { INVOKE_BINDING } from '../electron-double/preload-host.ts'
import { test as base, expect } from '../fixtures/app.ts'
import { createDoubleDriver, type DoubleDriver } from '../fixtures/double-driver.ts'
import { watchPage } from '../fixtures/page-problems.ts'
import { isolatedEnvironment } from '../fixtures/shell-driver.ts'
import { stopProcess } from '../fixtures/stop-process.ts'

/** The built Electron shell on the double, driven by its own handle. */
const test = base.extend<{ readonly driver: DoubleDriver }>({
  driver: async ({ context, places, problems }, use) => {
    const driver = createDoubleDriver(context, places)
    context.on('page', (page) => watchPage(page, problems))
    await driver.start()
    await use(driver)
    expect(driver.double().leaks, 'requests let through to the network').toEqual([])
    await driver.stop()
    expect(driver.complaints(), 'what the program complained of').toBe('')
  },
})

type Result = { readonly value?: unknown; readonly error?: { readonly code?: string; readonly message?: string } }

/** Calls as a script of the page would. */
const call = (page: Page, channel: string, input: unknown): Promise<Result> =>
  page.evaluate(
    async ([name, given]) => {
      const { api } = window as unknown as { api: { invoke(channel: string, input: unknown): Promise<unknown> } }
      return api.invoke(name, given).then(
        (value) => ({ value }),
        (error: { code?: string; message?: string }) => ({ error: { ...error, message: error.message ?? '' } }),
      )
    },
    [channel, input] as const,
  )

test('loads from app:// with the policy in its headers', async ({ driver }) => {
  const double = driver.double()
  const answer = await double.ask('protocol', { window: 1, url: 'app://duigao/index.html', method: 'GET' })
  expect(answer.status).toBe(200)
  expect(answer.headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'")
  expect(answer.headers['content-security-policy']).toContain("frame-ancestors 'none'")
  expect(answer.headers['x-content-type-options']).toBe('nosniff')
  await expect(driver.page().locator('#root')).not.toBeEmpty()
  // And nothing but the page.
  const statuses = await Promise.all(
    [
      'duigao/../main/electron/index.js',
      'duigao/%2e%2e/package.json',
      'duigao/..%2fpackage.json',
      'other/index.html',
    ].map(
      async (path) =>
        (await driver.double().ask('protocol', { window: 1, url: `app://${path}`, method: 'GET' })).status,
    ),
  )
  expect(statuses).toEqual([404, 404, 404, 404])
})

test('has every setting that keeps a page in its place', async ({ driver, places }) => {
  const found = await driver.double().ask('inspect', {})
  const { preload, ...preferences } = found.webPreferences
  expect(preferences).toEqual({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
    spellcheck: false,
    devTools: false,
  })
  expect(preload).toMatch(/out[\\/]preload[\\/]index\.cjs$/)
  expect(found.sandboxEnabled).toBe(true)
  expect(found.singleInstance).toBe(true)
  expect(found.userData).toBe(join(places.folder, 'duigao'))
  expect(found.schemes).toMatchObject([{ scheme: 'app', privileges: { standard: true, secure: true } }])
  expect(JSON.stringify(found.schemes)).not.toContain('bypassCSP')
})

test('gives the page window.api and nothing of Electron', async ({ driver }) => {
  const page = driver.page()
  expect(await page.evaluate(() => Object.keys((window as unknown as { api: object }).api))).toEqual(['invoke', 'on'])
  expect(await page.evaluate(() => ['require', 'process', 'ipcRenderer'].filter((name) => name in window))).toEqual([])
  expect(
    await page.evaluate(() => {
      const { api } = window as unknown as { api: Record<string, unknown> }
      try {
        api.invoke = null
      } catch {
        return 'frozen'
      }
      return api.invoke === null ? 'changed' : 'frozen'
    }),
  ).toBe('frozen')
})

test('carries a call from the page to the library and back', async ({ driver, libraryPath }) => {
  const info = await call(driver.page(), 'app:info', {})
  expect(info.value).toMatchObject({ shell: 'electron', libraryName: 'library.duigao' })
  const bytes = [...new TextEncoder().encode('关于做好防汛工作的通知\n各镇人民政府：\n请于5月底前完成排查。\n')]
  const added = await driver.page().evaluate(async (given) => {
    const { api } = window as unknown as { api: { invoke(channel: string, input: unknown): Promise<unknown> } }
    return api.invoke('files:add', { name: '通知.txt', bytes: Uint8Array.from(given) })
  }, bytes)
  expect(added).toMatchObject({ item: { file: '通知.txt', status: 'ready', reading: { bytes: bytes.length } } })
  expect(readFileSync(libraryPath).subarray(0, 15).toString()).toBe('SQLite format 3')
})

test('rejects with the code and message of an ErrorReply', async ({ driver }) => {
  expect((await call(driver.page(), 'app:info', { extra: true })).error).toMatchObject({ code: 'bad-request' })
  const missing = '00000000-0000-4000-8000-000000000000'
  expect((await call(driver.page(), 'library:version-text', { versionId: missing })).error?.code).toBe('not-found')
})

test('knows no channel but those of the contract', async ({ driver }) => {
  expect((await call(driver.page(), 'shell:openExternal', {})).error?.message).toContain('unknown channel')
  await expect(
    driver.double().ask('invoke', {
      window: 1,
      channel: 'shell:openExternal',
      input: {},
      frame: { url: 'app://duigao/index.html', origin: 'app://duigao', isMain: true },
    }),
  ).rejects.toThrow('No handler registered')
})

test('answers its own page in the main frame and nobody else', async ({ driver }) => {
  const own = { url: 'app://duigao/index.html', origin: 'app://duigao', isMain: true }
  const codes: unknown[] = []
  for (const frame of [
    own,
    { ...own, isMain: false },
    { url: 'https://evil.example/', origin: 'https://evil.example', isMain: true },
    { url: 'app://duigao.evil/', origin: 'app://duigao.evil', isMain: true },
    { url: 'file:///tmp/page.html', origin: 'file://', isMain: true },
  ]) {
    const reply = await driver.double().ask('invoke', { window: 1, channel: 'app:info', input: {}, frame })
    const { ok, error } = reply as { ok: boolean; error?: { code: string } }
    codes.push(ok || error?.code)
  }
  expect(codes).toEqual([true, 'forbidden', 'forbidden', 'forbidden', 'forbidden'])
})

test('refuses a call that a frame in the page really makes', async ({ driver }) => {
  const page = driver.page()
  const reply = await page.evaluate(async (binding) => {
    const frame = document.createElement('iframe')
    document.body.append(frame)
    const invoke = Reflect.get(frame.contentWindow ?? {}, binding) as (
      channel: string,
      input: string,
    ) => Promise<string>
    return invoke('app:info', '{"value":{}}')
  }, INVOKE_BINDING)
  expect(reply).toContain('"forbidden"')
})

test('cannot be led away from its page', async ({ driver }) => {
  const page = driver.page()
  const before = page.url()
  await page.evaluate(() => location.assign('https://evil.example/'))
  await page.waitForTimeout(300)
  await page.evaluate(() => location.assign('./other.html'))
  await page.waitForTimeout(300)
  expect(page.url()).toBe(before)
  await expect(page.locator('#root')).not.toBeEmpty()
})

test('opens no other window', async ({ driver }) => {
  const page = driver.page()
  await page.evaluate(() => void window.open('https://evil.example/'))
  await expect.poll(() => driver.double().deniedWindows.length).toBe(1)
  await expect.poll(() => page.context().pages()).toEqual([page])
})

test('asks nothing of any network', async ({ driver, problems }) => {
  const refused = await driver.page().evaluate(async () => {
    const tries = ['https://evil.example/x', 'http://127.0.0.1:9/x', 'file:///etc/hostname']
    return Promise.all(
      tries.map((address) =>
        fetch(address).then(
          () => 'fetched',
          () => 'refused',
        ),
      ),
    )
  })
  expect(refused).toEqual(['refused', 'refused', 'refused'])
  // Behind the policy, which the page's own try runs into, stands the filter of the main process.
  for (const url of [
    'https://evil.example/',
    'http://127.0.0.1:9/',
    'ws://127.0.0.1:9/',
    'file:///etc/hostname',
    'data:,x',
  ])
    expect(await driver.double().ask('before-request', { window: 1, url }), url).toBe(true)
  expect(await driver.double().ask('before-request', { window: 1, url: 'app://duigao/index.html' })).toBe(false)
  expect(problems.every((problem) => problem.includes('Content Security Policy'))).toBe(true)
  problems.length = 0
})

test('runs no script but its own', async ({ driver, problems }) => {
  const outcome = await driver.page().evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'document.title = "inline"'
    document.head.append(script)
    // In a task of the page's own: what Playwright evaluates itself is exempt from the policy.
    return new Promise((resolve) => {
      setTimeout(() => {
        try {
          resolve(Reflect.construct(Function, ['return 1'])())
        } catch (error) {
          resolve((error as Error).name)
        }
      })
    })
  })
  expect(outcome).toBe('EvalError')
  await expect(driver.page()).not.toHaveTitle('inline')
  problems.length = 0
})

test('grants the page the clipboard and nothing else', async ({ driver }) => {
  const double = driver.double()
  expect(await double.ask('permission', { permission: 'clipboard-sanitized-write' })).toEqual({
    requested: true,
    checked: true,
  })
  for (const permission of [
    'media',
    'geolocation',
    'notifications',
    'clipboard-read',
    'openExternal',
    'fileSystem',
    'hid',
  ])
    expect(await double.ask('permission', { permission }), permission).toEqual({ requested: false, checked: false })
})

test('reads the files that its dialog returns', async ({ driver, places }) => {
  const path = join(places.folder, '通知.txt')
  writeFileSync(path, '关于做好防汛工作的通知\n请于5月底前完成排查。\n')
  await driver.chooseFiles([path], async () => {
    const { value } = await call(driver.page(), 'files:choose', {})
    expect(value).toMatchObject({ items: [{ file: '通知.txt', status: 'ready' }] })
  })
  const batch = join(places.folder, '批次.zip')
  writeFileSync(batch, zipSync({ '一/甲.txt': strToU8('关于开展河湖清淤的通知'), '乙.jpg': strToU8('x') }))
  await driver.chooseFiles([batch], async () => {
    const { value } = await call(driver.page(), 'files:choose', {})
    const items = [
      { file: '乙.jpg', status: 'failed' },
      { file: '一/甲.txt', status: 'ready' },
    ]
    expect(value).toMatchObject({ items })
  })
  await driver.double().ask('script-dialog', { kind: 'open', answer: { cancel: true } })
  expect(await call(driver.page(), 'files:choose', {})).toEqual({ value: { items: [] } })
})

test('saves an export where its dialog says, or not at all', async ({ driver, places }) => {
  const { value } = await call(driver.page(), 'library:open-samples', {})
  const { leftVersionId, rightVersionId } = value as { leftVersionId: string; rightVersionId: string }
  const input = { leftVersionId, right: { type: 'version', versionId: rightVersionId }, kind: 'html', scope: 'all' }
  const saved = await driver.saveFile(async () => {
    expect((await call(driver.page(), 'export:save', input)).value).toMatchObject({ status: 'saved' })
  })
  expect(saved.name).toMatch(/\.html$/)
  expect(saved.bytes.toString()).toContain('<!doctype html')
  await driver.double().ask('script-dialog', { kind: 'save', answer: { cancel: true } })
  expect((await call(driver.page(), 'export:save', input)).value).toEqual({ status: 'cancelled' })
  const unwritable = join(places.folder, 'no-such-folder')
  await driver.double().ask('script-dialog', { kind: 'save', answer: { saveIn: unwritable } })
  expect((await call(driver.page(), 'export:save', input)).error).toMatchObject({ code: 'write-failed' })
})

test('tells the page what changed in the library', async ({ driver }) => {
  const page = driver.page()
  await page.evaluate(() => {
    const { api } = window as unknown as { api: { on(event: string, listener: () => void): () => void } }
    api.on('library-changed', () => Reflect.set(window, 'changed', true))
  })
  await call(page, 'library:open-samples', {})
  await expect.poll(() => page.evaluate(() => Reflect.get(window, 'changed') === true)).toBe(true)
})

test('has a menu in Chinese whose commands arrive in the page', async ({ driver }) => {
  const page = driver.page()
  const menu = await driver.double().ask('menu', {})
  expect(menu.map(({ label }) => label)).toEqual(['文件(&F)', '编辑(&E)', '查看(&V)', '比对(&C)'])
  const entries = menu.flatMap((each) => each.entries).filter(({ id }) => id !== null)
  expect(entries).toContainEqual(expect.objectContaining({ id: 'import.files', accelerator: 'CmdOrCtrl+O' }))
  await page.evaluate(() => {
    const { api } = window as unknown as {
      api: { on(event: string, listener: (payload: unknown) => void): () => void }
    }
    const heard: unknown[] = []
    Reflect.set(window, 'heard', heard)
    api.on('menu-command', (payload) => heard.push(payload))
  })
  // The page acts on what it hears, so the entry that opens a dialog gets one.
  await driver.double().ask('script-dialog', { kind: 'open', answer: { cancel: true } })
  for (const { id } of entries) await driver.double().ask('click-menu', { id: id ?? '' })
  await expect
    .poll(() => page.evaluate(() => Reflect.get(window, 'heard') as unknown))
    .toEqual(entries.map(({ id }) => ({ command: id })))
})

test('remembers where its window stood', async ({ driver, places }) => {
  const ended = once(driver.double().process, 'exit')
  await driver.double().ask('quit', {})
  expect((await ended)[0]).toBe(0)
  const state: unknown = JSON.parse(readFileSync(join(places.folder, 'duigao', 'window.json'), 'utf8'))
  expect(state).toEqual({ bounds: { x: 0, y: 0, width: 1440, height: 900 }, maximized: false })
})

test('comes to the front at a second start, and makes way for another library', async ({ driver, places }) => {
  const double = driver.double()
  await double.ask('second-instance', { args: [places.libraryPath] })
  await expect.poll(async () => (await double.ask('inspect', {})).focused).toBe(1)
  const ended = once(double.process, 'exit')
  const other = join(places.folder, 'other.duigao')
  await double.ask('second-instance', { args: [other] })
  expect((await ended)[0]).toBe(0)
  expect(double.output()).toContain(`relaunch ["${other}"]`)
})

test('says what is wrong with a library that it cannot open, and ends', async ({ context, places }) => {
  mkdirSync(places.libraryPath)
  await expect(launchDouble(context, isolatedEnvironment(places))).rejects.toThrow('ended with 1')
})

test('listens to no development server once it is packaged', async ({ context, places }) => {
  const env = { ...isolatedEnvironment(places), ELECTRON_RENDERER_URL: 'http://127.0.0.1:9' }
  const double = await launchDouble(context, env)
  expect(double.page().url()).toBe('https://duigao.invalid/index.html')
  expect(await double.ask('before-request', { window: 1, url: 'http://127.0.0.1:9/' })).toBe(true)
  await stopProcess(double.process, 'SIGTERM')
})
