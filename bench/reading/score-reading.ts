/**
 * Damages clean texts in known ways, reads them back and compares the paragraphs.
 *
 *   DUIGAO_CORPUS=DIR node bench/reading/score-reading.ts [--show N] [--only DAMAGE] [FILE …]
 *
 * Without files: the clean texts of the corpus. Prints the boundary F1 of each kind of damage, and with --show the first misses.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { clean } from '../../src/shared/text/clean.ts'
import { scoreBoundaries } from './boundaries.ts'
import { DAMAGES, seeded } from './damage.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { show: { type: 'string', default: '0' }, only: { type: 'string' }, seed: { type: 'string', default: '1' } },
})

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

const files = positionals.length > 0 ? positionals : cleanFiles()
for (const [name, damage] of Object.entries(DAMAGES)) {
  if (values.only !== undefined && values.only !== name) continue
  const scores = files.map((file) => {
    const paragraphs = paragraphsOf(file)
    const lines = damage(paragraphs, seeded(Number(values.seed))).map((text) => ({ text }))
    const result = clean({ format: 'txt', structured: false, lines, dropped: [], warnings: [] })
    return { file, score: scoreBoundaries(paragraphs, result.text.split('\n')), accounted: result.log.accounted }
  })
  const mean = scores.reduce((sum, { score }) => sum + score.f1, 0) / scores.length
  const worst = scores.reduce((low, each) => (each.score.f1 < low.score.f1 ? each : low))
  const same = scores.filter(({ score }) => score.sameCharacters).length
  const accounted = scores.every((each) => each.accounted)
  console.log(
    `${name.padEnd(12)} F1 ${mean.toFixed(4)}  worst ${worst.score.f1.toFixed(3)} ${basename(join(worst.file, '..'))}/${basename(worst.file)}  same characters ${same}/${scores.length}  accounted ${accounted}`,
  )
  for (const { file, score } of scores) {
    for (const miss of score.missed.slice(0, Number(values.show)))
      console.log(`   missed   ${miss}   ${basename(file)}`)
    for (const extra of score.invented.slice(0, Number(values.show)))
      console.log(`   invented ${extra}   ${basename(file)}`)
  }
}
