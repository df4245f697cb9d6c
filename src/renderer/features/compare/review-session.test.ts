import { expect, test, vi } from 'vitest'
import type { Decision } from '../../../shared/review/decision.ts'
import { type DecisionInput, ReviewSession, type ReviewState } from './review-session.ts'

const { invoke } = vi.hoisted(() => ({ invoke: vi.fn() }))
vi.mock('../../lib/api.ts', () => ({ api: { invoke } }))
vi.mock('../../lib/toast.ts', () => ({
  showError: (error: unknown) => {
    throw error
  },
}))

const SAID: DecisionInput = {
  subject: 'row',
  anchor: { side: 'right', quote: '力争达到60%', before: '城镇化率', after: '。', start: 12 },
  status: 'rejected',
  reason: '',
  basis: null,
}

/** Main as it answers, slowly: each decision gets an id of its own. */
function slowMain(): void {
  let last = 0
  invoke.mockImplementation(async (channel: string, input: { decision?: DecisionInput }) => {
    await new Promise((resolve) => setTimeout(resolve, 5))
    if (channel !== 'review:decide') return {}
    last += 1
    return { decision: { ...input.decision, id: `d${last}`, comparisonId: 'c', reviewer: '', decidedAt: '' } }
  })
}

function openSession(): { session: ReviewSession; state: () => ReviewState } {
  slowMain()
  let state: ReviewState = { decisions: [], annotations: [] }
  const session = new ReviewSession('c', state, (next) => (state = next))
  return { session, state: () => state }
}

test('reason and basis said while the decision is still being written make one entry of the log', async () => {
  const { session, state } = openSession()
  void session.decide(SAID, null)
  void session.decide({ ...SAID, reason: '与省纲要衔接' }, null)
  await session.decide({ ...SAID, reason: '与省纲要衔接', basis: { kind: 'upper-document', reference: '12号' } }, null)
  expect(state().decisions).toMatchObject([{ reason: '与省纲要衔接', basis: { reference: '12号' } }])
})

test('a caller that knows only the decision before the last one replaces the last one', async () => {
  const { session, state } = openSession()
  await session.decide(SAID, null)
  const stale = state().decisions[0] as Decision
  await session.decide({ ...SAID, reason: '一' }, stale)
  await session.decide({ ...SAID, reason: '二' }, stale)
  expect(state().decisions.map(({ reason }) => reason)).toEqual(['二'])
  await session.undo()
  expect(state().decisions.map(({ reason }) => reason)).toEqual(['一'])
  await session.undo()
  await session.undo()
  expect(state().decisions).toEqual([])
  await session.redo()
  await session.redo()
  expect(state().decisions.map(({ reason }) => reason)).toEqual(['一'])
})

test('another status is a new entry of the log', async () => {
  const { session, state } = openSession()
  await session.decide(SAID, null)
  await session.decide({ ...SAID, status: 'accepted' }, state().decisions[0] as Decision)
  expect(state().decisions.map(({ status }) => status)).toEqual(['rejected', 'accepted'])
})
