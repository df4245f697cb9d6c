import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { withLoners } from '../align/order-matches.ts'
import { applyStep, EDIT_KINDS, editSteps, FIELDS, outlined, plans } from '../session/edit-steps.test-helper.ts'
import { toUnits, type Unit } from '../units/unit.ts'
import { UnitTexts } from '../units/unit-text.ts'
import { FieldMemory } from './field-index.ts'
import { type PairedByTopic, pairByTopic } from './pair-by-topic.ts'
import { FieldFinder } from './policy-fields.ts'
import { TopicMemory } from './topic-memory.ts'

const STEPS = Number(process.env['DUIGAO_SESSION_STEPS'] ?? 600)
const STEPS_A_RUN = 30

/** Mostly edits within a line, as most keystrokes are: it is after these that most is remembered. */
const steps = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom('type', 'erase', 'rename-heading') }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom(...EDIT_KINDS) }) },
)

/** Compares two sides of which no unit has a partner by its text. */
function pairAll(
  left: readonly Unit[],
  right: readonly Unit[],
  memory: TopicMemory,
  fields: FieldMemory,
): PairedByTopic {
  return pairByTopic(left, right, withLoners([], left.length, right.length), memory, fields, () => false)
}

function newFields(): FieldMemory {
  return new FieldMemory(new FieldFinder(FIELDS))
}

test('pairing by topic with a memory gives the same as without, after every edit of either side', () => {
  fc.assert(
    fc.property(
      plans,
      plans,
      fc.array(fc.tuple(steps, editSteps, fc.boolean()), { minLength: STEPS_A_RUN, maxLength: STEPS_A_RUN }),
      (baseline, draft, edits) => {
        const [memory, fields] = [new TopicMemory(), newFields()]
        const texts = { left: new UnitTexts(), right: new UnitTexts() }
        let [left, right] = [baseline, draft]
        for (const [{ kind }, step, isLeft] of edits) {
          if (isLeft) left = applyStep(left, { ...step, kind })
          else right = applyStep(right, { ...step, kind })
          const units = { left: toUnits(outlined(left), texts.left), right: toUnits(outlined(right), texts.right) }
          const remembered = pairAll(units.left, units.right, memory, fields)
          expect(remembered).toEqual(pairAll(units.left, units.right, new TopicMemory(), newFields()))
          for (const each of [memory, fields, texts.left, texts.right]) each.endRound()
        }
      },
    ),
    { numRuns: Math.ceil(STEPS / STEPS_A_RUN) },
  )
})
