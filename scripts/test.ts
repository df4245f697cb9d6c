/** `npm test`: types, lint, unit and end-to-end tests in turn, then what each came to and one closing line. */
import { rmSync } from 'node:fs'
import { inProject } from './project.ts'
import { run, runNode } from './run.ts'
import { addTotals, playwrightTotals, type Totals, totalsLine, vitestTotals } from './test-totals.ts'

const UNIT_REPORT = inProject('test-results', 'unit.json')
const E2E_REPORT = inProject('test-results', 'e2e.json')
const bin = (name: string) => inProject('node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name)
const shell = process.platform === 'win32'

interface Step {
  readonly name: string
  readonly run: () => Promise<number>
  /** Reads the step's own count; a step without one counts as nothing when it passes. */
  readonly totals?: () => Totals | null
}

async function lint(): Promise<number> {
  const format = await run(bin('biome'), ['check', '.'], { shell })
  const rules = await run(bin('oxlint'), ['--type-aware'], { shell })
  return format || rules
}

const STEPS: readonly Step[] = [
  { name: 'types', run: () => run(bin('tsc'), ['-b'], { shell }) },
  { name: 'lint', run: lint },
  {
    name: 'unit',
    run: () =>
      runNode([
        inProject('node_modules/vitest/vitest.mjs'),
        'run',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${UNIT_REPORT}`,
      ]),
    totals: () => vitestTotals(UNIT_REPORT),
  },
  { name: 'e2e', run: () => runNode([inProject('scripts/e2e.ts')]), totals: () => playwrightTotals(E2E_REPORT) },
]

/** A step that failed without saying how many tests failed counts as one failure. */
function totalsOf(step: Step, code: number): Totals {
  const counted = step.totals?.() ?? { passed: 0, failed: 0, skipped: 0 }
  return code !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted
}

const lines: string[] = []
const all: Totals[] = []
for (const report of [UNIT_REPORT, E2E_REPORT]) rmSync(report, { force: true })
for (const step of STEPS) {
  console.log(`\n── ${step.name} ──`)
  const startedAt = performance.now()
  const code = await step.run()
  const totals = totalsOf(step, code)
  all.push(totals)
  const seconds = Math.round((performance.now() - startedAt) / 1000)
  const counted = step.totals === undefined ? '' : `: ${totalsLine(totals)}`
  lines.push(`${code === 0 ? 'ok    ' : 'FAILED'} ${step.name}${counted} (${seconds} s)`)
}
if (!process.env.DUIGAO_CORPUS) lines.push('left out: tests on the corpus of real documents (DUIGAO_CORPUS is not set)')
const total = addTotals(all)
console.log(`\n${lines.join('\n')}\n${totalsLine(total)}`)
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1
