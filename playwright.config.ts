import { defineConfig } from '@playwright/test'
import type { ShellName } from './e2e/fixtures/shell-driver.ts'
import { findElectron } from './scripts/electron-binary.ts'
import { findTestChromium } from './scripts/ensure-chromium.ts'
import { QUIET_SWITCHES, rootSwitches } from './src/main/browser/chromium-switches.ts'

const chromium = findTestChromium()
/** Specs of one shell alone carry its name: shell-browser.spec.ts, shell-electron-double.spec.ts. */
const only = (shell: string) => new RegExp(`shell-${shell}\\.spec\\.ts$`)
const EVERY_SPEC = /\.spec\.ts$/

export default defineConfig<object, { shell: ShellName }>({
  testDir: 'e2e/specs',
  outputDir: 'test-results/e2e',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // A flaky test is a fault to find, not to run again.
  retries: 0,
  workers: 2,
  // Generous: a machine that is busy with other things must not fail a test that a quiet one passes.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    // Recording every step more than doubles the time of a run: asked for where a failure is looked into.
    trace: process.env.DUIGAO_TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(chromium === null ? {} : { executablePath: chromium }),
      args: ['--disable-gpu', ...QUIET_SWITCHES, ...rootSwitches()],
    },
  },
  projects: [
    {
      name: 'browser',
      testMatch: EVERY_SPEC,
      testIgnore: [only('electron'), only('electron-double')],
      use: { shell: 'browser' },
    },
    {
      name: 'electron-double',
      testMatch: [only('electron-double'), /main-job\.spec\.ts$/, /shell\.spec\.ts$/],
      use: { shell: 'electron-double' },
    },
    // The same specs in the real Electron, wherever its binary is; `npm run e2e` says so where it is not.
    ...(findElectron() === null
      ? []
      : [
          {
            name: 'electron',
            testMatch: EVERY_SPEC,
            testIgnore: [only('browser'), only('electron-double')],
            use: { shell: 'electron' as const },
          },
        ]),
  ],
})
