import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyStep, documents, editSteps, outlined } from '../session/edit-steps.test-helper.ts'
import { toUnits } from '../units/unit.ts'
import { UnitTexts } from '../units/unit-text.ts'
import { indexLeft } from './left-index.ts'
import { SpareMemory } from './spares.ts'

/** Left units set against each unit of the right. */
const SET_AGAINST = 3

test('what units leave over weighs the same with a memory as without, whatever shingles come to tell', () => {
  fc.assert(
    fc.property(documents, fc.array(editSteps, { minLength: 20, maxLength: 20 }), (baseline, steps) => {
      const index = indexLeft(toUnits(outlined(baseline)))
      const memory = new SpareMemory(index.shingles.width)
      const texts = new UnitTexts()
      let draft = baseline
      for (const step of steps) {
        draft = applyStep(draft, step)
        const right = toUnits(outlined(draft), texts)
        const { rarity } = index.against(right)
        const fresh = new SpareMemory(index.shingles.width)
        for (const unit of right) {
          for (const left of [undefined, ...index.units.slice(unit.index, unit.index + SET_AGAINST)])
            expect(memory.between(left, unit, rarity)).toEqual(fresh.between(left, unit, rarity))
        }
        for (const each of [index, memory, texts]) each.endRound()
      }
    }),
    { numRuns: 20 },
  )
})
