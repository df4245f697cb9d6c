/**
 * Damages files of every format and reads them: each must end in text or in a typed error, within the time limit.
 *
 *   node bench/reading/fuzz.ts [--cases 2000] [--seed 1] [--only pdf] [--folder DIR]
 *
 * --folder (or DUIGAO_CORPUS/files) holds real files that are damaged too. A reader runs in a worker that is ended when one
 * file takes longer than the limit. The exit code is 1 when anything failed.
 */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { type FuzzOutcome, fuzz } from '../../src/main/readers/fuzz.test-helper.ts'
import { fuzzSubjects } from '../../src/main/readers/fuzz-subjects.test-helper.ts'

/** Milliseconds in which every damaged file must be done with. */
const LIMIT = 20_000

interface Task {
  readonly name: string
  readonly cases: number
  readonly seed: number
  readonly folder: string | undefined
}

if (isMainThread) await main()
else await work(workerData as Task)

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      cases: { type: 'string', default: '2000' },
      seed: { type: 'string', default: '1' },
      only: { type: 'string' },
      folder: { type: 'string' },
    },
  })
  const corpus = process.env['DUIGAO_CORPUS']
  const folder = values.folder ?? (corpus === undefined ? undefined : join(corpus, 'files'))
  const names = fuzzSubjects(folder).map(({ name }) => name)
  let failed = false
  for (const name of names.filter((one) => values.only === undefined || values.only.split(',').includes(one))) {
    const outcome = await run({ name, cases: Number(values.cases), seed: Number(values.seed), folder })
    failed ||= outcome.failures.length > 0
    report(name, Number(values.cases), outcome)
  }
  process.exitCode = failed ? 1 : 0
}

/** Runs one reader's cases in a worker; a case that hangs ends it and is a failure. */
function run(task: Task): Promise<FuzzOutcome> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: task })
    let current = -1
    const hang = () => {
      const failures = [{ index: current, problem: `no end after ${LIMIT} ms` }]
      void worker.terminate().then(() => resolve({ texts: 0, errors: 0, slowest: LIMIT, failures }))
    }
    let watch = setTimeout(hang, LIMIT)
    worker.on('message', (message: number | FuzzOutcome) => {
      clearTimeout(watch)
      if (typeof message === 'number') {
        current = message
        watch = setTimeout(hang, LIMIT)
      } else resolve(message)
    })
    worker.on('error', (error) => {
      clearTimeout(watch)
      reject(new Error(`${task.name} case ${current}`, { cause: error }))
    })
  })
}

async function work({ name, cases, seed, folder }: Task): Promise<void> {
  const subject = fuzzSubjects(folder).find((one) => one.name === name)
  if (subject === undefined) throw new Error(`no reader ${name}`)
  const onCase = (index: number) => parentPort?.postMessage(index, [])
  parentPort?.postMessage(await fuzz(subject.read, subject.files, { cases, seed, limit: LIMIT, onCase }), [])
}

function report(name: string, cases: number, { texts, errors, slowest, failures }: FuzzOutcome): void {
  console.log(
    `${name.padEnd(5)} ${cases} cases: ${texts} texts, ${errors} errors, slowest ${Math.round(slowest)} ms, ${failures.length} failures`,
  )
  for (const { index, problem } of failures.slice(0, 10))
    console.log(`  case ${index}: ${problem.split('\n').slice(0, 6).join('\n    ')}`)
}
