/**
 * Scores the comparison on texts with known edits.
 *
 *   npm exec -- node bench/compare/quality.ts --tools DIR --corpus DIR [--folders reports,local] [--only PART] [--seeds 1,2,3] [--noise none,wrap] [--scale 1] [--plain]
 *
 * DIR of --tools holds make-edits.mjs and score-compare.mjs (also: DUIGAO_TOOLS, DUIGAO_CORPUS). Texts are all those in the folders of the
 * corpus, as deep as they stand. --scale 3 makes three times as many edits. Prints one line for every pair that falls short, then the means for each noise.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { NOISES, type Noise, nameOf, type Score, scorePair } from './edited-pairs.ts'

const { values } = parseArgs({
  options: {
    tools: { type: 'string', default: process.env['DUIGAO_TOOLS'] ?? '' },
    corpus: { type: 'string', default: process.env['DUIGAO_CORPUS'] ?? '' },
    folders: { type: 'string', default: 'reports,local' },
    only: { type: 'string', default: '' },
    seeds: { type: 'string', default: '1,2,3' },
    noise: { type: 'string', default: NOISES.join(',') },
    scale: { type: 'string', default: '1' },
    keep: { type: 'string' },
    plain: { type: 'boolean', default: false },
  },
})
if (values.tools === '' || values.corpus === '') {
  console.error('quality.ts needs --tools and --corpus (or DUIGAO_TOOLS and DUIGAO_CORPUS)')
  process.exit(2)
}

/** Texts that hold a whole document on a line or two cannot be edited line by line. */
const FEWEST_LINES = 20
/** What a pair must reach; churn and falseRows are upper bounds. */
const EXPECTED = {
  numbers: 0.98,
  moves: 0.98,
  movedNumbers: 0.98,
  insertions: 0.98,
  deletions: 0.98,
  splits: 0.98,
} as const
const MOST_CHURN: Record<Noise, number> = { none: 1.15, space: 1.3, width: 1.3, wrap: 1.3 }

const work = values.keep ?? mkdtempSync(join(tmpdir(), 'duigao-quality-'))
const texts = values.folders
  .split(',')
  .map((folder) => join(values.corpus, folder))
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)))
  .filter((file) => file.endsWith('.txt') && file.includes(values.only))
  .filter((file) => readFileSync(file, 'utf8').split('\n').length > FEWEST_LINES)
const donors = ['national-2008.txt', 'national-2024.txt'].map((file) => join(values.corpus, 'reports', file))
for (const noise of NOISES.filter((name) => values.noise.split(',').includes(name))) await measure(noise)
if (values.keep === undefined) rmSync(work, { recursive: true })

async function measure(noise: Noise): Promise<void> {
  const scores: Score[] = []
  for (const text of texts) {
    for (const seed of values.seeds.split(',').map(Number)) {
      const donor = donors.find((file) => file !== text) ?? text
      const plan = { text, donor, seed, scale: Number(values.scale), noise, plain: values.plain }
      const score = await scorePair(plan, values.tools, work)
      scores.push(score)
      const short = shortfalls(score, noise)
      if (short.length > 0) console.log(`${noise} ${nameOf(text)} seed ${seed}: ${short.join(', ')}`)
    }
  }
  console.log(`${noise}: ${scores.length} pairs, ${JSON.stringify(means(scores))}`)
}

function shortfalls(score: Score, noise: Noise): string[] {
  const short = Object.entries(EXPECTED).flatMap(([name, least]) => {
    const value = score[name as keyof typeof EXPECTED]
    return value !== null && value < least ? [`${name} ${value.toFixed(2)}`] : []
  })
  if (!score.lossless) short.push('not lossless')
  if ((score.churn ?? 0) > MOST_CHURN[noise]) short.push(`churn ${score.churn}`)
  if (score.falseRows > 0) short.push(`falseRows ${score.falseRows}`)
  return short
}

/** The mean of each figure over the pairs that have it; null where none has. */
function means(scores: readonly Score[]): Record<string, number | null> {
  const result: Record<string, number | null> = {}
  for (const name of [
    'lossless',
    'numbers',
    'moves',
    'movedNumbers',
    'insertions',
    'deletions',
    'splits',
    'churn',
    'falseRows',
  ] as const) {
    const values = scores.flatMap((score) => (score[name] === null ? [] : [Number(score[name])]))
    const sum = values.reduce((total, value) => total + value, 0)
    result[name] = values.length === 0 ? null : Number((sum / values.length).toFixed(4))
  }
  return result
}
