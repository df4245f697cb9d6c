import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CheckSettings } from '../checks/check-settings.ts'
import { applyStep, documents, editSteps } from '../diff/session/edit-steps.test-helper.ts'
import type { DocumentFacts } from '../outline/document-facts.ts'
import { factsOf, testLexicon } from '../targets/lexicon.test-helper.ts'
import { analyse } from './analyse.ts'
import { compareAnalyses } from './compare-analyses.ts'
import { findingsOf } from './comparison.ts'
import { createComparisonSession } from './comparison-session.ts'

const options = { now: () => 0 }
const checks: CheckSettings = {
  disabled: ['duplicate-block'],
  phrases: [{ preferred: '营商环境改善', avoid: ['优化营商环境'], note: '' }],
}

/** What left and right are to each other, for each role of a baseline and for none. */
const pairs = fc.constantFrom<readonly [DocumentFacts, DocumentFacts]>(
  [plan('city', 2021), plan('city', 2026)],
  [plan('province', 2026), plan('city', 2026)],
  [plan('city', 2026), { ...plan('city', 2026), kind: 'government-report', period: { from: 2026, to: 2026 } }],
  [plan('city', 2026), plan('city', 2026)],
)

function plan(level: 'city' | 'province', from: number): DocumentFacts {
  const region = level === 'city' ? '临江市' : '江南省'
  return { ...factsOf('five-year-plan', { from, to: from + 4 }), region, level }
}

test('after every edit gives what reading and comparing in full gives', () => {
  fc.assert(
    fc.property(documents, fc.array(editSteps, { minLength: 10, maxLength: 10 }), pairs, (baseline, steps, pair) => {
      const left = analyse(baseline, testLexicon, { facts: pair[0] })
      const known = { facts: pair[1], checks }
      const { disabled } = checks
      const session = createComparisonSession(left, testLexicon)
      let text = baseline
      for (const step of steps) {
        text = applyStep(text, step)
        const inFull = compareAnalyses(left, analyse(text, testLexicon, known), testLexicon, { ...options, disabled })
        expect(session.update(text, known, options)).toEqual(inFull)
      }
    }),
    { numRuns: 20 },
  )
})

describe('findings beside the baseline', () => {
  const OLD = '临江市规划纲要\n一、主要目标\n到2025年，森林覆盖率达到60%。\n到2025年，粮食播种面积稳定在30万亩。'
  const NEW = '临江市规划纲要\n一、主要目标\n到2030年，森林覆盖率达到61%。\n优化营商环境。'
  const session = createComparisonSession(analyse(OLD, testLexicon, { facts: plan('city', 2021) }), testLexicon)

  test('stand behind those of the document alone, with their evidence in the baseline', () => {
    const comparison = session.update(NEW, { facts: plan('city', 2026), checks }, options)
    expect(comparison.against.role).toBe('previous')
    expect(findingsOf(comparison).map(({ code }) => code)).toEqual(['phrase-departure', 'no-successor'])
    const [place] = comparison.against.findings[0]?.against ?? []
    expect(OLD.slice(place?.start, place?.end)).toContain('粮食播种面积')
  })
  test('are counted where their kind is switched off, as are those of the document alone', () => {
    const off: CheckSettings = { ...checks, disabled: ['no-successor', 'phrase-departure'] }
    const { right, against } = session.update(NEW, { facts: plan('city', 2026), checks: off }, options)
    expect([right.findings, right.hidden]).toEqual([[], { 'phrase-departure': 1 }])
    expect(against).toEqual({ role: 'previous', findings: [], hidden: { 'no-successor': 1 } })
  })
  test('there are none beside an earlier draft of the same plan', () => {
    const { against } = session.update(NEW, { facts: plan('city', 2021), checks }, options)
    expect(against).toEqual({ role: null, findings: [], hidden: {} })
  })
})
