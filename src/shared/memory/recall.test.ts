import { expect, test } from 'vitest'
import { Recall } from './recall.ts'

test('a value is made once while it is asked for, and forgotten when it is not', () => {
  const recall = new Recall<string>()
  const made: string[] = []
  const ask = (key: string): string =>
    recall.get(key, () => {
      made.push(key)
      return `${key}!`
    })
  expect([ask('甲'), ask('甲'), ask('乙')]).toEqual(['甲!', '甲!', '乙!'])
  for (let round = 0; round < 200; round += 1) {
    ask('甲')
    recall.endRound()
  }
  ask('乙')
  expect(made).toEqual(['甲', '乙', '乙'])
})
