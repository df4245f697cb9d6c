/**
 * Opens a comparison of two documents in the built app, as its user does, and types into it.
 *
 *   npm run build && npm exec -- node bench/app/open-and-type.ts LEFT RIGHT [--keys 40] [--at-once]
 *
 * Prints milliseconds by the clock from the click to rows on the screen, with the processor time that the page's threads used until
 * they were painted (Linux only); the first opening finds a warm page that has not shown the texts, the others open them again. Two
 * texts that were picked are compared ahead; with `--at-once` the click follows the pick without the second that this needs. Then,
 * for each keystroke, the time until the next frame was painted and the time the page's own thread worked in all (marks and rows
 * drawn again included). Needs Chromium.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium, type Page } from '@playwright/test'
import { createBrowserDriver } from '../../e2e/fixtures/browser-driver.ts'
import { ComparePage } from '../../e2e/pages/compare-page.ts'
import { Frame } from '../../e2e/pages/frame.ts'
import { LibraryPage } from '../../e2e/pages/library-page.ts'
import { findTestChromium } from '../../scripts/ensure-chromium.ts'
import { inProject } from '../../scripts/project.ts'
import { runNode } from '../../scripts/run.ts'
import { QUIET_SWITCHES, rootSwitches } from '../../src/main/browser/chromium-switches.ts'
import { readThreadTimes, sayUsed } from './thread-times.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    keys: { type: 'string', default: '40' },
    pause: { type: 'string', default: '150' },
    'at-once': { type: 'boolean', default: false },
  },
})
/** Longer than the warming of the worker takes on a busy machine. */
const PREPARED_MS = 4000
/** Somebody who picks two texts looks at what is picked before the click. */
const LOOKED_MS = 1000
const [left, right] = positionals
if (left === undefined || right === undefined) throw new Error('name two files')

const folder = mkdtempSync(join(tmpdir(), 'duigao-open-'))
const libraryPath = join(folder, 'library.duigao')
await runNode([inProject('src/main/cli/duigao.ts'), 'library', 'init', libraryPath])
await runNode([inProject('src/main/cli/duigao.ts'), 'library', 'import', libraryPath, left, right])

const executablePath = findTestChromium()
const browser = await chromium.launch({
  ...(executablePath === null ? {} : { executablePath }),
  args: ['--disable-gpu', ...QUIET_SWITCHES, ...rootSwitches()],
})
const context = await browser.newContext({ viewport: { width: 1920, height: 1080 }, locale: 'zh-CN' })
const driver = createBrowserDriver(context, { folder, libraryPath })
try {
  const page = await driver.start()
  await open(page)
  await type(page)
} finally {
  await driver.stop()
  await browser.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}

async function open(page: Page): Promise<void> {
  await new Frame(page).openLibrary()
  const library = new LibraryPage(page)
  // What is prepared while the page is idle is ready by the time that somebody has found two texts.
  await page.waitForTimeout(PREPARED_MS)
  await library.rows().nth(1).click()
  await library.timeline.getByRole('button', { name: '设为底本' }).click()
  await library.rows().nth(0).click()
  await library.pickBar.getByRole('button', { name: '开始比对' }).waitFor()
  if (!values['at-once']) await page.waitForTimeout(LOOKED_MS)
  for (let run = 0; run < 3; run += 1) {
    const used = readThreadTimes()
    const started = performance.now()
    await library.compareButton.click()
    await page.locator('.cmp-spine .tagbtn, .tagbtn').first().waitFor({ timeout: 60_000 })
    const waited = Math.round(performance.now() - started)
    await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => setTimeout(painted))))
    console.log(
      `open ${run + 1}: rows on the screen after ${waited} ms; processor: ${sayUsed(used, readThreadTimes())}`,
    )
    await new ComparePage(page).ready()
    if (run < 2) {
      await new Frame(page).openLibrary()
      await library.pickBar.getByRole('button', { name: '开始比对' }).waitFor()
    }
  }
}

async function type(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const taskTime = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0)
  }
  const compare = new ComparePage(page)
  await compare.right.locator('.cm-line').nth(3).click()
  await page.keyboard.press('End')
  const begin = page.getByRole('button', { name: /起草|开始编辑|建立底稿/ })
  await page.keyboard.type('一')
  if (
    await begin
      .first()
      .isVisible({ timeout: 1500 })
      .catch(() => false)
  )
    await begin.first().click()
  await page.waitForTimeout(1500)
  await page.evaluate(() => {
    const paints: number[] = []
    Object.assign(window, { paints })
    document.addEventListener(
      'keydown',
      () => {
        const started = performance.now()
        requestAnimationFrame(() => setTimeout(() => paints.push(performance.now() - started)))
      },
      { capture: true },
    )
  })
  const keys = Number(values.keys)
  const before = await taskTime()
  for (let key = 0; key < keys; key += 1) {
    await page.keyboard.type('abcdefghij'.charAt(key % 10))
    await page.waitForTimeout(Number(values.pause))
  }
  await page.waitForTimeout(1500)
  const worked = (await taskTime()) - before
  const paints = await page.evaluate(() => (window as unknown as { paints: number[] }).paints)
  const sorted = paints.toSorted((a, b) => a - b)
  const at = (share: number) => Math.round(sorted[Math.floor(share * (sorted.length - 1))] ?? 0)
  console.log(
    `${basename(right as string)}: ${keys} keys, painted after ${at(0.5)} ms (median), ${at(0.95)} ms (95th), the page's thread worked ${(worked / keys).toFixed(1)} ms a key`,
  )
}
