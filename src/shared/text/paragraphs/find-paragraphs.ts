import { measureCohesion } from '../steps/cohesion.ts'
import { isExpected, noteLabel, startRun } from '../steps/label-run.ts'
import type { SetLine } from '../steps/wrap-geometry.ts'
import { firstHabit } from './first-habit.ts'
import { learnHabit } from './learn-habit.ts'
import { featuresOf, findHabit, firstChunk, type LineFeatures } from './line-features.ts'
import { bestPath, type ParagraphPath } from './paragraph-path.ts'
import { scorePaths } from './paragraph-scores.ts'
import type { MeasuredLine } from './start-evidence.ts'
import { wordCut } from './word-cut.ts'

/** How far down the title and what belongs to it can stand. */
const TOP_LINES = 8
/** How often the habits of the text are learnt anew from the paragraphs found. */
const ROUNDS = 3

/** What is known of breaks for other reasons than their look. */
export interface KnownBreaks {
  /** A paragraph ends between two lines. */
  readonly parted: (a: SetLine, b: SetLine) => boolean
  /** The paragraph above goes on with a line that is not parted from it. */
  readonly goesOn: (line: SetLine) => boolean
}

/**
 * Finds the paragraphs of lines that were broken at a width: for each line whether it begins one. Every way to part the lines is weighed as a
 * whole, because one break tells about the next: a line short by two characters is a first line, so a paragraph ends above it.
 */
export function findParagraphs(set: readonly SetLine[], { parted, goesOn }: KnownBreaks): boolean[] {
  const features = set.map(featuresOf)
  const habit = findHabit(features)
  const runs = runsOf(features, parted)
  const cohesion = measureCohesion(set)
  let lines = features.map((line, at): MeasuredLine => {
    const before = features[at - 1]
    const cut = before === undefined ? null : wordCut(before, line, cohesion)
    return {
      ...line,
      cut,
      continues: goesOn(line.line),
      expected: false,
      last: null,
      top: at <= TOP_LINES,
      needed: firstChunk(line.line.text, habit),
    }
  })
  let text = firstHabit(
    features.filter(({ line }) => line.measure > 0),
    habit,
  )
  let path: ParagraphPath | null = null
  for (let round = 0; round < ROUNDS; round += 1) {
    lines = withLast(lines, path)
    const paths = runs.map(({ from, to }) => bestPath(scorePaths(lines.slice(from, to), text)))
    path = joinPaths(runs, paths, set.length)
    text = learnHabit(lines, path, text)
  }
  return [...(path?.starts ?? [])]
}

interface Run {
  readonly from: number
  readonly to: number
}

/** Runs of broken lines that nothing parts for certain. */
function runsOf(features: readonly LineFeatures[], parted: (a: SetLine, b: SetLine) => boolean): Run[] {
  const runs: Run[] = []
  let from = 0
  features.forEach(({ line }, at) => {
    const next = features[at + 1]?.line
    if (next !== undefined && line.measure > 0 && next.measure > 0 && !parted(line, next)) return
    if (at > from) runs.push({ from, to: at + 1 })
    from = at + 1
  })
  return runs
}

function joinPaths(runs: readonly Run[], paths: readonly ParagraphPath[], length: number): ParagraphPath {
  const starts = Array<boolean>(length).fill(true)
  const headings = Array<boolean>(length).fill(false)
  runs.forEach(({ from }, index) => {
    paths[index]?.starts.forEach((start, at) => {
      starts[from + at] = start
      headings[from + at] = paths[index]?.headings[at] ?? false
    })
  })
  return { starts, headings }
}

/** Adds what the last round found: what each line begins, and whether its number goes on from the one before; at first all numbers count. */
function withLast(lines: readonly MeasuredLine[], path: ParagraphPath | null): MeasuredLine[] {
  const run = startRun()
  return lines.map((line, at) => {
    const expected = line.label !== null && isExpected(run, line.label)
    if (path === null || path.starts[at]) noteLabel(run, line.label)
    const last = path?.starts[at] ? (path.headings[at] ? 'heading' : 'body') : null
    return expected === line.expected && last === line.last ? line : { ...line, expected, last }
  })
}
