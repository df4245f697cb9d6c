import { expect } from 'vitest'
import type { Block } from '../outline/block.ts'
import type { DiffOptions, DiffResult } from './diff-documents.ts'
import { diffDocuments } from './diff-documents.ts'
import type { Row } from './rows/row.ts'
import type { DiffSide } from './units/unit.ts'

const LABEL =
  /^(?:第[一二三四五六七八九十百]+[编篇章节条]|[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+\.(?!\d)|——)\s*/u

/** One block a line, labels found by a small expression: enough of an outline for these tests. */
export function side(...lines: string[]): DiffSide {
  const text = lines.join('\n')
  const blocks: Block[] = []
  let start = 0
  for (const line of text.split('\n')) {
    const label = LABEL.exec(line)?.[0].trimEnd() ?? null
    const isHeading = label !== null && label !== '——' && line.length < 24 && !line.endsWith('。')
    if (line !== '') {
      blocks.push({
        kind: isHeading ? 'heading' : 'paragraph',
        level: isHeading ? (label.startsWith('（') ? 2 : 1) : 0,
        label,
        start,
        end: start + line.length,
      })
    }
    start += line.length + 1
  }
  return { text, blocks }
}

/** Compares two documents given line by line, checks every law, and returns the rows in boxed notation. */
export function compared(left: readonly string[], right: readonly string[], options?: DiffOptions): string[] {
  const [l, r] = [side(...left), side(...right)]
  const result = diffDocuments(l, r, options)
  expectLaws(l, r, result)
  return result.rows.map((row) => boxed(l.text, r.text, row))
}

/**
 * A row as text: `[old/new]` for a change, ¶ between ranges, in front of it what kind of row it is:
 * `=` equal, `~` changed, `+` inserted, `-` deleted, then `↷` if moved and the class.
 */
export function boxed(left: string, right: string, row: Row): string {
  const sign = { equal: '=', changed: '~', inserted: '+', deleted: '-' }[row.kind]
  const head = `${sign}${row.moved ? '↷' : ''}${row.kind === 'changed' ? ` ${row.class}` : ''}`
  return `${head} ${inBoxes(left, right, row)}`
}

function inBoxes(left: string, right: string, row: Row): string {
  let out = ''
  let [old, now] = ['', '']
  const flush = (): void => {
    if (old !== '' || now !== '') out += `[${old}/${now}]`
    ;[old, now] = ['', '']
  }
  for (const edit of row.edits) {
    if (edit.op === '-') {
      if (now !== '') flush()
      old += left.slice(...edit.left)
    } else if (edit.op === '+') now += right.slice(...edit.right)
    else {
      flush()
      out += right.slice(...edit.right)
      if (row.right.slice(0, -1).some(({ end }) => end === edit.right[1])) out += '¶'
      else if (row.left.slice(0, -1).some(({ end }) => end === edit.left[1])) out += '¤'
    }
  }
  flush()
  return out
}

/** The laws of rows: both texts covered once, edits rebuild both sides to the last blank, rows in the order of the right text. */
export function expectLaws(left: DiffSide, right: DiffSide, result: DiffResult): void {
  expectCovered(
    left.text,
    result.rows.flatMap((row) => row.left),
  )
  expectCovered(
    right.text,
    result.rows.flatMap((row) => row.right),
  )
  for (const row of result.rows) expectRebuilds(left.text, right.text, row)
  const rightStarts = result.rows.flatMap((row) => row.right[0]?.start ?? [])
  expect(rightStarts).toEqual([...rightStarts].sort((a, b) => a - b))
}

function expectCovered(text: string, ranges: readonly { start: number; end: number }[]): void {
  const sorted = [...ranges].sort((a, b) => a.start - b.start)
  let at = 0
  for (const { start, end } of sorted) {
    if (start < at || end <= start || text.slice(at, start).trim() !== '')
      expect.fail(`range ${start}–${end} behind ${at}`)
    at = end
  }
  expect(text.slice(at).trim()).toBe('')
}

function expectRebuilds(left: string, right: string, row: Row): void {
  const rebuiltLeft = row.edits.map((edit) => (edit.op === '+' ? '' : left.slice(...edit.left))).join('')
  const rebuiltRight = row.edits.map((edit) => (edit.op === '-' ? '' : right.slice(...edit.right))).join('')
  if (rebuiltLeft !== row.left.map(({ start, end }) => left.slice(start, end)).join(''))
    expect.fail(`left of ${boxed(left, right, row)}`)
  if (rebuiltRight !== row.right.map(({ start, end }) => right.slice(start, end)).join(''))
    expect.fail(`right of ${boxed(left, right, row)}`)
}
