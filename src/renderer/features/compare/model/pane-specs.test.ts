import { describe, expect, test } from 'vitest'
import type { PaneSpec } from '../../../editor/pane-spec.ts'
import { compareTexts, keys } from './compare.test-helper.ts'
import { DEFAULT_FILTERS } from './filters.ts'
import { alignRows, type PaneInput, paneSpecs } from './pane-specs.ts'
import { foldsOf, toViewModel } from './view-model.ts'
import { toVisualRows } from './visual-rows.ts'

const COMMON = [
  '一、总体要求',
  '坚持以改革开放为动力，持续优化营商环境。',
  '完善综合立体交通网络，建成货运铁路专用线。',
  '健全基层治理体系，提升服务群众能力。',
  '统筹发展和安全，守牢不发生系统性风险的底线。',
]
const TARGET = '全市研发经费投入强度达到3.2%，创新平台持续增加。'

function input(left: readonly string[], right: readonly string[], fields: Partial<PaneInput> = {}): PaneInput {
  const model = toViewModel(compareTexts(left, right))
  const filters = fields.filters ?? DEFAULT_FILTERS
  const { rows } = toVisualRows(model.rows.length, foldsOf(model, filters, []), () => false)
  return { model, filters, visual: rows, notes: [], t: keys, ...fields }
}

/** All marks of a pane. */
const marksOf = ({ marks }: PaneSpec) => marks(0, Number.MAX_SAFE_INTEGER)

describe('paneSpecs', () => {
  const changed = input([...COMMON, TARGET], [...COMMON, TARGET.replace('达到3.2%', '力争达到3%以上')])
  const specs = paneSpecs(changed)
  const { text } = changed.model.comparison.right

  test('old words are struck on the left only, new ones underlined on the right only', () => {
    const classes = (side: 'left' | 'right') =>
      new Set(
        marksOf(specs[side])
          .filter(({ layer }) => layer === 'edit')
          .map((mark) => mark.className),
      )
    expect(classes('left')).toEqual(new Set(['cm-del']))
    expect(classes('right')).toEqual(new Set(['cm-ins']))
  })

  test('only the marks that touch a stretch are given for it', () => {
    const two = paneSpecs(
      input(
        [...COMMON, TARGET],
        [...COMMON, TARGET].map((line) => `${line}新增。`),
      ),
    )
    const ends = marksOf(two.right).filter(({ layer }) => layer === 'edit')
    expect(ends.length).toBeGreaterThan(2)
    const [, second] = ends
    const near = two.right.marks(second?.from ?? 0, second?.to ?? 0)
    expect(near.filter(({ layer }) => layer === 'edit')).toEqual([second])
  })

  test('the glyph is glued to the whole figure', () => {
    const [number] = marksOf(specs.right).filter(({ layer }) => layer === 'number')
    expect(number).toMatchObject({ glyph: '▼' })
    expect(text.slice(number?.from, number?.to)).toBe('3%以上')
  })

  test('the chip stands under its paragraph and says everything in words', () => {
    const [line] = specs.right.chips
    expect(text.slice(line?.at).startsWith('全市研发经费')).toBe(true)
    expect(line?.chips).toMatchObject([{ glyph: '▼', name: '研发经费投入强度', before: '3.2% → ', after: '3%以上' }])
    expect(line?.chips[0]?.label).toContain('common:targetChange.lowered')
    expect(specs.left.chips).toEqual([])
  })

  test('unchanged paragraphs are folded on both sides, in words and characters', () => {
    expect(specs.left.folds).toHaveLength(1)
    const [fold] = specs.right.folds
    expect(text.slice(fold?.from, fold?.to)).toBe(COMMON.join('\n'))
    expect(fold?.text).toBe('compare:fold.count(count=5)')
    expect(fold?.detail).toBe(`compare:fold.characters(count=${COMMON.join('').length})`)
  })

  test('without 指标 there is neither glyph nor chip', () => {
    const plain = paneSpecs({ ...changed, filters: { ...DEFAULT_FILTERS, targets: false } })
    expect(plain.right.chips).toEqual([])
    expect(marksOf(plain.right).some(({ layer }) => layer === 'number')).toBe(false)
  })

  test('a dropped target stands under the struck paragraph', () => {
    const dropped = paneSpecs(input([...COMMON, TARGET], COMMON))
    expect(dropped.left.chips[0]?.chips).toMatchObject([{ glyph: '✕', before: 'compare:target.dropped ' }])
    expect(dropped.right.chips).toEqual([])
  })
})

describe('alignRows', () => {
  test('an empty cell says why it is empty', () => {
    const rows = alignRows(input(COMMON, [...COMMON, '推进数字乡村建设，行政村光纤网络实现全覆盖。']))
    expect(rows.at(-1)).toMatchObject({ left: null, leftGap: 'compare:gap.inserted' })
    const gone = alignRows(input([...COMMON, TARGET], COMMON))
    expect(gone.at(-1)).toMatchObject({ right: null, rightGap: 'compare:gap.deleted' })
  })

  test('a moved paragraph leaves a note on both sides', () => {
    const moved = '推进数字乡村建设，行政村光纤网络和物流站点实现全覆盖。'
    const rows = alignRows(input([moved, ...COMMON], [...COMMON, moved]))
    expect(
      rows
        .filter(({ left, right }) => left === null || right === null)
        .map(({ leftGap, rightGap }) => leftGap || rightGap),
    ).toEqual(['compare:gap.moved', 'compare:gap.from(number=1)'])
  })
})
