/** `npm run e2e`: has a Chromium and a fresh build, then runs Playwright with the arguments given. */
import { ensureBuilt } from './build-app.ts'
import { findElectron } from './electron-binary.ts'
import { ensureChromium } from './ensure-chromium.ts'
import { inProject } from './project.ts'
import { runNode } from './run.ts'

try {
  const DUIGAO_CHROMIUM = await ensureChromium()
  await ensureBuilt()
  if (findElectron() === null)
    console.log('electron: skipped, its binary is not on this machine (npm start fetches it where it can be had)')
  process.exitCode = await runNode(
    [inProject('node_modules/@playwright/test/cli.js'), 'test', ...process.argv.slice(2)],
    {
      env: { ...process.env, DUIGAO_CHROMIUM },
    },
  )
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
