import { delimiter, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { rootSwitches } from './chromium-switches.ts'
import { findChromium } from './find-chromium.ts'
import { hasDisplay } from './open-window.ts'

const machine = (platform: NodeJS.Platform, env: Record<string, string>, ...files: string[]) => ({
  platform,
  env,
  isExecutable: (path: string) => files.includes(path),
})

describe('findChromium', () => {
  it('takes the one that is named', () => {
    const env = { DUIGAO_CHROMIUM: '/opt/my/chrome', PATH: '/usr/bin' }
    expect(findChromium(machine('linux', env, '/opt/my/chrome', '/usr/bin/chromium'))).toBe('/opt/my/chrome')
  })

  it('takes no other when the named one is missing', () => {
    const env = { DUIGAO_CHROMIUM: '/opt/my/chrome', PATH: '/usr/bin' }
    expect(findChromium(machine('linux', env, '/usr/bin/chromium'))).toBeNull()
  })

  it('prefers Chromium to its kin, wherever on the path they are', () => {
    const env = { PATH: ['/usr/bin', '/snap/bin'].join(delimiter) }
    expect(findChromium(machine('linux', env, '/usr/bin/microsoft-edge', '/snap/bin/chromium'))).toBe(
      '/snap/bin/chromium',
    )
    expect(findChromium(machine('linux', env, '/usr/bin/microsoft-edge'))).toBe('/usr/bin/microsoft-edge')
  })

  it('finds Edge, which every Windows has', () => {
    const edge = join('C:/x86', 'Microsoft', 'Edge', 'Application', 'msedge.exe')
    expect(findChromium(machine('win32', { 'ProgramFiles(x86)': 'C:/x86' }, edge))).toBe(edge)
  })

  it('finds Chrome on a Mac', () => {
    const chrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
    expect(findChromium(machine('darwin', {}, chrome))).toBe(chrome)
  })

  it('finds nothing where there is nothing', () => {
    expect(findChromium(machine('linux', { PATH: '/usr/bin' }))).toBeNull()
  })
})

describe('a window', () => {
  it('needs a session on Linux and nothing elsewhere', () => {
    expect(hasDisplay('linux', {})).toBe(false)
    expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true)
    expect(hasDisplay('linux', { DISPLAY: ':0' })).toBe(true)
    expect(hasDisplay('win32', {})).toBe(true)
  })

  it('keeps its sandbox for everyone but root', () => {
    expect(rootSwitches(1000)).toEqual([])
    expect(rootSwitches(null)).toEqual([])
    expect(rootSwitches(0)).toEqual(['--no-sandbox'])
  })
})
