import { expect, test } from 'vitest'
import { diffDocuments } from './diff-documents.ts'
import { side } from './diff-laws.test-helper.ts'
import { groupChanges } from './groups.ts'

/** The groups between two texts: what changed into what, and at how many places. */
function grouped(left: readonly string[], right: readonly string[]): string[] {
  const [l, r] = [side(...left), side(...right)]
  const { rows } = diffDocuments(l, r, { terms: ['城市化率', '城镇化率'] })
  const groups = groupChanges(rows, l.text, r.text)
  for (const { kind, from, to, places } of groups) {
    for (const { row, edit } of kind === 'substitution' ? places : []) {
      const [struck, set] = rows[row]?.edits.slice(edit) ?? []
      expect(struck?.op === '-' && l.text.slice(...struck.left)).toBe(from)
      expect(set?.op === '+' && r.text.slice(...set.right)).toBe(to)
    }
  }
  return groups.map(({ kind, from, to, places }) => `${kind} ${from}→${to} ×${places.length}`)
}

const RATES = [
  '到期末常住人口城市化率达到62%，县城集聚能力增强。',
  '城市化率每年提高一个点，公共服务同步跟上。',
  '东部乡镇城市化率偏低，要补上道路和管网短板。',
]

test('a term replaced throughout is one entry with its places', () => {
  expect(
    grouped(
      RATES,
      RATES.map((line) => line.replace('城市化率', '城镇化率')),
    ),
  ).toEqual(['substitution 城市化率→城镇化率 ×3'])
})
test('twice is no habit', () => {
  expect(
    grouped(
      RATES.slice(0, 2),
      RATES.slice(0, 2).map((line) => line.replace('城市化率', '城镇化率')),
    ),
  ).toEqual([])
})
test('figures that happen to change alike are decisions of their own', () => {
  const goals = ['新建水库5座，全部蓄水。', '改造灌区5处，渠系配套。', '培育龙头企业5家，带动就业。']
  expect(
    grouped(
      goals,
      goals.map((line) => line.replace('5', '6')),
    ),
  ).toEqual([])
})
test('a year that moves on throughout is one entry', () => {
  const lines = ['2025年实现产值80亿元。', '2025年建成二期工程。', '到2025年基本完成清淤。']
  expect(
    grouped(
      lines,
      lines.map((line) => line.replace('2025', '2026')),
    ),
  ).toEqual(['substitution 2025年→2026年 ×3'])
})
test('a period that moves on throughout is one entry', () => {
  const lines = ['“十四五”时期建成三座水厂。', '“十四五”末森林覆盖率稳步提高。', '“十四五”规划的任务全部完成。']
  expect(
    grouped(
      lines,
      lines.map((line) => line.replace('十四五', '十五五')),
    ),
  ).toEqual(['substitution 十四五→十五五 ×3'])
})
test('chapters that moved up by one, and what refers to them, are one renumbering', () => {
  const articles = ['村级道路由乡镇人民政府养护。', '养护资金列入县级预算。', '损毁道路的，依照第三条的规定处理。']
  const numbers = ['一', '二', '三', '四', '五']
  const from = (first: number): string[] =>
    articles.map((text, i) => `第${numbers[first + i]}条 ${text.replace('第三条', `第${numbers[first + 1]}条`)}`)
  expect(grouped(from(1), ['第一条 为了管好农村公路，制定本办法。', ...from(2).map((line) => line)])).toEqual([
    'renumbering 第二条→第三条 ×4',
  ])
})
