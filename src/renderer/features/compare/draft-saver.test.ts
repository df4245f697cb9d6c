import { ChangeSet, Text } from '@codemirror/state'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { DraftSaver, type SaveState, toTextChanges } from './draft-saver.ts'

type SaveInput = Parameters<ConstructorParameters<typeof DraftSaver>[0]['save']>[0]

/** Applies changes as the store does: one after the other. */
function apply(text: string, changes: SaveInput['changes']): string {
  return changes.reduce((all, { from, to, insert }) => all.slice(0, from) + insert + all.slice(to), text)
}

/** A store that keeps one draft, and can be told to fail. */
function start(text: string) {
  const store = { text, revision: 1, fail: 0, loseAnswer: false, calls: 0 }
  const states: SaveState[] = []
  const saver = new DraftSaver({
    save: async ({ revision, changes, length }) => {
      store.calls += 1
      if (store.fail > 0) {
        store.fail -= 1
        throw new Error('disk')
      }
      const next = apply(store.text, changes)
      if (revision !== store.revision || next.length !== length) throw new Error('conflict')
      store.text = next
      store.revision += 1
      if (store.loseAnswer) {
        store.loseAnswer = false
        throw new Error('connection')
      }
      return { revision: store.revision, savedAt: '2026-01-01T00:00:00.000Z' }
    },
    reload: async () => ({ revision: store.revision, text: store.text }),
    isConflict: (error) => error instanceof Error && error.message === 'conflict',
    onState: (state) => states.push(state),
    delay: 200,
    retries: [500],
  })
  let screen = text
  const type = (at: number, insert: string) => {
    const changes = ChangeSet.of({ from: at, insert }, screen.length)
    screen = screen.slice(0, at) + insert + screen.slice(at)
    saver.push(changes)
  }
  const attach = () => saver.attach({ draftId: 'd', revision: store.revision, savedAt: '2026-01-01T00:00:00.000Z' })
  return { store, saver, states, type, attach, screen: () => screen }
}

describe('toTextChanges', () => {
  test('applied one after the other they do what the change set does', () => {
    const edit = fc.record({
      at: fc.nat(40),
      cut: fc.nat(5),
      insert: fc.string({ maxLength: 4, unit: fc.constantFrom('甲', '乙', '\n', 'x') }),
    })
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 6 }), (edits) => {
        const text = '一二三四五六七八九十\n'.repeat(4)
        const spec = edits.map(({ at, cut, insert }) => ({ from: at, to: Math.min(at + cut, text.length), insert }))
        const lines = (value: string) => Text.of(value.split('\n'))
        let changes: ChangeSet
        try {
          changes = ChangeSet.of(
            spec.map((each) => ({ ...each, insert: lines(each.insert) })),
            text.length,
          )
        } catch {
          return
        }
        expect(apply(text, toTextChanges(changes))).toBe(changes.apply(lines(text)).toString())
      }),
    )
  })
})

describe('DraftSaver', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  test('keystrokes are gathered and saved within 300 ms', async () => {
    const { store, type, attach, states } = start('目标')
    attach()
    type(2, '三')
    type(3, '成')
    await vi.advanceTimersByTimeAsync(300)
    expect(store.text).toBe('目标三成')
    expect(store.calls).toBe(1)
    expect(states.map(({ status }) => status)).toEqual(['idle', 'waiting', 'waiting', 'saving', 'idle'])
  })

  test('what is typed before there is a draft goes into it first', async () => {
    const { store, type, attach } = start('目标')
    type(2, '三')
    type(3, '成')
    await vi.advanceTimersByTimeAsync(5000)
    expect(store.calls).toBe(0)
    attach()
    await vi.advanceTimersByTimeAsync(10)
    expect(store.text).toBe('目标三成')
  })

  test('a failure is shown and tried again with what was typed since', async () => {
    const { store, type, attach, states } = start('目标')
    attach()
    store.fail = 2
    type(2, '三')
    await vi.advanceTimersByTimeAsync(250)
    expect(states.at(-1)?.status).toBe('failed')
    type(3, '成')
    await vi.advanceTimersByTimeAsync(2000)
    expect(store.text).toBe('目标三成')
    expect(states.at(-1)?.status).toBe('idle')
  })

  test('an answer that was lost is not saved twice', async () => {
    const { store, type, attach, states, screen } = start('目标')
    attach()
    store.loseAnswer = true
    type(2, '三')
    await vi.advanceTimersByTimeAsync(3000)
    expect(store.text).toBe(screen())
    expect(states.at(-1)?.status).toBe('idle')
    type(3, '成')
    await vi.advanceTimersByTimeAsync(300)
    expect(store.text).toBe('目标三成')
  })

  test('another text in the store is a conflict, and nothing is written over it', async () => {
    const { store, saver, type, attach, states } = start('目标')
    attach()
    store.text = '别处写的目标'
    store.revision = 7
    type(2, '三')
    await vi.advanceTimersByTimeAsync(10_000)
    expect(states.at(-1)?.status).toBe('conflict')
    expect(store.text).toBe('别处写的目标')
    saver.rebase(ChangeSet.of({ from: 0, to: 6, insert: '目标三' }, 6))
    attach()
    await vi.advanceTimersByTimeAsync(300)
    expect(store.text).toBe('目标三')
  })

  test('flushing sends what is typed at once', async () => {
    const { store, saver, type, attach } = start('目标')
    attach()
    type(2, '三')
    await saver.flush()
    expect(store.text).toBe('目标三')
  })
})
