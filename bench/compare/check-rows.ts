import type { DiffResult, DiffSide } from '../../src/shared/diff/diff-documents.ts'

/** Throws where the rows do not cover both texts, or their edits do not rebuild both sides to the last blank. */
export function checkRows(left: DiffSide, right: DiffSide, result: DiffResult): void {
  checkCovered('left', left, result)
  checkCovered('right', right, result)
  checkRebuilt(left, right, result)
}

function checkCovered(side: 'left' | 'right', { text }: DiffSide, { rows }: DiffResult): void {
  const ranges = rows.flatMap((row) => row[side]).sort((a, b) => a.start - b.start)
  let at = 0
  for (const { start, end } of ranges) {
    if (start < at || text.slice(at, start).trim() !== '')
      throw new Error(`${side}: rows overlap or miss text at ${at}`)
    at = end
  }
  if (text.slice(at).trim() !== '') throw new Error(`${side}: rows miss the text from ${at}`)
}

function checkRebuilt(left: DiffSide, right: DiffSide, { rows }: DiffResult): void {
  for (const row of rows) {
    const before = row.edits.map((edit) => (edit.op === '+' ? '' : left.text.slice(...edit.left))).join('')
    const after = row.edits.map((edit) => (edit.op === '-' ? '' : right.text.slice(...edit.right))).join('')
    if (before !== row.left.map(({ start, end }) => left.text.slice(start, end)).join(''))
      throw new Error('left not rebuilt')
    if (after !== row.right.map(({ start, end }) => right.text.slice(start, end)).join(''))
      throw new Error('right not rebuilt')
  }
}

/** How many rows of each kind there are and how many moved, with the names exchanged for a comparison the other way round. */
export function countsOf({ rows }: DiffResult, isReversed: boolean): string {
  const count = (kind: string): number => rows.filter((row) => row.kind === kind).length
  const [inserted, deleted] = isReversed ? [count('deleted'), count('inserted')] : [count('inserted'), count('deleted')]
  return [count('equal'), count('changed'), inserted, deleted, rows.filter((row) => row.moved).length].join(' ')
}
