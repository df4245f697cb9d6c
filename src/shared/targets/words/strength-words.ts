import type { Strength } from '../target.ts'
import { wordList } from './word-list.ts'

/** Strength of the commitment by the words of its clause; the first list that applies counts. */
export const STRENGTH_WORDS: readonly (readonly [Strength, readonly string[]])[] = [
  ['explore', wordList('探索 谋划 研究 鼓励 引导 支持有条件')],
  ['aim', wordList('力争 争取 努力 争创 力求 争 冲刺 争当 有望')],
  ['must', wordList('确保 必须 坚决 保证 务必 严格控制 不得 严守 守住')],
]
