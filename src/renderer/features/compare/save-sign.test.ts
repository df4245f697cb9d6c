import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { SaveState } from './draft-saver.ts'
import { SaveSign } from './save-sign.ts'

const state = (status: SaveState['status'], savedAt: string | null = null): SaveState => ({
  status,
  savedAt,
  error: null,
})

function start() {
  const said: SaveState['status'][] = []
  const sign = new SaveSign(({ status }) => said.push(status))
  return { said, sign }
}

describe('SaveSign', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  test('while someone types it says only that something is not safe yet', () => {
    const { said, sign } = start()
    for (let key = 0; key < 3; key += 1) {
      for (const status of ['waiting', 'saving', 'idle'] as const) sign.set(state(status))
      vi.advanceTimersByTime(300)
    }
    expect(new Set(said)).toEqual(new Set(['waiting', 'saving']))
    vi.advanceTimersByTime(500)
    expect(said.at(-1)).toBe('idle')
  })

  test('a failure and a conflict are said at once', () => {
    const { said, sign } = start()
    for (const status of ['waiting', 'idle', 'failed', 'conflict'] as const) sign.set(state(status))
    expect(said).toEqual(['waiting', 'failed', 'conflict'])
  })

  test('that a draft was opened with all safe needs no rest', () => {
    const { said, sign } = start()
    sign.set(state('idle', '2026-03-01T08:00:00Z'))
    expect(said).toEqual(['idle'])
  })
})
