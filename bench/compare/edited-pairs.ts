import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { loadLexicon } from '../../src/main/services/load-lexicon.ts'
import { readDocument } from '../../src/main/services/read-document.ts'
import { readPair } from '../../src/main/services/read-pair.ts'
import { diffDocuments } from '../../src/shared/diff/diff-documents.ts'
import type { DiffSide } from '../../src/shared/diff/units/unit.ts'
import { parseOutline } from '../../src/shared/outline/parse.ts'

export const NOISES = ['none', 'space', 'width', 'wrap'] as const
export type Noise = (typeof NOISES)[number]

const { indicators, fields = [] } = loadLexicon()
/** What no edit cuts, as the command line has it. */
const terms = indicators.flatMap(({ name, synonyms }) => [name, ...synonyms])

/** A text with known edits: what to make it from. */
export interface PairPlan {
  readonly text: string
  readonly donor: string
  readonly seed: number
  /** How many edits, as a multiple of the usual number. */
  readonly scale: number
  readonly noise: Noise
  /** Take the lines as they are instead of reading the file as the app does: measures the comparison alone. */
  readonly plain: boolean
}

/** The scorer's figures for one pair; null where the pair holds no such edit. */
export interface Score {
  readonly lossless: boolean
  readonly numbers: number | null
  readonly moves: number | null
  readonly movedNumbers: number | null
  readonly insertions: number | null
  readonly deletions: number | null
  readonly splits: number | null
  readonly churn: number | null
  readonly falseRows: number
}

/** Makes the pair in `work`, compares it as the command line does, and has it scored. */
export async function scorePair(plan: PairPlan, tools: string, work: string): Promise<Score> {
  const dir = join(work, `${nameOf(plan.text)}-${plan.scale}-${plan.seed}-${plan.noise}`)
  mkdirSync(dir, { recursive: true })
  const makeArguments = [
    plan.text,
    '--seed',
    String(plan.seed),
    '--donor',
    plan.donor,
    '--scale',
    String(plan.scale),
    '--noise',
    plan.noise,
    '--out',
    dir,
  ]
  execFileSync(process.execPath, [join(tools, 'make-edits.mjs'), ...makeArguments])
  const files = [join(dir, 'left.txt'), join(dir, 'right.txt')] as const
  const [left, right] = plan.plain ? [plainSide(files[0]), plainSide(files[1])] : await readSides(...files)
  const output = join(dir, 'compare.json')
  writeFileSync(output, JSON.stringify({ left, right, ...diffDocuments(left, right, { terms, fields }) }))
  return JSON.parse(
    execFileSync(process.execPath, [join(tools, 'score-compare.mjs'), dir, output], { encoding: 'utf8' }),
  ) as Score
}

/** The name of a text: that of its folder too where the file is one side of a pair. */
export function nameOf(file: string): string {
  const name = basename(file, '.txt')
  return ['before', 'after'].includes(name) ? `${basename(dirname(file))}-${name}` : name
}

/** A file as the app reads it. */
export async function readSide(file: string): Promise<DiffSide> {
  const { text, blocks } = await readDocument(readFileSync(file), basename(file))
  return { text, blocks }
}

/** Two files as the command line reads them to compare them. */
export async function readSides(leftFile: string, rightFile: string): Promise<readonly [DiffSide, DiffSide]> {
  const named = (file: string) => ({ bytes: readFileSync(file), name: basename(file) })
  const { left, right } = await readPair(named(leftFile), named(rightFile))
  return [
    { text: left.text, blocks: left.blocks },
    { text: right.text, blocks: right.blocks },
  ]
}

/** A file as it stands, one block a line. */
export function plainSide(file: string): DiffSide {
  const text = readFileSync(file, 'utf8').trimEnd()
  return { text, blocks: parseOutline(text) }
}
