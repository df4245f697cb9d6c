import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyStep, documents, editSteps } from '../diff/session/edit-steps.test-helper.ts'
import { factsOf, testLexicon } from '../targets/lexicon.test-helper.ts'
import { analyse } from './analyse.ts'
import { applyPatch, diffComparisons } from './comparison-patch.ts'
import { createComparisonSession } from './comparison-session.ts'
import { applyHunks, diffLists } from './list-patch.ts'

describe('patches of comparisons', () => {
  test('applied to the comparison before they give the comparison after', () => {
    fc.assert(
      fc.property(
        documents,
        documents,
        fc.array(editSteps, { minLength: 6, maxLength: 6 }),
        (baseline, draft, steps) => {
          const facts = (from: number) => ({ ...factsOf('five-year-plan', { from, to: from + 4 }), region: '临江市' })
          const left = analyse(baseline, testLexicon, { facts: facts(2021) })
          const session = createComparisonSession(left, testLexicon)
          const compare = (text: string) => session.update(text, { facts: facts(2026) }, { now: () => 0 })
          let text = draft
          let shown = compare(text)
          for (const step of steps) {
            text = applyStep(text, step)
            const next = compare(text)
            shown = applyPatch(shown, structuredClone(diffComparisons(shown, next)), text)
            expect(shown).toEqual(next)
          }
        },
      ),
      { numRuns: 20 },
    )
  })
  test('a keystroke sends one row of many', () => {
    const lines = Array.from({ length: 200 }, (_, i) => `第${i}个乡镇新建文化站${i + 3}个，改造活动室${2 * i}间。`)
    const session = createComparisonSession(analyse(lines.join('\n'), testLexicon), testLexicon)
    const compare = (text: string) => session.update(text, {}, { now: () => 0 })
    const before = compare(lines.join('\n'))
    const typed = lines.join('\n').replace('改造活动室80间', '改造活动室85间')
    const { rows, blocks, rightTargets } = diffComparisons(before, compare(typed))
    expect(rows.map(({ from, removed, added }) => [from, removed, added.length])).toEqual([[40, 1, 1]])
    expect(blocks).toEqual([])
    expect(rightTargets.flatMap(({ added }) => added.map(({ value }) => value))).toEqual([85])
  })
})

describe('patches of lists', () => {
  test('give back any list', () => {
    const lists = fc.array(fc.nat(6), { maxLength: 60 })
    fc.assert(
      fc.property(lists, lists, (old, now) => {
        expect(applyHunks(old, diffLists(old, now, Object.is))).toEqual(now)
      }),
    )
  })
  test('are as short as the places in which lists differ', () => {
    expect(diffLists(['a', 'b', 'c', 'd', 'e'], ['a', 'x', 'c', 'e', 'f'], Object.is)).toEqual([
      { from: 1, removed: 1, added: ['x'] },
      { from: 3, removed: 1, added: [] },
      { from: 5, removed: 0, added: ['f'] },
    ])
  })
})
