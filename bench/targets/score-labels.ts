/**
 * Scores the extraction of targets against texts labelled by hand.
 *
 *   npm exec -- node bench/targets/score-labels.ts [--labels DIR] [--corpus DIR] [--only NAME] [--errors]
 *
 * DIR of --labels holds .jsonl files, by default our own beside this file; --corpus (or DUIGAO_CORPUS) the texts they
 * speak of. --kind scores `actual` or `qualitative` instead of `target`. The first line of a label file names its text, the range
 * that is labelled, in code points, and the kinds labelled there (`target` and `qualitative` where it says none). A label marked
 * `optional` counts neither way.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { loadLexicon } from '../../src/main/services/load-lexicon.ts'
import { readDocument } from '../../src/main/services/read-document.ts'
import { analyse } from '../../src/shared/comparison/analyse.ts'
import type { Target } from '../../src/shared/targets/target.ts'
import { type Label, type Matched, matchLabels } from './match-labels.ts'

const { values: options } = parseArgs({
  options: {
    labels: { type: 'string', default: fileURLToPath(new URL('labels', import.meta.url)) },
    corpus: { type: 'string', default: process.env['DUIGAO_CORPUS'] ?? '' },
    only: { type: 'string', default: '' },
    kind: { type: 'string', default: 'target' },
    errors: { type: 'boolean', default: false },
  },
})
if (options.corpus === '') {
  console.error('score-labels.ts needs --corpus (or DUIGAO_CORPUS)')
  process.exit(2)
}

interface LabelHead {
  readonly file: string
  readonly range: readonly [number, number]
  readonly kinds?: readonly string[]
}

const FIELDS = ['unit', 'bound', 'measure', 'period'] as const
const lexicon = loadLexicon()
const total = { labels: 0, found: 0, pairs: 0 }
const files = readdirSync(options.labels).filter((name) => name.endsWith('.jsonl') && name.includes(options.only))
for (const file of files.sort()) {
  const both = await readBoth(join(options.labels, file))
  if (both === null) continue
  const matched = withoutOptional(matchLabels(both.labels, both.targets))
  const count = {
    labels: matched.pairs.length + matched.missed.length,
    found: matched.pairs.length + matched.wrong.length,
    pairs: matched.pairs.length,
  }
  total.labels += count.labels
  total.found += count.found
  total.pairs += count.pairs
  const shares = FIELDS.map((field) => `${field} ${share(matched, field)}`).join('  ')
  console.log(`${file.padEnd(36)} ${scores(count)}  ${shares}`)
  if (options.errors) printErrors(matched)
}
console.log(`${'total'.padEnd(36)} ${scores(total)}`)

/** The labels and targets of the kind asked for, or null when the file has no labels of that kind. */
async function readBoth(file: string): Promise<{ labels: Label[]; targets: Target[] } | null> {
  const [head = '{}', ...lines] = readFileSync(file, 'utf8').split('\n').filter(Boolean)
  const { file: name, range, kinds = ['target', 'qualitative'] } = JSON.parse(head) as LabelHead
  if (!kinds.includes(options.kind)) return null
  const text = Array.from(readFileSync(findText(name), 'utf8'))
    .slice(range[0], range[1])
    .join('')
  const read = await readDocument(Buffer.from(text), 'stdin.txt')
  const { targets } = analyse(read.text, lexicon, read)
  return {
    labels: lines
      .map((line) => JSON.parse(line) as Label)
      .filter((label) => label.kind === options.kind)
      .sort((a, b) => a.start - b.start),
    targets: targets.filter((target) => target.kind === options.kind),
  }
}

function findText(name: string): string {
  const entries = readdirSync(options.corpus, { withFileTypes: true, recursive: true })
  const found = entries.find((entry) => entry.isFile() && (entry.name === name || entry.name === `national-${name}`))
  if (found === undefined) throw new Error(`${name} is not under ${options.corpus}`)
  return join(found.parentPath, found.name)
}

/** Pairs with an optional label, and optional labels missed, count neither way. */
function withoutOptional({ pairs, missed, wrong }: Matched<Label, Target>): Matched<Label, Target> {
  return {
    pairs: pairs.filter(([label]) => label.optional !== true),
    missed: missed.filter((label) => label.optional !== true),
    wrong,
  }
}

function scores({ labels, found, pairs }: { labels: number; found: number; pairs: number }): string {
  const precision = found === 0 ? 0 : pairs / found
  const recall = labels === 0 ? 0 : pairs / labels
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
  const figures = `labels ${labels}  found ${found}  pairs ${pairs}`
  return `${figures}  precision ${precision.toFixed(3)}  recall ${recall.toFixed(3)}  F1 ${f1.toFixed(3)}`
}

function share({ pairs }: Matched<Label, Target>, field: (typeof FIELDS)[number]): string {
  const agreeing = pairs.filter(([label, target]) => plain(label[field]) === plain(target[field]))
  return pairs.length === 0 ? '—' : (agreeing.length / pairs.length).toFixed(3)
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/[\s（）()]/g, '')
}

function printErrors({ pairs, missed, wrong }: Matched<Label, Target>): void {
  const figure = (t: Label | Target): string =>
    `${t.start}\t${t.indicator}\t${t.value}${t.max === null ? '' : `–${t.max}`}${t.unit}\t${t.period}`
  for (const label of missed) console.log(`  missed\t${figure(label)}`)
  for (const target of wrong) console.log(`  wrong\t${figure(target)}\t${target.quote}`)
  for (const [label, target] of pairs) {
    const other = FIELDS.filter((field) => plain(label[field]) !== plain(target[field]))
    const differing = other.map((field) => `${field} ${label[field]} ≠ ${target[field]}`).join(', ')
    if (other.length > 0) console.log(`  differs\t${figure(label)}\t${differing}`)
  }
}
