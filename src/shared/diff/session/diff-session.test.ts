import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { diffDocuments } from '../diff-documents.ts'
import { side } from '../diff-laws.test-helper.ts'
import type { DiffSide } from '../units/unit.ts'
import { createDiffSession } from './create-diff-session.ts'
import { applyStep, documents, type EditStep, editSteps, FIELDS, outlined, plans } from './edit-steps.test-helper.ts'

/** Steps in all; the long run of the quality bench asks for more. */
const STEPS = Number(process.env['DUIGAO_SESSION_STEPS'] ?? 600)
/** Long enough in the long run for what was not met for a while to be forgotten. */
const STEPS_A_RUN = Math.max(20, STEPS / 40)
const TERMS = ['城镇污水处理率', '单位能耗', '养老床位']

/** A person at work: every so often the last steps are taken back. */
const sequences: fc.Arbitrary<readonly (EditStep | 'undo')[]> = fc.array(
  fc.oneof({ weight: 5, arbitrary: editSteps }, { weight: 1, arbitrary: fc.constant('undo' as const) }),
  { minLength: STEPS_A_RUN, maxLength: STEPS_A_RUN },
)

/** The drafts that the steps lead to, one a step. */
function drafts(text: string, steps: readonly (EditStep | 'undo')[]): DiffSide[] {
  const past = [text]
  return steps.map((step) => {
    if (step === 'undo') past.splice(Math.max(1, past.length - 1))
    else past.push(applyStep(past.at(-1) ?? '', step))
    return outlined(past.at(-1) ?? '')
  })
}

describe('a session', () => {
  test('after every step gives what a comparison in full gives', () => {
    fc.assert(
      fc.property(documents, documents, fc.boolean(), sequences, (baseline, other, isRevision, steps) => {
        // A draft begins as the baseline or as another document altogether.
        const left = outlined(baseline)
        const session = createDiffSession(left, { terms: TERMS })
        for (const draft of drafts(isRevision ? baseline : other, steps))
          expect(session.update(draft)).toEqual(diffDocuments(left, draft, { terms: TERMS }))
      }),
      { numRuns: Math.ceil(STEPS / STEPS_A_RUN) },
    )
  })
  test('after every step in a plan written anew gives what a comparison in full gives', () => {
    const settings = { terms: TERMS, fields: FIELDS }
    fc.assert(
      fc.property(plans, plans, sequences, (baseline, draft, steps) => {
        const left = outlined(baseline)
        const session = createDiffSession(left, settings)
        for (const right of drafts(draft, steps))
          expect(session.update(right)).toEqual(diffDocuments(left, right, settings))
      }),
      { numRuns: Math.ceil(STEPS / STEPS_A_RUN) },
    )
  })
  test('what time cut short once is compared in full when there is time', () => {
    const [left, right] = [side('粮食总产量达到31万吨，单产稳步提高。'), side('粮食总产量达到33万吨，单产稳步提高。')]
    const session = createDiffSession(left)
    let asked = 0
    expect(session.update(right, () => (asked += 1) > 1).precise).toBe(false)
    expect(session.update(right)).toEqual(diffDocuments(left, right))
  })
  test('a draft that has nothing to do with the one before', () => {
    const left = side('一、水利', '新建水库3座。')
    const session = createDiffSession(left)
    for (const right of [left, side(''), side('新建水库3座。', '一、水利'), side('二、水利', '新建水库5座。'), left])
      expect(session.update(right)).toEqual(diffDocuments(left, right))
  })
})
