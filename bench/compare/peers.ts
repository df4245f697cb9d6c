/**
 * Measures the comparison against the engines others use, in the same process and run.
 *
 *   npm exec -- node bench/compare/peers.ts [--corpus DIR] [--only WORK] [--engine NAME] [--limit SECONDS]
 *
 * DIR (also: DUIGAO_CORPUS) holds real reports and plans; without it only the project's own samples are compared, and it
 * says so. Every engine runs in a worker of its own and is ended after the limit. Times are processor time of that worker.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { ENGINES, type Outcome } from './engines.ts'
import { editLightly } from './light-edits.ts'

const { values } = parseArgs({
  options: {
    corpus: { type: 'string', default: process.env['DUIGAO_CORPUS'] ?? '' },
    only: { type: 'string', default: '' },
    engine: { type: 'string', default: '' },
    limit: { type: 'string', default: '20' },
    sizes: { type: 'string', default: '10000,100000,500000,1000000' },
  },
})
const limit = Number(values.limit) * 1000

interface Work {
  readonly name: string
  readonly left: string
  readonly right: string
}

interface Measured {
  readonly first: number
  readonly best: number
  readonly megabytes: number
  readonly outcome: Outcome
}

for (const work of [...works(), ...growth()].filter(({ name }) => name.includes(values.only))) await measure(work)

/** One table: every engine on one piece of work. */
async function measure({ name, left, right }: Work): Promise<void> {
  console.log(`\n${name} (${left.length} → ${right.length} characters)`)
  let ourBest = Number.NaN
  for (const engine of Object.keys(ENGINES).filter((key) => key.includes(values.engine))) {
    const result = await runEngine(engine, left, right)
    if (result === null) {
      console.log(`  ${engine.padEnd(18)} > ${values.limit} s`)
      continue
    }
    if (engine === 'duigao') ourBest = result.best
    const { changes, marked, moves, precise } = result.outcome
    const ratio = engine === 'duigao' ? '' : `  we take ${(ourBest / result.best).toPrecision(2)} × that`
    console.log(
      `  ${engine.padEnd(18)} ${time(result.best).padStart(9)} (first ${time(result.first)})  ${changes} changes, ${marked} characters marked, ${moves} moves${precise ? '' : ', NOT PRECISE'}, heap ${result.megabytes} MB${ratio}`,
    )
  }
}

function time(milliseconds: number): string {
  return milliseconds < 1000 ? `${milliseconds.toFixed(1)} ms` : `${(milliseconds / 1000).toFixed(2)} s`
}

function runEngine(engine: string, left: string, right: string): Promise<Measured | null> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('engine-worker.ts', import.meta.url), { workerData: { engine, left, right } })
    const timer = setTimeout(() => {
      void worker.terminate().then(() => resolve(null))
    }, limit)
    worker.once('message', (result: Measured) => {
      clearTimeout(timer)
      void worker.terminate().then(() => resolve(result))
    })
    worker.once('error', (error) => {
      clearTimeout(timer)
      reject(error)
    })
  })
}

/** Reports and plans of the corpus; the samples where there is none. */
function works(): Work[] {
  const samples = join(import.meta.dirname, '../../resources/samples')
  const plan = clean(join(samples, 'qingchuan-155-plan-2-discussion.txt'))
  const own = [
    {
      name: 'sample: consecutive drafts',
      left: plan,
      right: clean(join(samples, 'qingchuan-155-plan-3-consultation.txt')),
    },
  ]
  if (!hasCorpus()) {
    console.log('no corpus (DUIGAO_CORPUS): real reports, real plans and growth are left out')
    return own
  }
  const corpus = (...path: string[]): string => clean(join(values.corpus, ...path))
  const report = corpus('reports', 'national-2024.txt')
  return [
    ...own,
    { name: 'report, 40 edits', left: report, right: editLightly(report, 40, 7) },
    { name: 'consecutive reports', left: report, right: corpus('reports', 'national-2025.txt') },
    {
      name: 'consecutive five-year plans',
      left: corpus('plans', '11-十一五规划纲要2006-2010.txt'),
      right: corpus('plans', '12-十二五规划纲要2011-2015.txt'),
    },
  ]
}

/** Ever longer texts with one edit to 500 characters, and one text of half a million rewritten outright. */
function growth(): Work[] {
  if (!hasCorpus()) return []
  const folders = ['reports', 'local', 'plans']
  const files = folders.flatMap((folder) => readdirSync(join(values.corpus, folder)).map((file) => join(folder, file)))
  const laws = readdirSync(join(values.corpus, 'pairs')).map((pair) => join('pairs', pair, 'before.txt'))
  let text = ''
  for (let round = 0; text.length < 1_000_000; round += 1) {
    for (const file of [...files, ...laws].filter((name) => name.endsWith('.txt')))
      text += `\n${clean(join(values.corpus, file)).replaceAll('的', round === 0 ? '的' : `的${round}`)}`
  }
  return values.sizes
    .split(',')
    .map(Number)
    .map((size) => {
      const left = text.slice(0, size)
      return { name: `growth ${size}`, left, right: editLightly(left, size / 500, 11) }
    })
}

function hasCorpus(): boolean {
  return values.corpus !== '' && existsSync(join(values.corpus, 'reports'))
}

function clean(file: string): string {
  const lines = readFileSync(file, 'utf8')
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
  return lines
    .map((line) => line.trim())
    .filter((line) => line.length > 1)
    .join('\n')
}
