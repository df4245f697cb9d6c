/**
 * Scrolls the targets matrix of some documents in the built app with the wheel, as its user does.
 *
 *   npm run build && npm exec -- node bench/app/scroll-targets.ts FILE... [--notches 120] [--size 1920x1080]
 *
 * Prints, from Chromium's own trace, how long the page's thread worked for each frame (processor time, so that other work on the
 * machine does not count), the longest task, and how many frames took more than 16 ms. Needs Chromium.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium, type Page } from '@playwright/test'
import { createBrowserDriver } from '../../e2e/fixtures/browser-driver.ts'
import { TargetsPage } from '../../e2e/pages/targets-page.ts'
import { findTestChromium } from '../../scripts/ensure-chromium.ts'
import { inProject } from '../../scripts/project.ts'
import { runNode } from '../../scripts/run.ts'
import { QUIET_SWITCHES, rootSwitches } from '../../src/main/browser/chromium-switches.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    notches: { type: 'string', default: '120' },
    size: { type: 'string', default: '1920x1080' },
  },
})
if (positionals.length === 0) throw new Error('name the documents of the matrix')

/** Pixels of one notch of a wheel. */
const NOTCH = 100
/** Milliseconds between two notches: a quick turn of the wheel. */
const PAUSE = 40

interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  /** Microseconds. */
  readonly ts: number
  readonly dur?: number
  /** Of processor time. */
  readonly tdur?: number
}

const folder = mkdtempSync(join(tmpdir(), 'duigao-scroll-'))
const libraryPath = join(folder, 'library.duigao')
await runNode([inProject('src/main/cli/duigao.ts'), 'library', 'init', libraryPath])
await runNode([inProject('src/main/cli/duigao.ts'), 'library', 'import', libraryPath, ...positionals])

const executablePath = findTestChromium()
const browser = await chromium.launch({
  ...(executablePath === null ? {} : { executablePath }),
  args: ['--disable-gpu', ...QUIET_SWITCHES, ...rootSwitches()],
})
const [width = 1920, height = 1080] = values.size.split('x').map(Number)
const context = await browser.newContext({ viewport: { width, height }, locale: 'zh-CN' })
const driver = createBrowserDriver(context, { folder, libraryPath })
try {
  const page = await driver.start()
  const targets = new TargetsPage(page)
  await targets.open()
  const rows = await targets.count('全部')
  const columns = await targets.columns.count()
  for (const direction of [1, -1]) {
    const events = await traced(page, () => scroll(page, targets, direction))
    report(`${rows} indicators × ${columns} documents, ${direction > 0 ? 'down' : 'up'}`, events)
  }
} finally {
  await driver.stop()
  await browser.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}

async function scroll(page: Page, targets: TargetsPage, direction: number): Promise<void> {
  const box = await targets.table.boundingBox()
  if (!box) throw new Error('the table is not there')
  await page.mouse.move(box.x + 300, box.y + 300)
  for (let notch = 0; notch < Number(values.notches); notch += 1) {
    await page.mouse.wheel(0, direction * NOTCH)
    await page.waitForTimeout(PAUSE)
  }
  await page.waitForTimeout(300)
}

/** What Chromium traces while something is done. */
async function traced(page: Page, act: () => Promise<void>): Promise<TraceEvent[]> {
  const categories = [
    'toplevel',
    'devtools.timeline',
    'disabled-by-default-devtools.timeline',
    'devtools.timeline.frame',
  ]
  await browser.startTracing(page, { categories })
  await act()
  const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] }
  return trace.traceEvents
}

/** The page's thread is the one that commits frames. A task belongs to the frame that is committed in it or next after it. */
function report(name: string, events: readonly TraceEvent[]): void {
  const thread = events.find((event) => event.name === 'Commit')
  if (!thread) throw new Error('no frame was traced')
  const own = events.filter((event) => event.pid === thread.pid && event.tid === thread.tid && event.ph === 'X')
  const ends = own.filter((event) => event.name === 'Commit').map(({ ts, dur = 0 }) => ts + dur)
  const outer = own.filter((event) => event.name === 'RunTask' && event.tdur !== undefined)
  const frames = ends.map(() => 0)
  for (const { ts, tdur = 0 } of outer) {
    const frame = ends.findIndex((end) => end >= ts)
    if (frame >= 0) frames[frame] = (frames[frame] ?? 0) + tdur / 1000
  }
  const sorted = frames.toSorted((a, b) => a - b)
  const at = (share: number) => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(1)
  const longest = Math.max(...outer.map(({ tdur = 0 }) => tdur / 1000)).toFixed(1)
  const slow = frames.filter((milliseconds) => milliseconds > 16).length
  console.log(
    `${name}: ${frames.length} frames, the page worked ${at(0.5)} ms a frame (median), ${at(0.95)} (95th), ${at(1)} (most); ` +
      `longest task ${longest} ms; ${slow} frames over 16 ms`,
  )
}
