import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { DuigaoError } from '../../shared/contract/errors.ts'
import { QUIET_SWITCHES, rootSwitches } from './chromium-switches.ts'
import { findChromium } from './find-chromium.ts'

const run = promisify(execFile)
/** A plan of 100 000 characters takes about five seconds on two cores. */
const TIME_LIMIT_MS = 120_000

/** Prints one self-contained page to PDF with a Chromium found on the machine. Throws `write-failed` without one. */
export async function printToPdf(html: string, chromium: string | null = findChromium()): Promise<Uint8Array> {
  if (chromium === null)
    throw new DuigaoError({
      code: 'write-failed',
      message:
        '这台电脑上没有找到 Chromium、Chrome 或 Edge，无法生成 PDF。请安装其中一个再试，或改用 Word、HTML 导出。',
    })
  const folder = await mkdtemp(join(tmpdir(), 'duigao-pdf-'))
  try {
    const page = join(folder, 'page.html')
    const pdf = join(folder, 'page.pdf')
    await writeFile(page, html)
    await run(
      chromium,
      [
        '--headless',
        '--disable-gpu',
        '--no-pdf-header-footer',
        // The page is self-contained; should it name an outside address, nothing is asked of anyone.
        '--host-resolver-rules=MAP * ~NOTFOUND',
        `--user-data-dir=${join(folder, 'profile')}`,
        `--print-to-pdf=${pdf}`,
        ...QUIET_SWITCHES,
        ...rootSwitches(),
        pathToFileURL(page).href,
      ],
      { timeout: TIME_LIMIT_MS, windowsHide: true },
    )
    return await readFile(pdf)
  } catch (error) {
    throw new DuigaoError({ code: 'write-failed', message: 'PDF 没有生成：浏览器打印失败。请再试一次。' }, error)
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}
