import { expect, test } from 'vitest'
import { testApp } from './app.test-helper.ts'
import { DEFAULT_SETTINGS, readSettings } from './settings-service.ts'

test('settings begin with their defaults and keep what was changed, also after a restart', async () => {
  const app = testApp()
  expect((await app.call('settings:get', {})).settings).toEqual(DEFAULT_SETTINGS)
  await app.call('settings:set', { settings: { theme: 'dark' } })
  const { settings } = await app.call('settings:set', { settings: { reviewer: '李明', locale: undefined } })
  expect(settings).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark', reviewer: '李明' })
  expect((await app.restart().call('settings:get', {})).settings).toEqual(settings)
})

test('a value that no longer fits falls back alone', () => {
  expect(readSettings({ theme: 'sepia', textSize: 20, gone: 1 })).toEqual({ ...DEFAULT_SETTINGS, textSize: 20 })
})

test('the lexicon is the one that targets are found with', async () => {
  const { lexicon } = await testApp().call('lexicon:get', {})
  expect(lexicon.indicators.some(({ name }) => name === '地区生产总值')).toBe(true)
})
