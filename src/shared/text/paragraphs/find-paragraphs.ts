import { type Cohesion, measureCohesion } from '../steps/cohesion.ts'
import { isExpected, noteLabel, startRun } from '../steps/label-run.ts'
import type { SetLine } from '../steps/wrap-geometry.ts'
import { featuresOf, findHabit, type LineFeatures } from './line-features.ts'
import { bestPath, type ParagraphPath } from './paragraph-path.ts'
import { type MeasuredLine, scorePaths } from './paragraph-scores.ts'
import { firstHabit, learnHabit } from './text-habit.ts'
import { wordCut } from './word-cut.ts'

/** How far down the title and what belongs to it can stand. */
const TOP_LINES = 8
/** How often the habits of the text are learnt anew from the paragraphs found. */
const ROUNDS = 3

/**
 * Finds the paragraphs of lines that were broken at a width: for each line whether it begins one. Every way to part the lines is weighed as a
 * whole, because one break tells about the next: a line short by two characters is a first line, so a paragraph ends above it.
 * `parted` says that a paragraph ends between two lines for other reasons.
 */
export function findParagraphs(set: readonly SetLine[], parted: (a: SetLine, b: SetLine) => boolean): boolean[] {
  const cohesion = measureCohesion(set)
  const features = set.map(featuresOf)
  const broken = features.filter(({ line }) => line.measure > 0)
  const habit = findHabit(features)
  const runs = runsOf(features, parted)
  let text = firstHabit(broken, habit)
  let starts = set.map(() => true)
  for (let round = 0; round < ROUNDS; round += 1) {
    const lines = measuredLines(features, cohesion, round === 0 ? null : starts)
    const paths = runs.map(({ from, to }) => bestPath(scorePaths(lines.slice(from, to), habit, text)))
    const path = joinPaths(runs, paths, set.length)
    starts = [...path.starts]
    text = learnHabit(lines, path, text, habit)
  }
  return starts
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

/** Adds to each line what depends on the lines before it. Numbers go on from those of lines that begin a paragraph, once these are known. */
function measuredLines(
  features: readonly LineFeatures[],
  cohesion: Cohesion,
  starts: readonly boolean[] | null,
): MeasuredLine[] {
  const run = startRun()
  return features.map((line, at): MeasuredLine => {
    const before = features[at - 1]
    const expected = line.label !== null && isExpected(run, line.label)
    if (starts === null || starts[at]) noteLabel(run, line.label)
    return {
      ...line,
      expected,
      top: at <= TOP_LINES,
      cut: before === undefined ? null : wordCut(before, line, cohesion),
    }
  })
}
