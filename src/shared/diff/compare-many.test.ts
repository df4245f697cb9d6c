import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareMany } from './compare-many.ts'
import { diffDocuments } from './diff-documents.ts'
import { side } from './diff-laws.test-helper.ts'
import { applyStep, documents, editSteps, outlined } from './session/edit-steps.test-helper.ts'
import type { DiffSide } from './units/unit.ts'

const POOLS = '新建改造城市公共游泳池6座，人均体育场地面积达到2.6平方米。'
const BUSES = '更新新能源公交车120辆，中心城区公交出行分担率达到35%。'
const TREES = '完成国土绿化2.3万亩，森林覆盖率稳定在41%以上。'

/** Each counterpart as `how class score | text of the baseline`. */
function told(draft: DiffSide, baselines: DiffSide[]): string[][] {
  return compareMany(draft, baselines).map(({ counterparts }) =>
    counterparts.map(({ how, class: kind, score, ranges }, i) => {
      const text = ranges.map(({ start, end }) => baselines[i]?.text.slice(start, end)).join('¶')
      return [how, kind ?? '', score.toFixed(2), text].filter((part) => part !== '').join(' ')
    }),
  )
}

describe('comparing a draft with many baselines', () => {
  test('each block with what every baseline says in its place', () => {
    const baselines = [side(POOLS.replace('6座', '4座'), TREES), side(TREES, POOLS), side('一、交通', BUSES)]
    expect(told(side(POOLS, BUSES), baselines)).toEqual([
      [`changed substance 0.94 ${POOLS.replace('6座', '4座')}`, `equal 1.00 ${POOLS}`, 'none 0.00'],
      ['none 0.00', 'none 0.00', `equal 1.00 ${BUSES}`],
    ])
  })
  test('of a paragraph that the draft splits, each part has its own edits', () => {
    const baseline = side(POOLS + TREES)
    const draft = side(POOLS.replace('6座', '8座'), TREES)
    const edits = compareMany(draft, [baseline]).map(({ counterparts }) =>
      counterparts.flatMap((counterpart) =>
        counterpart.edits.map((edit) =>
          edit.op === '-' ? `-${baseline.text.slice(...edit.left)}` : `${edit.op}${draft.text.slice(...edit.right)}`,
        ),
      ),
    )
    expect(edits).toEqual([
      ['=新建改造城市公共游泳池', '-6座', '+8座', '=，人均体育场地面积达到2.6平方米。'],
      [`=${TREES}`],
    ])
  })
  test('no baselines, no counterparts', () => {
    expect(compareMany(side(POOLS), [])).toEqual([{ block: { start: 0, end: POOLS.length }, counterparts: [] }])
  })
  test('every visible block says of each baseline what the comparison with it alone says', () => {
    fc.assert(
      fc.property(documents, fc.array(editSteps, { maxLength: 8 }), (before, steps) => {
        const [baseline, draft] = [outlined(before), outlined(steps.reduce(applyStep, before))]
        const rows = diffDocuments(baseline, draft).rows.filter((row) => row.right.length > 0)
        for (const { block, counterparts } of compareMany(draft, [baseline, baseline])) {
          const row = rows.find(({ right }) => right.some(({ start }) => start === block.start))
          expect(counterparts[0]).toEqual(counterparts[1])
          expect(counterparts[0]?.class ?? null).toBe(row?.left.length === 0 ? null : (row?.class ?? null))
          expect(counterparts[0]?.how === 'equal').toBe(row?.kind === 'equal')
        }
      }),
    )
  })
})
