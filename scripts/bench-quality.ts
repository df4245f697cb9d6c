/**
 * `npm run bench:quality`: the scores of reading, targets and comparison on the corpus of real documents (DUIGAO_CORPUS); the
 * comparison also needs the tools that make and score known edits (DUIGAO_TOOLS). Says what it leaves out.
 */
import { inProject } from './project.ts'
import { runNode } from './run.ts'

const SCORES: readonly { readonly name: string; readonly file: string; readonly needs: readonly string[] }[] = [
  { name: 'reading', file: 'bench/reading/score-reading.ts', needs: ['DUIGAO_CORPUS'] },
  { name: 'targets', file: 'bench/targets/score-labels.ts', needs: ['DUIGAO_CORPUS'] },
  { name: 'comparison', file: 'bench/compare/quality.ts', needs: ['DUIGAO_CORPUS', 'DUIGAO_TOOLS'] },
  { name: 'counterparts', file: 'bench/compare/counterparts.ts', needs: ['DUIGAO_CORPUS'] },
  { name: 'real pairs', file: 'bench/compare/real-pairs.ts', needs: ['DUIGAO_CORPUS'] },
  { name: 'laws of the comparison', file: 'bench/compare/laws.ts', needs: [] },
  { name: 'laws of sessions and merging', file: 'bench/compare/live-laws.ts', needs: [] },
]

for (const { name, file, needs } of SCORES) {
  console.log(`\n── ${name} ──`)
  const missing = needs.filter((variable) => !process.env[variable])
  if (missing.length > 0) console.log(`left out: ${missing.join(' and ')} not set`)
  else process.exitCode = (await runNode([inProject(file)])) || process.exitCode
}
