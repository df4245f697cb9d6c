import { diff as codeMirrorDiff } from '@codemirror/merge'
import * as jsdiff from 'diff'
import DiffMatchPatch from 'diff-match-patch'
import { DefaultLinesDiffComputer } from 'vscode-diff'
import { diffDocuments } from '../../src/shared/diff/diff-documents.ts'
import { parseOutline } from '../../src/shared/outline/parse.ts'

/** What an engine made of two texts. `marked` counts the characters it strikes or sets. */
export interface Outcome {
  readonly changes: number
  readonly marked: number
  readonly moves: number
  readonly precise: boolean
}

/**
 * Each engine from two plain texts to its answer, with its own defaults but without a time limit of its own (a limit
 * makes it give up, not finish): the bench ends it instead. VS Code is also run with the 5 s it allows itself. Ours
 * includes finding the blocks.
 */
export const ENGINES: Readonly<Record<string, (left: string, right: string) => Outcome>> = {
  duigao: ours,
  'vscode-diff': (left, right) => vscode(left, right, 0),
  'vscode-diff, 5 s': (left, right) => vscode(left, right, 5000),
  '@codemirror/merge': codeMirror,
  'diff-match-patch': diffMatchPatch,
  'jsdiff words': (left, right) => ofJsdiff(jsdiff.diffWords(left, right)),
  'jsdiff characters': (left, right) => ofJsdiff(jsdiff.diffChars(left, right)),
}

function ours(left: string, right: string): Outcome {
  const { rows, precise } = diffDocuments(
    { text: left, blocks: parseOutline(left) },
    { text: right, blocks: parseOutline(right) },
  )
  let [changes, marked, moves] = [0, 0, 0]
  for (const row of rows) {
    if (row.kind !== 'equal') changes += 1
    if (row.moved) moves += 1
    for (const edit of row.edits) {
      if (edit.op === '-') marked += edit.left[1] - edit.left[0]
      if (edit.op === '+') marked += edit.right[1] - edit.right[0]
    }
  }
  return { changes, marked, moves, precise }
}

function vscode(left: string, right: string, maxComputationTimeMs: number): Outcome {
  const [before, after] = [left.split('\n'), right.split('\n')]
  const options = { ignoreTrimWhitespace: true, computeMoves: false, maxComputationTimeMs }
  const { changes, moves, hitTimeout } = new DefaultLinesDiffComputer().computeDiff(before, after, options)
  const inner = changes.flatMap((change) => change.innerChanges ?? [])
  let marked = 0
  for (const { originalRange, modifiedRange } of inner)
    marked += spanOf(before, originalRange) + spanOf(after, modifiedRange)
  return { changes: inner.length, marked, moves: moves.length, precise: !hitTimeout }
}

interface LineSpan {
  readonly startLineNumber: number
  readonly startColumn: number
  readonly endLineNumber: number
  readonly endColumn: number
}

function spanOf(lines: readonly string[], span: LineSpan): number {
  let length = span.endColumn - span.startColumn
  for (let line = span.startLineNumber; line < span.endLineNumber; line += 1)
    length += (lines[line - 1] ?? '').length + 1
  return length
}

function codeMirror(left: string, right: string): Outcome {
  const changes = codeMirrorDiff(left, right)
  const marked = changes.reduce((sum, { fromA, toA, fromB, toB }) => sum + toA - fromA + toB - fromB, 0)
  return { changes: changes.length, marked, moves: 0, precise: true }
}

function diffMatchPatch(left: string, right: string): Outcome {
  const engine = new DiffMatchPatch()
  engine.Diff_Timeout = 0
  const diffs = engine.diff_main(left, right)
  engine.diff_cleanupSemantic(diffs)
  const changed = diffs.filter(([op]) => op !== 0)
  return {
    changes: changed.length,
    marked: changed.reduce((sum, [, text]) => sum + text.length, 0),
    moves: 0,
    precise: true,
  }
}

function ofJsdiff(parts: readonly { added?: boolean; removed?: boolean; value: string }[]): Outcome {
  const changed = parts.filter(({ added, removed }) => added === true || removed === true)
  return {
    changes: changed.length,
    marked: changed.reduce((sum, { value }) => sum + value.length, 0),
    moves: 0,
    precise: true,
  }
}
