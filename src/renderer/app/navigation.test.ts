import { expect, test } from 'vitest'
import { createNavigation, type Screen } from './navigation.ts'

const compare: Screen = { name: 'compare', leftVersionId: 'a', right: { type: 'version', versionId: 'b' } }

test('Back goes the way one came, and ends at the library', () => {
  const navigation = createNavigation()
  navigation.getState().open(compare)
  navigation.getState().open({ name: 'settings' })
  navigation.getState().back()
  expect(navigation.getState().screen).toEqual(compare)
  navigation.getState().back()
  navigation.getState().back()
  expect(navigation.getState().screen).toEqual({ name: 'library' })
})

test('another comparison takes the place of the one shown: Back leaves the comparison', () => {
  const navigation = createNavigation()
  navigation.getState().open(compare)
  navigation.getState().open({ ...compare, leftVersionId: 'c' })
  expect(navigation.getState().lastComparison?.leftVersionId).toBe('c')
  navigation.getState().back()
  expect(navigation.getState().screen.name).toBe('library')
})
