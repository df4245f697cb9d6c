/**
 * Checks at length that a session gives after every edit what a comparison in full gives, and the laws of merging.
 *
 *   npm exec -- node bench/compare/live-laws.ts [--steps 10000] [--runs 10000]
 *
 * Runs the unit tests of both with more cases: edits in all for sessions, triples of revisions for each law of merging.
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: { steps: { type: 'string', default: '10000' }, runs: { type: 'string', default: '10000' } },
})
/** A law takes minutes at this length. */
const TIMEOUT_MS = 60 * 60 * 1000

const project = join(import.meta.dirname, '../..')
const { status } = spawnSync(
  process.execPath,
  [
    join(project, 'node_modules/vitest/vitest.mjs'),
    'run',
    'src/shared/diff/session',
    'src/shared/diff/topics',
    'src/shared/diff/merge',
    `--testTimeout=${TIMEOUT_MS}`,
  ],
  {
    cwd: project,
    stdio: 'inherit',
    env: { ...process.env, DUIGAO_SESSION_STEPS: values.steps, DUIGAO_LAW_RUNS: values.runs },
  },
)
process.exitCode = status ?? 1
