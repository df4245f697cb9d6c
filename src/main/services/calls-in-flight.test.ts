import { expect, it, vi } from 'vitest'
import type { Handlers } from '../../shared/contract/contract.ts'
import { dispatch } from '../../shared/contract/dispatch.ts'
import { countCalls } from './calls-in-flight.ts'

/** A handler that answers when told to. */
function slowCalls() {
  const settle: ((value: unknown) => void)[] = []
  const handlers = { 'settings:get': () => new Promise((resolve) => settle.push(resolve)) } as unknown as Handlers
  const calls = countCalls(handlers)
  return { calls, settle, call: () => dispatch(calls.handlers, 'settings:get', {}) }
}

it('waits for the calls at work and lets them end well', async () => {
  const { calls, settle, call } = slowCalls()
  const first = call()
  const second = call()
  await vi.waitFor(() => expect(settle).toHaveLength(2))
  const finished = vi.fn<() => void>()
  const finishing = calls.finish(10_000).then(finished)
  settle[0]?.('one')
  expect(await first).toEqual({ ok: true, value: 'one' })
  expect(finished).not.toHaveBeenCalled()
  settle[1]?.('two')
  await finishing
  expect(await second).toEqual({ ok: true, value: 'two' })
})

it('takes no further calls while it finishes', async () => {
  const { calls, call } = slowCalls()
  await calls.finish(0)
  expect(await call()).toMatchObject({ ok: false, error: { code: 'cancelled' } })
})

it('waits no longer than it is told to', async () => {
  const { calls, settle, call } = slowCalls()
  void call()
  await vi.waitFor(() => expect(settle).toHaveLength(1))
  await calls.finish(10)
  expect(settle).toHaveLength(1)
})
