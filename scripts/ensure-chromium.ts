import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { findChromium } from '../src/main/browser/find-chromium.ts'
import { inProject } from './project.ts'
import { run, runNode } from './run.ts'

const HINT = `找不到 Chromium，端到端测试无法运行。请安装其中一个再试：
  Debian / Ubuntu / UOS：apt-get install chromium fonts-noto-cjk
  其他系统：npx playwright install chromium
  或用 DUIGAO_CHROMIUM 指向一个 Chromium、Chrome 或 Edge 的可执行文件。`

/** The Chromium for the tests: DUIGAO_CHROMIUM, the system's, or Playwright's own; null when there is none. */
export function findTestChromium(): string | null {
  const own = chromium.executablePath()
  return findChromium() ?? (existsSync(own) ? own : null)
}

const isDebianRoot = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')

async function install(): Promise<void> {
  if (isDebianRoot()) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    await run('apt-get', ['update', '-qq'], { env })
    // The fonts too: without them every screenshot shows boxes.
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], { env })
  } else await runNode([inProject('node_modules/@playwright/test/cli.js'), 'install', 'chromium'])
}

/** The Chromium for the tests, installed when there is none. Throws with what to install when that fails too. */
export async function ensureChromium(): Promise<string> {
  const found = findTestChromium()
  if (found !== null) return found
  console.log('没有 Chromium，正在安装…')
  await install()
  const installed = findTestChromium()
  if (installed === null) throw new Error(HINT)
  return installed
}
