import { describe, expect, test } from 'vitest'
import { compareTexts } from './compare.test-helper.ts'
import { editMarks } from './edit-marks.ts'

/** The marks of the only row of two paragraphs: `side class text`. */
function marks(left: string, right: string): string[] {
  const comparison = compareTexts([left], [right])
  const texts = {
    left: comparison.left.text,
    right: comparison.right.text,
    leftBlocks: comparison.left.blocks,
    rightBlocks: comparison.right.blocks,
  }
  return comparison.rows.flatMap((row) =>
    editMarks(row, texts).map(
      ({ side, start, end, class: found }) => `${side} ${found} ${texts[side].slice(start, end)}`,
    ),
  )
}

describe('editMarks', () => {
  test('a comma in a paragraph that changed in substance is only a comma', () => {
    const found = marks(
      '持续优化营商环境，新增企业一百家，确保安全生产形势稳定。',
      '持续优化营商环境、新增企业一百家，力争安全生产形势稳定。',
    )
    expect(found).toContain('left punctuation ，')
    expect(
      found.some((mark) => mark.startsWith('right') && mark.includes('力争') && !mark.includes('punctuation')),
    ).toBe(true)
  })

  test('a number is never quiet', () => {
    const found = marks('到2030年森林覆盖率达到52%，水质保持优良。', '到2030年森林覆盖率达到54%，水质保持优良。')
    expect(found.every((mark) => mark.includes('substance'))).toBe(true)
    expect(found).not.toEqual([])
  })
})
