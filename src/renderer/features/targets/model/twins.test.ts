import { describe, expect, test } from 'vitest'
import type { Matrix, MatrixDocument, StatedTarget } from './matrix.ts'
import { correctionActions, twinsOf } from './twins.ts'

function target(start: number, more: Partial<StatedTarget> = {}): StatedTarget {
  const words = { indicator: '研发投入强度', canonical: '研发经费投入强度', value: 3, max: null, unit: '%' }
  return {
    ...words,
    kind: 'target',
    measure: 'level',
    period: '2030',
    scope: null,
    start,
    sentence: `第${start}句`,
    quote: '3%',
    ...more,
  } as StatedTarget
}
function document(targets: StatedTarget[], corrections: Partial<MatrixDocument['corrections'][number]>[] = []) {
  return { documentId: 'd', targets, corrections } as unknown as MatrixDocument
}

describe('twins', () => {
  const own = target(10)

  test('are the same commitment elsewhere, as in the indicator table, under this name or a synonym', () => {
    const table = target(500, { indicator: '研发经费占比', inTable: true, period: '' })
    expect(twinsOf(document([own, target(200), table]), own).map(({ start }) => start)).toEqual([200, 500])
  })

  test('are not another figure, year, measure, result or indicator, nor what was corrected already', () => {
    const others = [
      target(1, { value: 2.8 }),
      target(2, { period: '2026' }),
      target(3, { measure: 'growth' }),
      target(4, { kind: 'actual' }),
      target(5, { indicator: '城镇化率', canonical: '城镇化率' }),
      target(6, { correction: 'c' }),
      target(7, { unit: '亿元' }),
    ]
    expect(twinsOf(document([own, ...others]), own)).toEqual([])
  })
})

describe('corrections', () => {
  const said = { documentId: 'd', kind: 'value', was: { indicator: '研发投入强度', value: 3, unit: '%' } } as const
  const matrix = (...documents: MatrixDocument[]) => ({ documents }) as unknown as Matrix

  test('made at one instant are one action, counted once for all versions', () => {
    const made = [
      { ...said, id: 'a', createdAt: '1' },
      { ...said, id: 'b', createdAt: '1' },
      { ...said, id: 'c', createdAt: '2' },
    ]
    const actions = correctionActions(matrix(document([], made), document([], made)))
    expect(actions.map(({ all }) => all.map(({ id }) => id).join(''))).toEqual(['ab', 'c'])
  })

  test('offer the places that say the same in a later version and were not corrected', () => {
    const made = [{ ...said, id: 'a', createdAt: '1' }]
    const [action] = correctionActions(matrix(document([target(10, { correction: 'a' }), target(500)], made)))
    expect(action?.left.map(({ target: { start } }) => start)).toEqual([500])
  })
})
