/**
 * Checks the laws of the comparison on very many made-up pairs: rows cover both texts, edits rebuild both sides, a text
 * compared with itself is all equal, and comparing the other way round counts the same with inserted and deleted exchanged.
 *
 *   npm exec -- node bench/compare/laws.ts [--runs 10000] [--seed N]
 *
 * The pairs are documents and their revisions, edited step by step as people do. Ends with code 1 and the pair that broke a law.
 */
import { parseArgs } from 'node:util'
import * as fc from 'fast-check'
import { type DiffSide, diffDocuments } from '../../src/shared/diff/diff-documents.ts'
import { applyStep, documents, editSteps, outlined } from '../../src/shared/diff/session/edit-steps.test-helper.ts'
import { checkRows, countsOf } from './check-rows.ts'

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '10000' }, seed: { type: 'string', default: '20260' } },
})

const pairs = fc
  .tuple(documents, documents, fc.boolean(), fc.array(editSteps, { maxLength: 8 }))
  .map(([text, other, isRevision, steps]): [DiffSide, DiffSide] => {
    const revised = steps.reduce((draft, step) => applyStep(draft, step), isRevision ? text : other)
    return [outlined(text), outlined(revised)]
  })

let asymmetric = 0
let runs = 0
fc.assert(
  fc.property(pairs, ([left, right]) => {
    runs += 1
    const result = diffDocuments(left, right)
    checkRows(left, right, result)
    const own = diffDocuments(left, left)
    if (own.rows.some((row) => row.kind !== 'equal' || row.moved)) throw new Error('a text is not equal to itself')
    if (countsOf(diffDocuments(right, left), true) !== countsOf(result, false)) asymmetric += 1
  }),
  { numRuns: Number(values.runs), seed: Number(values.seed) },
)
console.log(
  `${runs} pairs: covered, rebuilt and equal to themselves; the other way round counts differ in ${asymmetric}`,
)
if (asymmetric > 0) process.exitCode = 1
