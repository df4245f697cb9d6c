import { expect, test } from 'vitest'
import { layOutCells } from './cells.ts'

test('a table of few columns keeps them, empty ones too', () => {
  expect(layOutCells('指标 | | 2025')).toEqual({
    columns: true,
    cells: [{ text: '指标' }, { text: '' }, { text: '2025' }],
  })
})

test('of a wide row the empty stretches are folded, and every cell is counted', () => {
  const row = ['农业', ...Array<string>(12).fill(''), '工业', '', '', '财政', '', '', ''].join(' | ')
  const { columns, cells } = layOutCells(row)
  expect(columns).toBe(false)
  expect(cells).toEqual([
    { text: '农业' },
    { empty: 12 },
    { text: '工业' },
    { text: '' },
    { text: '' },
    { text: '财政' },
    { empty: 3 },
  ])
})
