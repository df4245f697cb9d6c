import type { RunResult } from 'better-sqlite3'
import { DuigaoError } from '../../shared/contract/errors.ts'

/** Asserts that a write of ours touched exactly one row; anything else is a bug, and the transaction around it is undone. */
export function wroteOne(result: RunResult): void {
  if (result.changes !== 1) throw new Error(`expected to write one row, wrote ${result.changes}`)
}

/** For a write by an id from outside: no such row is `not-found`, with the noun of what was looked for. */
export function foundOne(result: RunResult, noun: string): void {
  if (result.changes === 0) throw notFound(noun)
  wroteOne(result)
}

export function notFound(noun: string): DuigaoError {
  return new DuigaoError({
    code: 'not-found',
    message: `文库里没有这个${noun}，可能已被另一个窗口移走。请刷新后再试。`,
  })
}
