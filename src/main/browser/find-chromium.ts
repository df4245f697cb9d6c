import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

interface Machine {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  isExecutable(path: string): boolean
}

/** Chromium and its kin by the names that Debian, the vendors, UOS and Kylin give them; the plain one first. */
const COMMANDS = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'uos-browser-stable',
  'qaxbrowser-safe-stable',
  'browser360-cn-stable',
]
const WINDOWS_PATHS = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
]
const MAC_PATHS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function candidates({ platform, env }: Machine): readonly string[] {
  if (platform === 'darwin') return MAC_PATHS
  if (platform === 'win32') {
    const roots = [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA].filter((root) => root !== undefined)
    return WINDOWS_PATHS.flatMap((parts) => roots.map((root) => join(root, ...parts)))
  }
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  return COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command)))
}

/**
 * A browser that understands Chromium's switches: DUIGAO_CHROMIUM when set, else the first of the known places that can
 * be run; null when there is none.
 */
export function findChromium(
  machine: Machine = { platform: process.platform, env: process.env, isExecutable },
): string | null {
  const named = machine.env.DUIGAO_CHROMIUM
  if (named) return machine.isExecutable(named) ? named : null
  return candidates(machine).find((path) => machine.isExecutable(path)) ?? null
}
