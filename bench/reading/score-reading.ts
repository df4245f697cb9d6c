/**
 * Damages clean texts in known ways, reads them back and compares the paragraphs.
 *
 *   DUIGAO_CORPUS=DIR node bench/reading/score-reading.ts [--variants] [--seed N] [--show N] [--only DAMAGE,…] [--every N] [FILE …]
 *
 * Without files: the clean texts of the corpus. Prints the boundary F1 of each kind of damage and names every document below 0.98, with --show also
 * its first misses. --variants adds other widths and settings; --every 4 takes each fourth document only.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { clean } from '../../src/shared/text/clean.ts'
import { type BoundaryScore, scoreBoundaries } from './boundaries.ts'
import { DAMAGES, type Damage, seeded, VARIANTS } from './damage.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    show: { type: 'string', default: '0' },
    only: { type: 'string' },
    seed: { type: 'string', default: '1' },
    every: { type: 'string', default: '1' },
    variants: { type: 'boolean', default: false },
  },
})

/** What every single document has to reach. */
const WANTED = 0.98

/** Texts of one paragraph a line: reports of the provinces and amended laws. */
function cleanFiles(): string[] {
  const corpus = process.env['DUIGAO_CORPUS']
  if (corpus === undefined) throw new Error('set DUIGAO_CORPUS or name files')
  const local = readdirSync(join(corpus, 'local')).filter((name) => /-2025政府/.test(name))
  const pairs = readdirSync(join(corpus, 'pairs')).filter((name) => name.startsWith('法规'))
  return [
    ...local.map((name) => join(corpus, 'local', name)),
    join(corpus, 'pairs/政府工作报告2006-口头报告-公布稿/after.txt'),
    ...pairs.map((name) => join(corpus, 'pairs', name, 'after.txt')),
  ]
}

function paragraphsOf(file: string): string[] {
  return readFileSync(file, 'utf8')
    .replace(/<!--.*?-->/g, '')
    .split('\n')
    .map((line) => line.replace(/^#+ /, '').trim())
    .filter((line) => line.length > 1)
}

interface Scored {
  readonly name: string
  readonly score: BoundaryScore
  readonly accounted: boolean
}

function scoreFile(file: string, damage: Damage): Scored {
  const paragraphs = paragraphsOf(file)
  const lines = damage(paragraphs, seeded(Number(values.seed))).map((text) => ({ text }))
  const result = clean({ format: 'txt', structured: false, lines, dropped: [], warnings: [] })
  const score = scoreBoundaries(paragraphs, result.text.split('\n'))
  const name = `${basename(join(file, '..'))}/${basename(file)}`
  return { name, score, accounted: result.log.accounted }
}

function report(name: string, scores: readonly Scored[]): void {
  const mean = scores.reduce((sum, { score }) => sum + score.f1, 0) / scores.length
  const worst = scores.reduce((low, each) => (each.score.f1 < low.score.f1 ? each : low))
  const good = scores.filter(({ score }) => score.f1 >= WANTED).length
  const same = scores.filter(({ score }) => score.sameCharacters).length
  const accounted = scores.filter((each) => each.accounted).length
  console.log(
    `${name.padEnd(16)} F1 ${mean.toFixed(4)}  worst ${worst.score.f1.toFixed(3)}  ≥ ${WANTED} ${good}/${scores.length}  same characters ${same}/${scores.length}  accounted ${accounted}/${scores.length}`,
  )
  for (const { name: document, score } of scores) {
    if (score.f1 < WANTED) console.log(`   ${score.f1.toFixed(3)} ${document}`)
    for (const miss of score.missed.slice(0, Number(values.show))) console.log(`      missed   ${miss}   ${document}`)
    for (const extra of score.invented.slice(0, Number(values.show)))
      console.log(`      invented ${extra}   ${document}`)
  }
}

const files = (positionals.length > 0 ? positionals : cleanFiles()).filter(
  (_, index) => index % Number(values.every) === 0,
)
const only = values.only?.split(',')
for (const [name, damage] of Object.entries({ ...DAMAGES, ...(values.variants || only ? VARIANTS : {}) })) {
  if (only !== undefined && !only.includes(name)) continue
  report(
    name,
    files.map((file) => scoreFile(file, damage)),
  )
}
