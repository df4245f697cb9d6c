import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { QUIET_SWITCHES, rootSwitches } from './chromium-switches.ts'

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
  mkdirSync(profile, { recursive: true })
  return spawn(
    chromium,
    [
      `--app=${address}`,
      `--user-data-dir=${profile}`,
      '--class=duigao',
      '--hide-crash-restore-bubble',
      ...QUIET_SWITCHES,
      ...rootSwitches(),
    ],
    { stdio: 'ignore' },
  )
}
