/**
 * Measures what one keystroke costs while a draft is compared with its baseline.
 *
 *   npm exec -- node bench/compare/keystrokes.ts [--corpus DIR] [--strokes N] [--only NAME] [--part PART]
 *
 * DIR (also: DUIGAO_CORPUS) holds real reports and plans; without it only the project's own samples are typed in, and it says
 * so. For every stroke a character is put in or taken out somewhere in the draft and the text is read and compared anew, as
 * the page's worker does. Printed are the median and the 95th percentile, by processor time and by the clock, of the
 * comparison of blocks alone (`rows`), of all that the worker does (`all`: outline, rows, targets, checks, the message), and of
 * putting the comparison together in the page (`page`). NAME is part of the name of a work, PART one of the three.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { loadLexicon } from '../../src/main/services/load-lexicon.ts'
import { analyse } from '../../src/shared/comparison/analyse.ts'
import type { Comparison } from '../../src/shared/comparison/comparison.ts'
import { applyPatch, diffComparisons } from '../../src/shared/comparison/comparison-patch.ts'
import { createComparisonSession } from '../../src/shared/comparison/comparison-session.ts'
import { createDiffSession } from '../../src/shared/diff/session/create-diff-session.ts'
import { OutlineMemory } from '../../src/shared/outline/outline-memory.ts'
import { parseOutline } from '../../src/shared/outline/parse.ts'
import { editLightly, seeded } from './light-edits.ts'

const { values } = parseArgs({
  options: {
    corpus: { type: 'string', default: process.env['DUIGAO_CORPUS'] ?? '' },
    strokes: { type: 'string', default: '300' },
    only: { type: 'string', default: '' },
    part: { type: 'string', default: '' },
  },
})
/** Strokes before measuring, in which the engine's code gets warm as it does within seconds of typing. */
const WARM = 40
const TYPED = Array.from('的了加快推进建设3、，。；亿元')
const lexicon = loadLexicon()
const terms = lexicon.indicators.flatMap((entry) => [entry.name, ...entry.synonyms])

interface Work {
  readonly name: string
  readonly left: string
  readonly right: string
}

for (const work of works().filter(({ name }) => name.includes(values.only))) measure(work)

function measure({ name, left, right }: Work): void {
  console.log(`\n${name} (${left.length} → ${right.length} characters)`)
  const session = createDiffSession({ text: left, blocks: parseOutline(left) }, { terms, fields: lexicon.fields ?? [] })
  const outline = new OutlineMemory()
  report('rows', right, (text) => session.update({ text, blocks: parseOutline(text, [], outline) }))
  const comparison = createComparisonSession(analyse(left, lexicon), lexicon)
  const { facts, title } = analyse(right, lexicon)
  const now = (): number => performance.now()
  const update = (text: string): Comparison => comparison.update(text, { facts, title }, { now, limit: 8000 })
  let shown = update(right)
  report('all', right, (text) => {
    const next = update(text)
    structuredClone(diffComparisons(shown, next))
    shown = next
  })
  let page = shown
  let patch = structuredClone(diffComparisons(page, shown))
  report(
    'page',
    right,
    (text) => {
      page = applyPatch(page, patch, text)
    },
    (text) => {
      const next = update(text)
      patch = diffComparisons(page, next)
    },
  )
}

/** Types into the text and tells what the strokes cost. */
function report(
  what: string,
  text: string,
  compare: (text: string) => unknown,
  prepare: (text: string) => unknown = () => undefined,
): void {
  if (!what.includes(values.part)) return
  const strokes = keystrokes(text, Number(values.strokes) + WARM, 17)
  const times: { processor: number; clock: number }[] = []
  let shown = text
  prepare(shown)
  compare(shown)
  for (const { at, erase, typed } of strokes) {
    shown = shown.slice(0, at) + typed + shown.slice(at + erase)
    prepare(shown)
    const [cpu, clock] = [process.threadCpuUsage(), performance.now()]
    compare(shown)
    const { user, system } = process.threadCpuUsage(cpu)
    times.push({ processor: (user + system) / 1000, clock: performance.now() - clock })
  }
  const measured = times.slice(WARM)
  const told = (['processor', 'clock'] as const).map((kind) => {
    const sorted = measured.map((time) => time[kind]).sort((a, b) => a - b)
    const at = (share: number): string => (sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN).toFixed(1)
    return `${kind} p50 ${at(0.5)} p95 ${at(0.95)} max ${at(1)} ms`
  })
  console.log(`  ${what.padEnd(6)} ${told.join('   ')}`)
}

interface Stroke {
  readonly at: number
  readonly erase: number
  readonly typed: string
}

/** Runs of strokes as people type: some characters at one place, now and then one taken back, then elsewhere. */
function keystrokes(text: string, count: number, seed: number): Stroke[] {
  const random = seeded(seed)
  const strokes: Stroke[] = []
  let [at, length, left] = [0, text.length, 0]
  while (strokes.length < count) {
    if (left === 0) {
      at = Math.floor(random() * length)
      left = 3 + Math.floor(random() * 8)
    }
    left -= 1
    const kind = random()
    // A line break splits a block, one in forty strokes.
    const typed = kind < 0.025 ? '\n' : kind < 0.75 ? (TYPED[Math.floor(random() * TYPED.length)] ?? '') : ''
    const erase = typed === '' && at > 0 ? 1 : 0
    at -= erase
    strokes.push({ at, erase, typed })
    at += typed.length
    length += typed.length - erase
  }
  return strokes
}

function works(): Work[] {
  const samples = join(import.meta.dirname, '../../resources/samples')
  const own = {
    name: 'sample: consecutive drafts',
    left: clean(join(samples, 'qingchuan-155-plan-2-discussion.txt')),
    right: clean(join(samples, 'qingchuan-155-plan-3-consultation.txt')),
  }
  if (values.corpus === '' || !existsSync(join(values.corpus, 'reports'))) {
    console.log('no corpus (DUIGAO_CORPUS): real reports and plans are left out')
    return [own]
  }
  const corpus = (...path: string[]): string => clean(join(values.corpus, ...path))
  const reports = readdirSync(join(values.corpus, 'reports')).sort()
  const long = reports
    .map((file) => corpus('reports', file))
    .join('\n')
    .slice(0, 100_000)
  return [
    own,
    { name: 'draft of 100 000 characters', left: long, right: editLightly(long, 200, 3) },
    {
      name: 'consecutive five-year plans',
      left: corpus('plans', '11-十一五规划纲要2006-2010.txt'),
      right: corpus('plans', '12-十二五规划纲要2011-2015.txt'),
    },
    {
      name: 'consecutive provincial reports',
      left: corpus('local', '浙江省-2025政府工作报告.txt'),
      right: corpus('local', '浙江省-2026政府工作报告.txt'),
    },
  ]
}

function clean(file: string): string {
  return readFileSync(file, 'utf8')
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line.length > 1)
    .join('\n')
}
