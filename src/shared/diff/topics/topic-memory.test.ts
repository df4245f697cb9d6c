import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SectionSides } from '../sections/section-likeness.ts'
import { sectionTree } from '../sections/section-tree.ts'
import { applyStep, editSteps, outlined, plans } from '../session/edit-steps.test-helper.ts'
import { toUnits } from '../units/unit.ts'
import { type ReadTopics, TopicMemory } from './topic-memory.ts'

/** Longer than what changes at once may be, so that the lists of holders are made anew on the way. */
const STEPS_A_RUN = 40

function sidesOf(left: string, right: string): SectionSides {
  const units = { left: toUnits(outlined(left)), right: toUnits(outlined(right)) }
  return { units, trees: { left: sectionTree(units.left), right: sectionTree(units.right) } }
}

/** Reads two sides of which the units whose key has this last character take no part, and the sections so numbered were kept. */
function read(memory: TopicMemory, sides: SectionSides, without: string, keptSection: number): ReadTopics {
  const kept = (side: 'left' | 'right'): Uint8Array =>
    Uint8Array.from(sides.trees[side].sections, (_, section) => (section === keptSection ? 1 : 0))
  return memory.read(sides, {
    isIn: (_, { key, level }) => level > 0 || !key.endsWith(without),
    kept: { left: kept('left'), right: kept('right') },
  })
}

/** What was read, in an order of its own. */
function told({ rows, bodies, index }: ReadTopics) {
  const pairs: string[] = []
  bodies.forEach((left, right, alike) => pairs.push(`${left} ${right} ${alike}`))
  return {
    rows: rows.map(({ units, likeness }) => [...units].map((unit, i) => `${unit} ${likeness[i]}`).sort()),
    pairs,
    norms: [[...index.left.norms], [...index.right.norms]],
  }
}

describe('reading what two sides are about', () => {
  test('with a memory gives the same as without, after every edit of either side', () => {
    fc.assert(
      fc.property(
        plans,
        plans,
        fc.array(fc.tuple(editSteps, fc.constantFrom('。', '上', '人'), fc.constantFrom(-1, -1, -1, 1), fc.boolean()), {
          minLength: STEPS_A_RUN,
          maxLength: STEPS_A_RUN,
        }),
        (baseline, draft, steps) => {
          const memory = new TopicMemory()
          let [left, right] = [baseline, draft]
          for (const [step, without, kept, isLeft] of steps) {
            if (isLeft) left = applyStep(left, step)
            else right = applyStep(right, step)
            const sides = sidesOf(left, right)
            expect(told(read(memory, sides, without, kept))).toEqual(
              told(read(new TopicMemory(), sides, without, kept)),
            )
            memory.endRound()
          }
        },
      ),
      { numRuns: 15 },
    )
  })
  test('a topic that comes to be in so many units or sections that it tells none of them, and back', () => {
    const many = (count: number, line: (at: number) => string): string =>
      Array.from({ length: count }, (_, at) => line(at)).join('\n')
    const heading = '一、水利\n改造灌区渠系。'
    const inUnits = (count: number): string =>
      `${heading}\n${many(count, (at) => `灌区第${at}段，河湖连通。`)}\n推广喷灌。`
    const inSections = (count: number): string => many(count, (at) => `一、第${at}处\n${at}号灌区，河湖连通。`)
    for (const text of [inUnits, inSections]) {
      const memory = new TopicMemory()
      for (const count of [78, 79, 80, 81, 80, 79, 99, 100, 101, 100, 99]) {
        const sides = sidesOf(heading, text(count))
        expect(told(read(memory, sides, '?', -1))).toEqual(told(read(new TopicMemory(), sides, '?', -1)))
      }
    }
  })
  test('the row of a unit that shares nothing with what was typed stays the same object', () => {
    const left = '一、农业\n推广节水灌溉，改造灌区渠系。\n二、医疗\n培训乡村医生，推行家庭医生签约服务。'
    const right = '一、健全医疗\n乡村医生持证上岗，家庭医生覆盖重点人群。\n二、振兴农业\n灌区渠系用水计量到户。'
    const memory = new TopicMemory()
    const before = read(memory, sidesOf(left, right), '?', -1)
    const after = read(memory, sidesOf(left, right.replace('持证', '全部持证')), '?', -1)
    expect(before.rows[1]?.units.length).toBeGreaterThan(0)
    expect(after.rows[1]).toBe(before.rows[1])
    expect(after.rows[3]).not.toBe(before.rows[3])
  })
})
