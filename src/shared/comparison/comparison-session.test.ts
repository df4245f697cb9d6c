import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyStep, documents, editSteps } from '../diff/session/edit-steps.test-helper.ts'
import { testLexicon } from '../targets/lexicon.test-helper.ts'
import { analyse } from './analyse.ts'
import { compareAnalyses } from './compare-analyses.ts'
import { createComparisonSession } from './comparison-session.ts'

const options = { now: () => 0 }

test('after every edit gives what reading and comparing in full gives', () => {
  fc.assert(
    fc.property(documents, fc.array(editSteps, { minLength: 10, maxLength: 10 }), (baseline, steps) => {
      const left = analyse(baseline, testLexicon)
      const session = createComparisonSession(left, testLexicon)
      let text = baseline
      for (const step of steps) {
        text = applyStep(text, step)
        const inFull = compareAnalyses(left, analyse(text, testLexicon), testLexicon, options)
        expect(session.update(text, {}, options)).toEqual(inFull)
      }
    }),
    { numRuns: 20 },
  )
})
