import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { QUIET_SWITCHES, rootSwitches } from './chromium-switches.ts'

/** Two text columns with the panels beside them; afterwards the profile remembers what the user made of it. */
const FIRST_SIZE = '--window-size=1440,900'

/** Whether a window can be shown at all: on Linux that takes an X11 or Wayland session. */
export function hasDisplay(
  platform: NodeJS.Platform = process.platform,
  env: Readonly<Record<string, string | undefined>> = process.env,
): boolean {
  return platform === 'win32' || platform === 'darwin' || Boolean(env.DISPLAY) || Boolean(env.WAYLAND_DISPLAY)
}

/**
 * Opens `address` in a window of its own, without tabs or address bar. The profile is 对稿's own, so that the process
 * lives as long as the window, the window remembers its place, and nothing touches the user's browsing.
 */
export function openWindow(chromium: string, address: string, profile: string): ChildProcess {
  const first = !existsSync(profile)
  const root = rootSwitches()
  mkdirSync(profile, { recursive: true })
  return spawn(
    chromium,
    [
      `--app=${address}`,
      `--user-data-dir=${profile}`,
      '--class=duigao',
      '--hide-crash-restore-bubble',
      // The app has its own languages; Chromium's offer to translate would cover it.
      '--disable-features=Translate',
      ...(first ? [FIRST_SIZE] : []),
      ...QUIET_SWITCHES,
      ...root,
      // Without the sandbox Chromium shows a bar about it in every window, unless it is under test.
      ...(root.length > 0 ? ['--test-type'] : []),
    ],
    { stdio: 'ignore' },
  )
}
