import { describe, expect, test } from 'vitest'
import type { Lexicon } from '../targets/lexicon.ts'
import { analyse } from './analyse.ts'
import { compareAnalyses } from './compare-analyses.ts'
import { type PastPassage, passageHistory } from './passage-history.ts'

const LEXICON: Lexicon = {
  indicators: [
    { name: '森林覆盖率', synonyms: [], category: '绿色', polarity: 'up', units: ['%'], note: '' },
    { name: '研发经费投入强度', synonyms: [], category: '创新', polarity: 'up', units: ['%'], note: '' },
  ],
}
const RESEARCH = '——创新动能加快集聚。到2030年，研发经费投入强度达到3.2%，建成省级以上创新平台120家。'
const WEAKER = '——创新动能加快集聚。到2030年，研发经费投入强度力争达到3%以上，建成省级以上创新平台120家。'
const FOREST = '——绿色底色更加鲜明。到2030年，森林覆盖率稳定在52%，地表水质保持优良。'
const SEWERS = '完善城镇污水管网，补齐老旧小区雨污分流短板。'

function history(draft: readonly string[], baseline: readonly string[], line: number): PastPassage {
  const [left, right] = [analyse(baseline.join('\n'), LEXICON), analyse(draft.join('\n'), LEXICON)]
  const start = draft.slice(0, line).join('\n').length + (line > 0 ? 1 : 0)
  const block = { start, end: start + (draft[line]?.length ?? 0) }
  return passageHistory(compareAnalyses(left, right, LEXICON, { now: () => 0 }), block)
}

/** `达到[3.2%/3%以上]`: the baseline's words, then the draft's. */
function boxed({ pieces }: PastPassage): string {
  const marked = pieces.map(({ op, text }) => (op === '=' ? text : op === '-' ? `[${text}/]` : `[/${text}]`))
  return marked.join('').replaceAll('/][/', '/')
}

/** `森林覆盖率 same 第2行`, with `别处` where the counterpart does not have it. */
const figures = (passage: PastPassage) =>
  passage.figures.map(({ change, place, elsewhere }) => {
    const target = change.right ?? change.left
    return [
      target?.canonical ?? target?.indicator,
      change.change,
      place ? `第${place.line}行` : '无',
      elsewhere ? '别处' : '',
    ]
      .filter(Boolean)
      .join(' ')
  })

describe('what a baseline says in place of a block', () => {
  test('a target made weaker: both wordings, where it stands, and the verdict', () => {
    const found = history([FOREST, WEAKER], ['一、主要目标', RESEARCH, FOREST], 1)
    expect(boxed(found)).toBe(
      '——创新动能加快集聚。到2030年，研发经费投入强度[/力争]达到[3.2%/3%以上]，建成省级以上创新平台120家。',
    )
    expect(found).toMatchObject({ how: 'changed', place: { line: 2, section: '一、主要目标' } })
    expect(figures(found)[0]).toBe('研发经费投入强度 lowered 第2行')
    expect(found.targets.map(({ value }) => value)).toContain(3.2)
  })
  test('the same to the last character', () => {
    expect(history([FOREST], [RESEARCH, FOREST], 0)).toMatchObject({
      how: 'equal',
      place: { line: 2, section: null },
      pieces: [{ op: '=', text: FOREST, start: RESEARCH.length + 1 }],
    })
  })
  test('no counterpart is said, and the indicator is found where the baseline states it', () => {
    const rewritten = '全面推进生态文明建设，到2030年森林覆盖率达到54%，单位用能逐年下降。'
    const found = history([SEWERS, rewritten], [SEWERS, RESEARCH, FOREST], 1)
    expect(['related', 'none']).toContain(found.how)
    expect([found.place, found.pieces]).toEqual([null, []])
    expect(figures(found)).toEqual(['森林覆盖率 raised 第3行 别处'])
  })
  test('an indicator that the baseline does not know has no place', () => {
    const found = history([FOREST], [SEWERS], 0)
    expect(found.how).toBe('none')
    expect(figures(found)).toEqual(['森林覆盖率 added 无'])
  })
  test('what the counterpart promised and the draft nowhere says', () => {
    const without = '——创新动能加快集聚。建成省级以上创新平台120家，培育一批科技领军企业。'
    const found = history([without], [RESEARCH.replace('120家。', '120家，培育一批科技领军企业。')], 0)
    expect(figures(found)).toContain('研发经费投入强度 dropped 第1行')
  })
  test('what a report says was reached of a target, the latest year', () => {
    const report = [
      '清川市2025年政府工作报告',
      '一、2024年工作回顾',
      '2023年，研发经费投入强度达到2.31%；2024年，研发经费投入强度达到2.52%。',
      SEWERS,
    ]
    const found = history([FOREST, WEAKER], report, 1)
    expect(found.results.map(({ target, year, place }) => [target.value, year, place.line])).toEqual([[2.52, 2024, 3]])
  })
  test('growth that a plan looks back on is no yearly result', () => {
    const plan = ['清川市国民经济和社会发展第十五个五年规划纲要', '“十四五”时期，森林覆盖率年均增长1.2%。', SEWERS]
    const found = history(['到2030年，森林覆盖率年均增长2%。'], plan, 0)
    expect(found.results).toEqual([])
  })
  test('of a paragraph that the draft splits, each part has its own words', () => {
    const found = history([RESEARCH, SEWERS], [RESEARCH + SEWERS], 1)
    expect(boxed(found)).toBe(SEWERS)
  })
})
