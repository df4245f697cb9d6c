import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { printToPdf } from '../../src/main/browser/print-to-pdf.ts'
import { test as base, expect } from '../fixtures/app.ts'
import { type BrowserDriver, createBrowserDriver, launchBrowserShell } from '../fixtures/browser-driver.ts'
import { watchPage } from '../fixtures/page-problems.ts'
import { stopProcess } from '../fixtures/stop-process.ts'

/** The built browser shell, driven by its own handle. */
const test = base.extend<{ readonly driver: BrowserDriver }>({
  driver: async ({ context, places, problems }, use) => {
    const driver = createBrowserDriver(context, places)
    context.on('page', (page) => watchPage(page, problems))
    await driver.start()
    await use(driver)
    await driver.stop()
    expect(driver.complaints(), 'what the program complained of').toBe('')
  },
})

test('shows the page under the policy, with its event socket open', async ({ context, places, problems }) => {
  const page = await context.newPage()
  watchPage(page, problems)
  const { child, address } = await launchBrowserShell(places)
  const socket = page.waitForEvent('websocket')
  const answer = await page.goto(address)
  expect(answer?.headers()['content-security-policy']).toContain("connect-src 'self'")
  expect((await socket).url()).toBe(
    `ws://${new URL(address).host}/events?page=${new URL((await socket).url()).searchParams.get('page')}`,
  )
  await expect(page.locator('#root')).not.toBeEmpty()
  expect((await socket).isClosed()).toBe(false)
  expect(page.url()).toBe(`${new URL(address).origin}/`)
  await stopProcess(child, 'SIGTERM')
})

test('opens with its address once', async ({ browser, context, places }) => {
  const { child, address } = await launchBrowserShell(places)
  await (await context.newPage()).goto(address)
  const stranger = await browser.newContext()
  const page = await stranger.newPage()
  const answer = await page.goto(address)
  expect(answer?.status()).toBe(403)
  await expect(page.locator('body')).toContainText('只能用一次')
  expect((await page.goto(new URL(address).origin))?.status()).toBe(403)
  await stranger.close()
  await stopProcess(child, 'SIGTERM')
})

test('hides its cookie from scripts', async ({ driver }) => {
  expect(await driver.page().evaluate(() => document.cookie)).toBe('')
  const [cookie] = await driver.page().context().cookies()
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/' })
})

test('ends with its window', async ({ driver }) => {
  const ended = once(driver.process(), 'exit')
  await driver.page().close()
  expect((await ended)[0]).toBe(0)
})

test('stays through a reload', async ({ driver }) => {
  await driver.page().reload()
  await driver.page().waitForTimeout(5_000)
  expect(driver.process().exitCode).toBeNull()
  await expect(driver.page().locator('#root')).not.toBeEmpty()
})

test('refuses the page of another local server, cookie and all', async ({ driver, problems }) => {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html' }).end('<title>other</title>')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const target = new URL(driver.page().url()).origin
  const page = await driver.page().context().newPage()
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  const outcome = await page.evaluate(async (origin) => {
    const settled = (promise: Promise<unknown>) =>
      promise.then(
        () => 'let in',
        () => 'refused',
      )
    const loads = (tag: 'img' | 'script', src: string) =>
      new Promise<void>((resolve, reject) => {
        const element = document.createElement(tag)
        element.addEventListener('load', () => resolve())
        element.addEventListener('error', () => reject(new Error('refused')))
        element.src = src
        document.body.append(element)
      })
    const socket = () =>
      new Promise<void>((resolve, reject) => {
        const opened = new WebSocket(`${origin.replace('http', 'ws')}/events?page=x`)
        opened.addEventListener('open', () => resolve())
        opened.addEventListener('error', () => reject(new Error('refused')))
      })
    const post = (type: string) =>
      fetch(`${origin}/api/app:info`, {
        method: 'POST',
        credentials: 'include',
        headers: { 'Content-Type': type },
        body: '',
      })
    return {
      socket: await settled(socket()),
      simplePost: await settled(post('text/plain')),
      blindPost: await settled(
        fetch(`${origin}/api/app:info`, { method: 'POST', mode: 'no-cors', credentials: 'include' }),
      ),
      wirePost: await settled(post('application/vnd.duigao.wire')),
      read: await settled(fetch(`${origin}/`, { credentials: 'include' })),
      script: await settled(loads('script', `${origin}/index.html`)),
    }
  }, target)
  expect(outcome).toEqual({
    socket: 'refused',
    simplePost: 'refused',
    blindPost: 'refused',
    wirePost: 'refused',
    read: 'refused',
    script: 'refused',
  })
  // Nor as a frame: neither the cookie's site nor the policy lets it.
  await page.setContent(`<iframe src="${target}/"></iframe>`)
  await expect(page.frameLocator('iframe').locator('#root')).toHaveCount(0)
  problems.length = 0
  server.close()
})

test('refuses a name that was made to resolve to this machine (DNS rebinding)', async ({
  playwright,
  launchOptions,
  places,
}) => {
  const args = [...(launchOptions.args ?? []), '--host-resolver-rules=MAP rebound.example 127.0.0.1']
  const browser = await playwright.chromium.launch({ ...launchOptions, args })
  const { child, address } = await launchBrowserShell(places)
  const page = await browser.newPage()
  const answer = await page.goto(address.replace('127.0.0.1', 'rebound.example'))
  expect(answer?.status()).toBe(403)
  await browser.close()
  await stopProcess(child, 'SIGTERM')
})

test('prints a page to PDF with the Chromium it finds', async () => {
  const html =
    '<meta charset="utf-8"><style>@page { size: A4 }</style><p>一、主要目标</p><p style="break-before: page">二、重点任务</p>'
  const pdf = Buffer.from(await printToPdf(html)).toString('latin1')
  expect(pdf.slice(0, 5)).toBe('%PDF-')
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(2)
})

test('says what to install where no Chromium prints', async () => {
  await expect(printToPdf('<p>x</p>', null)).rejects.toMatchObject({
    code: 'write-failed',
    message: /Chromium、Chrome 或 Edge/,
  })
})

test('ends in good order when Ctrl+C comes twice', async ({ driver, places }) => {
  const ended = once(driver.process(), 'exit')
  driver.process().kill('SIGINT')
  driver.process().kill('SIGINT')
  expect((await ended)[0]).toBe(0)
  // A library that was closed properly is one file.
  expect(readdirSync(places.folder).filter((name) => name.startsWith('library.duigao'))).toEqual(['library.duigao'])
})
