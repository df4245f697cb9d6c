/**
 * Scores the pairing of targets against pairs written down by hand.
 *
 *   npm exec -- node bench/targets/score-pairs.ts [--corpus DIR] [--only NAME] [--errors]
 *
 * A file of pairs/ names two texts and, one a line, an indicator with its figure on the left and what it becomes on the right; an
 * empty side says that the indicator has no partner. `optional` pairs count neither way. Precision: of the pairs found that
 * touch a listed indicator, how many are listed. Recall: of the listed pairs, how many are found.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { loadLexicon } from '../../src/main/services/load-lexicon.ts'
import { readDocument } from '../../src/main/services/read-document.ts'
import { analyse } from '../../src/shared/comparison/analyse.ts'
import type { Analysis } from '../../src/shared/comparison/comparison.ts'
import { pairTargets } from '../../src/shared/targets/pair.ts'
import type { Target } from '../../src/shared/targets/target.ts'

const { values: options } = parseArgs({
  options: {
    corpus: { type: 'string', default: process.env['DUIGAO_CORPUS'] ?? '' },
    only: { type: 'string', default: '' },
    errors: { type: 'boolean', default: false },
  },
})
if (options.corpus === '') {
  console.error('score-pairs.ts needs --corpus (or DUIGAO_CORPUS)')
  process.exit(2)
}

interface Named {
  readonly indicator: string
  readonly figure: string
}
interface TruePair {
  readonly left: Named | null
  readonly right: Named | null
  readonly optional: boolean
}
interface Truth {
  readonly left: string
  readonly right: string
  readonly pairs: readonly TruePair[]
}

const folder = fileURLToPath(new URL('pairs', import.meta.url))
const lexicon = loadLexicon()
const total = { listed: 0, found: 0, right: 0 }
for (const name of readdirSync(folder).sort()) {
  if (!name.includes(options.only)) continue
  const count = await score(readTruth(readFileSync(join(folder, name), 'utf8')))
  for (const key of ['listed', 'found', 'right'] as const) total[key] += count[key]
  console.log(`${name.padEnd(28)} ${figures(count)}`)
}
console.log(`${'total'.padEnd(28)} ${figures(total)}`)

function figures({ listed, found, right }: typeof total): string {
  const precision = (right / Math.max(1, found)).toFixed(3)
  const recall = (right / Math.max(1, listed)).toFixed(3)
  return `listed ${listed}  found ${found}  right ${right}  precision ${precision}  recall ${recall}`
}

function readTruth(text: string): Truth {
  const lines = text.split('\n').filter(Boolean)
  const fileOf = (side: string): string => lines.find((line) => line.startsWith(`# ${side}\t`))?.split('\t')[1] ?? ''
  const rows = lines.filter((line) => !line.startsWith('#')).slice(1)
  return { left: fileOf('left'), right: fileOf('right'), pairs: rows.map(readRow) }
}

function readRow(line: string): TruePair {
  const [left = '', leftFigure = '', right = '', rightFigure = '', note = ''] = line.split('\t')
  return {
    left: left === '' ? null : { indicator: left, figure: leftFigure },
    right: right === '' ? null : { indicator: right, figure: rightFigure },
    optional: note === 'optional',
  }
}

async function read(name: string): Promise<Analysis> {
  const entries = readdirSync(options.corpus, { withFileTypes: true, recursive: true })
  const found = entries.find((entry) => entry.isFile() && entry.name === name)
  if (found === undefined) throw new Error(`${name} is not under ${options.corpus}`)
  const document = await readDocument(readFileSync(join(found.parentPath, found.name)), name)
  return analyse(document.text, lexicon, document)
}

async function score(truth: Truth): Promise<typeof total> {
  const [left, right] = [await read(truth.left), await read(truth.right)]
  const both = pairTargets(left, right, lexicon).flatMap(({ left: a, right: b }) =>
    a === null || b === null || a.value === null || b.value === null ? [] : [[a, b] as const],
  )
  const listed = truth.pairs.filter((pair) => pair.left !== null && pair.right !== null && !pair.optional)
  const isListed = (pair: TruePair, [a, b]: readonly [Target, Target]): boolean =>
    pair.left !== null && pair.right !== null && names(pair.left, a) && names(pair.right, b)
  const touching = both.filter((found) => truth.pairs.some((pair) => touches(pair, found)))
  const counted = touching.filter((found) => !truth.pairs.some((pair) => pair.optional && isListed(pair, found)))
  const rightly = listed.filter((pair) => both.some((found) => isListed(pair, found)))
  const wrong = counted.filter((found) => !listed.some((pair) => isListed(pair, found)))
  if (options.errors) {
    for (const pair of listed.filter((listedPair) => !rightly.includes(listedPair)))
      print('missed', pair.left, pair.right)
    for (const [a, b] of wrong) print('wrong', named(a), named(b))
  }
  return { listed: listed.length, found: rightly.length + wrong.length, right: rightly.length }
}

/** Whether a pair found has a side that a true pair, or an indicator without partner, names. */
function touches(pair: TruePair, [a, b]: readonly [Target, Target]): boolean {
  return (pair.left !== null && names(pair.left, a)) || (pair.right !== null && names(pair.right, b))
}

function names({ indicator, figure }: Named, target: Target): boolean {
  const own = named(target)
  return (
    own.figure === plain(figure) &&
    (own.indicator.includes(plain(indicator)) || plain(indicator).includes(own.indicator))
  )
}

function named(target: Target): Named {
  const upper = target.max === null ? '' : `~${target.max}`
  return { indicator: plain(target.indicator), figure: plain(`${target.value}${upper}${target.unit}`) }
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/[\s“”"()（）、]/g, '')
}

function print(what: string, left: Named | null, right: Named | null): void {
  console.log(`  ${what}\t${left?.indicator} ${left?.figure}\t${right?.indicator} ${right?.figure}`)
}
