import { expect, test } from 'vitest'
import { WorkerAtHand, type WorkerLike, type WorkerListener } from './worker-at-hand.ts'

class Double implements WorkerLike<string, string> {
  readonly sent: string[] = []
  ended = false
  listener: WorkerListener<string> | null = null
  send = (request: string) => void this.sent.push(request)
  listen = (listener: WorkerListener<string> | null) => {
    this.listener = listener
  }
  terminate = () => {
    this.ended = true
  }
}

function start() {
  const workers: Double[] = []
  const atHand = new WorkerAtHand<string, string, string>(() => {
    const worker = new Double()
    workers.push(worker)
    return worker
  })
  return { workers, atHand }
}

test('one worker serves one user after the other, and answers only the one who has it', () => {
  const { workers, atHand } = start()
  const heard: string[] = []
  const listener = (name: string) => ({ onReply: (reply: string) => void heard.push(name + reply), onDeath: () => {} })
  atHand.start()
  const first = atHand.borrow()
  first.listen(listener('甲'))
  first.send('1')
  workers[0]?.listener?.onReply('1')
  first.giveBack()
  workers[0]?.listener?.onReply('late')
  const second = atHand.borrow()
  second.listen(listener('乙'))
  second.send('2')
  workers[0]?.listener?.onReply('2')
  expect(heard).toEqual(['甲1', '乙2'])
  expect(workers.map(({ sent }) => sent)).toEqual([['1', '2']])
})

test('one that is ended is replaced at once, one that broke when it is next asked for', () => {
  const { workers, atHand } = start()
  atHand.borrow().terminate()
  expect(workers.map(({ ended }) => ended)).toEqual([true, false])
  let died = 0
  const borrowed = atHand.borrow()
  borrowed.listen({ onReply: () => {}, onDeath: () => void (died += 1) })
  workers[1]?.listener?.onDeath()
  borrowed.terminate()
  expect(died).toBe(1)
  expect(workers).toHaveLength(2)
  atHand.borrow().send('again')
  expect(workers[2]?.sent).toEqual(['again'])
})

test('work ahead is for a worker at rest', () => {
  const { workers, atHand } = start()
  atHand.doAhead('ahead 1')
  const user = atHand.borrow()
  user.send('1')
  atHand.doAhead('ahead 2')
  user.giveBack()
  atHand.doAhead('ahead 3')
  atHand.borrow().terminate()
  atHand.doAhead('ahead 4')
  expect(workers.map(({ sent }) => sent)).toEqual([['ahead 1', '1', 'ahead 3'], ['ahead 4']])
})

test('what a worker says while nobody has it is heard by whoever had it started', () => {
  const { workers, atHand } = start()
  const heard: string[] = []
  atHand.start((reply) => heard.push(reply))
  workers[0]?.listener?.onReply('warm')
  const user = atHand.borrow()
  workers[0]?.listener?.onReply('lent')
  user.listen({ onReply: () => {}, onDeath: () => {} })
  workers[0]?.listener?.onReply('answer')
  user.giveBack()
  workers[0]?.listener?.onReply('late')
  expect([heard, atHand.isLent]).toEqual([['warm', 'late'], false])
})
