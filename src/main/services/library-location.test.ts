import { join } from 'node:path'
import { expect, it } from 'vitest'
import { dataDirectory, defaultLibraryPath } from './library-location.ts'

const home = join('/', 'home', 'li')

it('keeps the library where the system keeps a user’s data', () => {
  expect(dataDirectory({ platform: 'linux', env: {}, home })).toBe(join(home, '.local', 'share', 'duigao'))
  expect(dataDirectory({ platform: 'linux', env: { XDG_DATA_HOME: '/data' }, home })).toBe(join('/data', 'duigao'))
  expect(dataDirectory({ platform: 'darwin', env: {}, home })).toBe(join(home, 'Library/Application Support/Duigao'))
  expect(dataDirectory({ platform: 'win32', env: { APPDATA: 'C:/Roaming' }, home })).toBe(join('C:/Roaming', 'Duigao'))
})

it('ignores a relative XDG_DATA_HOME, as its specification says', () => {
  expect(dataDirectory({ platform: 'linux', env: { XDG_DATA_HOME: 'data' }, home })).toContain('.local')
})

it('opens the library that DUIGAO_LIBRARY names', () => {
  expect(defaultLibraryPath({ platform: 'linux', env: { DUIGAO_LIBRARY: '/usb/a.duigao' }, home })).toBe(
    '/usb/a.duigao',
  )
  expect(defaultLibraryPath({ platform: 'linux', env: { DUIGAO_LIBRARY: '' }, home })).toMatch(/library\.duigao$/)
})
