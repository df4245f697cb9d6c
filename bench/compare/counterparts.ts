/**
 * Scores where the comparison puts the counterparts of passages and sections of rewritten plans, against truth written by hand.
 *
 *   npm exec -- node bench/compare/counterparts.ts --corpus DIR [--truth plans-11-12] [--errors]
 *
 * DIR (also: DUIGAO_CORPUS) holds the plans. The truth (bench/compare/truth) names lines of the raw files only: for each
 * passage the lines of the other plan that say a new thing about the same matter, none where there is nothing; `orNone`
 * where a reader would take either; a place is its line, and `.0` the heading on it. A passage is found `first` when the
 * counterpart stands in its row, or first among the related blocks of a row without partner; `named` when it stands among those,
 * doubtful ones included. Where there is nothing, no block may be named but as doubtful. A section is found when it is matched
 * with the counterpart. Everything was drawn by lot.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { loadLexicon } from '../../src/main/services/load-lexicon.ts'
import { type DiffResult, diffDocuments } from '../../src/shared/diff/diff-documents.ts'
import { readSide } from './edited-pairs.ts'
import { type Places, resolvePlaces } from './resolve-places.ts'

const { values } = parseArgs({
  options: {
    corpus: { type: 'string', default: process.env['DUIGAO_CORPUS'] ?? '' },
    truth: { type: 'string', default: '' },
    errors: { type: 'boolean', default: false },
  },
})
if (values.corpus === '') {
  console.error('counterparts.ts needs --corpus (or DUIGAO_CORPUS)')
  process.exit(2)
}

type Side = 'left' | 'right'
interface Item {
  readonly side: Side
  readonly at: string
  readonly counterparts: readonly string[]
  readonly orNone?: true
}
interface Truth {
  readonly left: { readonly file: string; readonly sha1: string }
  readonly right: { readonly file: string; readonly sha1: string }
  readonly sections: readonly Item[]
  readonly passages: readonly Item[]
}
interface Compared {
  readonly result: DiffResult
  readonly places: Readonly<Record<Side, Places>>
}
/** Where the comparison puts a passage or section: the ranges of the other side, none when it says there is nothing. */
type Answer = readonly { readonly start: number; readonly end: number; readonly doubtful?: true }[] | null

const folder = join(import.meta.dirname, 'truth')
for (const file of readdirSync(folder).filter((name) => name.includes(values.truth))) {
  const truth = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Truth
  await score(file.replace('.json', ''), truth)
}

async function score(name: string, truth: Truth): Promise<void> {
  const sides = { left: await readPlan(truth.left), right: await readPlan(truth.right) }
  const { indicators, fields = [] } = loadLexicon()
  const terms = indicators.flatMap((entry) => [entry.name, ...entry.synonyms])
  const result = diffDocuments(sides.left, sides.right, { terms, fields })
  const compared = { result, places: { left: sides.left.places, right: sides.right.places } }
  const figures = {
    sections: share(truth.sections, (item) => judge('section', item, answerForSection(item, compared), compared)),
    first: share(truth.passages, (item) => judge('passage', item, answerForPassage(item, compared, 1), compared)),
    named: share(truth.passages, (item) => judge('passage', item, answerForPassage(item, compared, 3), compared)),
  }
  console.log(`${name}: ${JSON.stringify(figures)}`)
}

async function readPlan({ file, sha1 }: Truth['left']) {
  const path = join(values.corpus, file)
  const bytes = readFileSync(path)
  if (createHash('sha1').update(bytes).digest('hex') !== sha1) throw new Error(`${file} is not the file of the truth`)
  const side = await readSide(path)
  return { ...side, places: resolvePlaces(bytes.toString('utf8'), side.text) }
}

/** Share found in all; among those with a counterpart beyond question; among those without any. */
function share(items: readonly Item[], isFound: (item: Item) => boolean) {
  const of = (list: readonly Item[]): string => `${list.filter((item) => found.has(item)).length}/${list.length}`
  const found = new Set(items.filter(isFound))
  return {
    all: Number((found.size / items.length).toFixed(3)),
    certain: of(items.filter((item) => item.counterparts.length > 0 && !item.orNone)),
    either: of(items.filter((item) => item.orNone)),
    none: of(items.filter((item) => item.counterparts.length === 0)),
  }
}

function judge(what: string, item: Item, answer: Answer, { places }: Compared): boolean {
  const other = item.side === 'left' ? 'right' : 'left'
  const wanted = item.counterparts.flatMap((name) => {
    const range = places[other].find(name)
    if (range === null) console.log(`  the place ${other} ${name} is not in the text`)
    return range ?? []
  })
  const isNone = answer?.every((range) => range.doubtful)
  const isFound =
    (isNone && (wanted.length === 0 || item.orNone === true)) ||
    (answer ?? []).some((range) => wanted.some(({ start, end }) => range.start < end && start < range.end))
  if (!isFound && values.errors)
    console.log(
      `  ${what} ${item.side} ${item.at}: expected ${item.counterparts.join(' ') || 'none'}, ${answer === null ? 'not a section' : answer.map(({ start }) => `${other} ${start}`).join(' ') || 'none'}`,
    )
  return isFound
}

function answerForSection({ side, at }: Item, { result, places }: Compared): Answer {
  const start = places[side].find(at)?.start
  const pair = result.sections.find((section) => section[side]?.start === start)
  if (!pair) return null
  const other = pair[side === 'left' ? 'right' : 'left']
  // The heading alone: a section within another would otherwise be found by any part of it.
  return other ? [{ start: other.start, end: other.start + 1 }] : []
}

/** What the row of a passage shows, or so many of the related blocks. */
function answerForPassage({ side, at }: Item, { result, places }: Compared, most: number): Answer {
  const range = places[side].find(at)
  if (!range) return null
  const other = side === 'left' ? 'right' : 'left'
  const row = result.rows.find((candidate) =>
    candidate[side].some(({ start, end }) => start < range.end && range.start < end),
  )
  if (!row) return null
  if (row[other].length > 0) return row[other]
  return (most > 1 ? row.related : row.related.filter((block) => !block.doubtful)).slice(0, most)
}
