/** `npm run check`: what a change has to pass before anything slower is worth running; under a minute. */
import { inProject } from './project.ts'
import { run, runNode } from './run.ts'

const bin = (name: string) => inProject('node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name)
const shell = process.platform === 'win32'

/** Tests that wait for clocks, processes or thousands of damaged files; `npm test` runs them. */
const SLOW = [
  '**/fuzz.test.ts',
  '**/task-runner.test.ts',
  '**/search-service.test.ts',
  '**/sample-service.test.ts',
  '**/import-cancel.test.ts',
  '**/recount.test.ts',
  '**/open-library.test.ts',
  '**/crash.test.ts',
]

const steps: readonly (readonly [name: string, () => Promise<number>])[] = [
  ['format', () => run(bin('biome'), ['check', '.'], { shell })],
  ['lint', () => run(bin('oxlint'), ['--type-aware'], { shell })],
  ['types', () => run(bin('tsc'), ['-b'], { shell })],
  ['unused', () => run(bin('knip'), [], { shell })],
  [
    'unit',
    () =>
      // Without the corpus: the tests on real documents belong to `npm test`.
      runNode(
        [
          inProject('node_modules/vitest/vitest.mjs'),
          'run',
          '--reporter=dot',
          // One worker for many files: half the time. `npm test` keeps them apart.
          '--no-isolate',
          ...SLOW.map((pattern) => `--exclude=${pattern}`),
        ],
        { env: { ...process.env, DUIGAO_CORPUS: '' } },
      ),
  ],
]

for (const [name, step] of steps) {
  const startedAt = performance.now()
  const code = await step()
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${((performance.now() - startedAt) / 1000).toFixed(1)} s)`)
  if (code !== 0) {
    process.exitCode = code
    break
  }
}
