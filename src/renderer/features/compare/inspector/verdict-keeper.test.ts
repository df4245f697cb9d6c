import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Anchor } from '../../../../shared/review/anchor.ts'
import type { Decision } from '../../../../shared/review/decision.ts'
import type { Verdict } from '../reviewing.ts'
import { VerdictKeeper, verdictOf } from './verdict-keeper.ts'

const ANCHOR: Anchor = { side: 'right', quote: '目标', before: '', after: '', start: 0 }

function decision(fields: Partial<Decision>): Decision {
  return {
    id: 'd1',
    comparisonId: 'c',
    subject: 'row',
    anchor: ANCHOR,
    status: 'accepted',
    reason: '',
    basis: null,
    reviewer: '甲',
    decidedAt: '2026-01-01T00:00:00.000Z',
    ...fields,
  }
}

function start(before: Decision | null) {
  const kept: (Verdict & { former: string | null })[] = []
  const keeper = new VerdictKeeper(ANCHOR, before, async (_, verdict, former) => {
    kept.push({ ...verdict, former: former?.id ?? null })
  })
  return { keeper, kept }
}

describe('VerdictKeeper', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  test('a reason typed to a decision is kept once, after a pause', () => {
    const { keeper, kept } = start(decision({}))
    for (const reason of ['与', '与预', '与预期']) keeper.write({ ...verdictOf(decision({})), reason })
    vi.advanceTimersByTime(500)
    expect(kept).toEqual([])
    vi.advanceTimersByTime(200)
    expect(kept).toEqual([{ status: 'accepted', reason: '与预期', basis: null, former: 'd1' }])
  })

  test('a reason without a decision is kept as 待定 when one leaves', () => {
    const { keeper, kept } = start(null)
    keeper.write({ status: 'accepted', reason: '待核实', basis: null })
    vi.advanceTimersByTime(5000)
    expect(kept).toEqual([])
    keeper.leave()
    expect(kept).toEqual([{ status: 'pending', reason: '待核实', basis: null, former: null }])
  })

  test('nothing written, nothing kept; 确认 without a decision is 采纳', () => {
    const { keeper, kept } = start(null)
    keeper.leave()
    expect(kept).toEqual([])
    void keeper.keep(verdictOf(null))
    expect(kept).toEqual([{ status: 'accepted', reason: '', basis: null, former: null }])
  })

  test('what was kept here comes back without touching what is being typed', () => {
    const { keeper } = start(decision({}))
    const typed = { status: 'accepted', reason: '一', basis: null } as const
    void keeper.keep(typed)
    keeper.write({ ...typed, reason: '一二' })
    keeper.follow(decision({ id: 'd2', reason: '一' }))
    expect(keeper.read().reason).toBe('一二')
    expect(keeper.isKept).toBe(false)
  })

  test('what was undone elsewhere is shown', () => {
    const { keeper } = start(decision({ reason: '一' }))
    const told = vi.fn()
    keeper.subscribe(told)
    keeper.follow(null)
    expect(keeper.read()).toEqual(verdictOf(null))
    expect(told).toHaveBeenCalledOnce()
    expect(keeper.isKept).toBe(true)
  })
})
