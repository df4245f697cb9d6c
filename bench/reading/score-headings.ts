/**
 * Scores the headings that are found in documents of the corpus, and their levels, against those an official would mark.
 *
 *   DUIGAO_CORPUS=DIR node bench/reading/score-headings.ts [--show] [FILE …]
 *
 * headings-truth.json holds for each file the headings by the SHA-1 of their text without blanks (its first 12 digits) and their level.
 * `recall` is over the headings that are a line of their own in the text as read; `glued` counts those that are not.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { readDocument } from '../../src/main/services/read-document.ts'

const corpus = process.env['DUIGAO_CORPUS']
if (corpus === undefined) throw new Error('set DUIGAO_CORPUS')
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { show: { type: 'boolean', default: false } },
})
const truths = JSON.parse(readFileSync(join(import.meta.dirname, 'headings-truth.json'), 'utf8')) as Record<
  string,
  readonly (readonly [string, number])[]
>

interface Score {
  readonly found: number
  readonly right: number
  /** Headings of the truth that were found, each once. */
  readonly seen: number
  readonly own: number
  readonly glued: number
  readonly sameLevel: number
}

function keyOf(line: string): string {
  return createHash('sha1').update(line.replace(/\s/g, '')).digest('hex').slice(0, 12)
}

async function score(file: string): Promise<Score> {
  const { text, blocks } = await readDocument(readFileSync(join(corpus ?? '', file)), basename(file))
  const truth = new Map(truths[file])
  const lines = new Set(text.split('\n').map(keyOf))
  const headings = blocks.filter((block) => block.kind === 'heading')
  const seen = new Set<string>()
  let [right, sameLevel] = [0, 0]
  for (const block of headings) {
    const line = text.slice(block.start, block.end)
    const level = truth.get(keyOf(line))
    if (level !== undefined) {
      right += 1
      seen.add(keyOf(line))
    }
    if (level === block.level) sameLevel += 1
    if (values.show && level !== block.level) {
      console.log(
        `  ${level === undefined ? 'no heading' : `level ${level}, not ${block.level}`}: ${line.slice(0, 40)}`,
      )
    }
  }
  const missed = text.split('\n').filter((line) => truth.has(keyOf(line)) && !seen.has(keyOf(line)))
  if (values.show) for (const line of missed) console.log(`  missed: ${line.slice(0, 40)}`)
  const own = [...truth.keys()].filter((key) => lines.has(key)).length
  return { found: headings.length, right, seen: seen.size, own, glued: truth.size - own, sameLevel }
}

const ratio = (part: number, whole: number): string => (whole === 0 ? '1.000' : (part / whole).toFixed(3))

function print(name: string, { found, right, seen, own, glued, sameLevel }: Score): void {
  const figures = [
    `precision ${ratio(right, found)}`,
    `recall ${ratio(seen, own)}`,
    `levels ${ratio(sameLevel, right)}`,
  ]
  console.log(`${figures.join('  ')}  headings ${own}${glued > 0 ? `, ${glued} glued` : ''}  ${name}`)
}

let all: Score = { found: 0, right: 0, seen: 0, own: 0, glued: 0, sameLevel: 0 }
for (const file of Object.keys(truths)) {
  if (positionals.length > 0 && !positionals.includes(file)) continue
  const one = await score(file)
  print(file, one)
  all = {
    found: all.found + one.found,
    right: all.right + one.right,
    seen: all.seen + one.seen,
    own: all.own + one.own,
    glued: all.glued + one.glued,
    sameLevel: all.sameLevel + one.sameLevel,
  }
}
print(`${Object.keys(truths).length} documents`, all)
