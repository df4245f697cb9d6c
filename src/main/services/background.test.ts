import { expect, test } from 'vitest'
import { createBackground } from './background.ts'

/** A background whose jobs end when they are told to. */
function setUp() {
  const reported: unknown[] = []
  const background = createBackground((error) => reported.push(error))
  const done: string[] = []
  const ends = new Map<string, () => void>()
  const add = (name: string) =>
    background.add(name, async () => {
      await new Promise<void>((resolve) => ends.set(name, resolve))
      done.push(name)
    })
  const end = async (name: string) => {
    while (!ends.has(name)) await new Promise((resolve) => setImmediate(resolve))
    ends.get(name)?.()
    ends.delete(name)
  }
  return { background, reported, done, add, end }
}

test('a job asked for twice while it waits is done once, while it runs once more', async () => {
  const { background, done, add, end } = setUp()
  add('a')
  add('b')
  add('b')
  await end('a')
  await end('b')
  add('b')
  await end('b')
  await background.idle()
  expect(done).toEqual(['a', 'b', 'b'])
})

test('a job that fails is reported and does not stop the next', async () => {
  const { background, reported, done, add, end } = setUp()
  const failure = new Error('no')
  background.add('bad', () => Promise.reject(failure))
  add('good')
  await end('good')
  await background.idle()
  expect([reported, done]).toEqual([[failure], ['good']])
})

test('closed, it starts nothing more and says nothing of what fails then', async () => {
  const { background, reported, done, add } = setUp()
  let fail = () => {}
  background.add('running', () => new Promise((_, reject) => (fail = () => reject(new Error('closed under me')))))
  add('waiting')
  await new Promise((resolve) => setImmediate(resolve))
  background.close()
  add('late')
  fail()
  await background.idle()
  expect([reported, done]).toEqual([[], []])
})
