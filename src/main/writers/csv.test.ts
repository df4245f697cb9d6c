import { describe, expect, test } from 'vitest'
import { withoutFormula, writeCsv } from './csv.ts'

describe('cells', () => {
  test('that a spreadsheet would run as a formula become text; numbers stay numbers', () => {
    const cells = ['=1+1', '+cmd', '-x', '@SUM(A1)', ' =1', '＝1', '-3.2', '+5', '3以上', '—']
    expect(cells.map(withoutFormula)).toEqual([
      "'=1+1",
      "'+cmd",
      "'-x",
      "'@SUM(A1)",
      "' =1",
      "'＝1",
      '-3.2',
      '+5',
      '3以上',
      '—',
    ])
  })

  test('with commas, quotes and lines are quoted', () => {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(writeCsv([['a,b', 'c"d', 'e\nf', 'g']]))
    expect(text).toBe('\uFEFF"a,b","c""d","e\nf",g\r\n')
  })
})
