import { expect, test } from 'vitest'
import { version } from './sample-documents.test-helper.ts'
import { stageNumbers, stageStates } from './stages.ts'

test('the furthest stage is now; those before it are passed or were skipped', () => {
  const versions = [version('c', { stage: 'consultation' }), version('a', { stage: 'first-draft' })]
  expect(stageStates(versions).map(({ state }) => state)).toEqual(['passed', 'skipped', 'now', 'ahead', 'ahead'])
})

test('a document that names no stage has no stage bar', () => {
  expect(stageStates([version('a')])).toEqual([])
})

test('several versions of one stage are numbered from the oldest', () => {
  const versions = ['discussion', 'first-draft', 'first-draft'].map((stage, index) =>
    version(`v${3 - index}`, { stage: stage as 'discussion' }),
  )
  expect([...stageNumbers(versions)]).toEqual([
    ['v1', 1],
    ['v2', 2],
    ['v3', 1],
  ])
})
