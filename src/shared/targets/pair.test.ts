import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extractFrom, factsOf, plan, report, testLexicon } from './lexicon.test-helper.ts'
import { pairTargets } from './pair.ts'
import type { Target } from './target.ts'
import type { TargetChange, TargetChangeKind } from './target-change.ts'

const next = factsOf('government-report', { from: 2026, to: 2026 })

function compare(left: string, right: string, leftFacts = report, rightFacts = report): TargetChange[] {
  const wrap = (text: string): string => `二、今年工作安排\n${text}`
  return pairTargets(
    { targets: extractFrom(wrap(left), leftFacts), facts: leftFacts },
    { targets: extractFrom(wrap(right), rightFacts), facts: rightFacts },
    testLexicon,
  )
}

function lines(changes: readonly TargetChange[]): string[] {
  return changes.map((c) => `${c.change}${c.also.length > 0 ? `+${c.also.join('+')}` : ''} ${c.ambition}`)
}

describe('pairTargets: kinds of change', () => {
  it.each([
    ['地区生产总值增长5%。', '地区生产总值增长6%。', 'raised stricter'],
    ['城镇调查失业率控制在5.5%以内。', '城镇调查失业率控制在5%以内。', 'lowered stricter'],
    ['单位GDP能耗降低13.5%。', '单位GDP能耗降低14%。', 'raised stricter'],
    ['城市化率达到72%以上。', '城市化率达到72%。', 'weaker looser'],
    ['城市化率达到72%左右。', '城市化率达到72%。', 'stronger stricter'],
    ['城市化率达到72%。', '城市化率力争达到72%。', 'weaker looser'],
    ['城市化率达到72%。', '城市化率达到72%。', 'same neutral'],
    ['地区生产总值增长5%－5.5%。', '地区生产总值增长5%－6%。', 'raised stricter'],
    ['城市化率达到72%以上。', '城市化率力争达到73%。', 'raised+weaker stricter'],
    ['地区生产总值增长6%。', '地区生产总值达到850亿元。', 'redefined neutral'],
    ['常住人口城镇化率达到65%。', '户籍人口城镇化率达到65%。', 'redefined neutral'],
  ])('%s → %s', (left, right, expected) => {
    expect(lines(compare(left, right))).toEqual([expected])
  })

  it('converts units before it compares', () => {
    const [change] = compare('完成铁路投资1.2亿元。', '完成铁路投资9000万元。')
    expect(change).toMatchObject({ change: 'lowered', delta: { absolute: -0.3, relative: -0.25 } })
  })

  it('says by how much without the noise of binary fractions', () => {
    expect(compare('研发经费占比达到2.4%。', '研发经费占比达到3%以上。')[0]?.delta).toEqual({
      absolute: 0.6,
      relative: 0.25,
    })
  })

  it('calls a target without partner added or dropped', () => {
    expect(lines(compare('新增绿道40公里。', '新增停车位3000个。'))).toEqual(['added stricter', 'dropped looser'])
  })
})

describe('pairTargets: never two different indicators', () => {
  it.each([
    ['每万人口发明专利拥有量达到20件。', '每万人口高价值发明专利拥有量达到8件。'],
    ['实施重大科技项目40个。', '取得重大科技成果40项。'],
    ['新增省级绿色工厂12家。', '新增国家级绿色工厂12家。'],
    ['基本养老保险参保率达到96%。', '基本医疗保险参保率达到96%。'],
    ['规上工业增加值增长6%。', '服务业增加值增长6%。'],
    ['城镇居民人均可支配收入增长6%。', '农村居民人均可支配收入增长6%。'],
    ['氮氧化物排放总量减少3%。', '二氧化硫排放总量减少3%。'],
    ['学前教育毛入园率达到92%。', '高等教育毛入学率达到62%。'],
    ['出口总额增长5%。', '进口总额增长5%。'],
    ['研发经费投入增长9%。', '研发经费投入强度达到2.6%。'],
    ['打造千亿级产业链8条。', '打造万亿级产业链6条。'],
    ['人均地区生产总值达到9万元。', '单位地区生产总值能耗降低3%。'],
  ])('%s / %s', (left, right) => {
    const pairs = compare(left, right).filter((change) => change.left !== null && change.right !== null)
    expect(pairs.filter(({ change }) => change !== 'redefined')).toEqual([])
  })

  it('asks more of names that many things go by', () => {
    const left = '二、今年工作安排\n（一）建设县城\n推进重大项目500个。'
    const right = '二、今年工作安排\n（一）激发民间投资\n推介重大项目100个。'
    const changes = pairTargets(
      { targets: extractFrom(left, report), facts: report },
      { targets: extractFrom(right, report), facts: report },
      testLexicon,
    )
    expect(changes.map((change) => change.change).sort()).toEqual(['added', 'dropped'])
  })
})

describe('pairTargets: identity', () => {
  it('pairs one indicator under two names', () => {
    expect(lines(compare('研发投入强度达到2.4%。', '研发经费占比达到2.4%。'))).toEqual(['same neutral'])
  })

  it.each([
    ['常住人口城镇化率达到70%，粮食播种面积88万亩以上。', '粮食播种面积88万亩以上，户籍人口城镇化率达到55%。'],
    ['每万人口发明专利拥有量达到12件，森林覆盖率达到60%。', '森林覆盖率达到60%，每万人口高价值发明专利拥有量达到6件。'],
    ['新增国家高新企业40家，森林覆盖率达到60%。', '森林覆盖率达到60%，新增省科技型中小企业100家。'],
    ['地区生产总值增长6%，森林覆盖率达到60%。', '森林覆盖率达到60%，地区生产总值突破850亿元。'],
  ])('never pairs different indicators: %s / %s', (left, right) => {
    expect(
      compare(left, right)
        .map((change) => change.change)
        .sort(),
    ).toEqual(['added', 'dropped', 'same'])
  })

  it('pairs total with total and growth with growth', () => {
    const changes = compare('地区生产总值突破800亿元，年均增长7%。', '地区生产总值年均增长6.5%，总量突破850亿元。')
    expect(changes.map((change) => [change.left?.value, change.right?.value])).toEqual([
      [7, 6.5],
      [800, 850],
    ])
  })

  it('does not hang on position', () => {
    const changes = compare(
      '新增省级实验室3家、孵化园区5家、绿色工厂8家。',
      '新增绿色工厂9家、省级实验室3家、孵化园区6家。',
    )
    expect(changes.map((change) => [change.change, change.right?.indicator])).toEqual([
      ['raised', '绿色工厂'],
      ['same', '省级实验室'],
      ['raised', '孵化园区'],
    ])
  })
})

describe('pairTargets: one indicator in other words', () => {
  it.each([
    ['新增联山通水的绿道80公里。', '新建绿道100公里。', 'raised'],
    ['实施节能降碳改造项目60个。', '实施60个以上节能降碳改造和用能设备更新项目。', 'stronger'],
    ['推进重大工程建设，全年完成投资240亿元。', '全年完成重大工程投资255亿元。', 'raised'],
  ])('%s → %s', (left, right, kind) => {
    expect(compare(left, right).map(({ change }) => change)).toEqual([kind])
  })
})

describe('pairTargets: periods', () => {
  it('lets consecutive reports correspond', () => {
    expect(lines(compare('地区生产总值增长5%。', '地区生产总值增长5%。', report, next))).toEqual(['same neutral'])
  })

  it('pairs five-year goals with five-year goals where both stand in one document', () => {
    const facts = factsOf('other', null)
    const text = (five: string, year: string): string =>
      `“十四五”时期主要目标是：研发经费占比达到${five}。\n建议2021年主要预期目标是：研发经费占比达到${year}。`
    const left = { targets: extractFrom(text('3%以上', '2.4%'), facts), facts }
    const right = { targets: extractFrom(text('3.2%以上', '2.4%'), facts), facts }
    expect(pairTargets(left, right, testLexicon).map((change) => [change.change, change.right?.period])).toEqual([
      ['raised', '2021-2025'],
      ['same', '2021'],
    ])
  })

  it('calls an equal number for another year rescheduled', () => {
    const left = { targets: extractFrom('到2025年森林覆盖率达到61%。', plan), facts: plan }
    const right = { targets: extractFrom('到2027年森林覆盖率达到61%。', plan), facts: plan }
    expect(lines(pairTargets(left, right, testLexicon))).toEqual(['rescheduled neutral'])
  })

  it('does not judge the ambition of a number for another year', () => {
    const left = { targets: extractFrom('到2025年研发经费占比达到3%以上。', plan), facts: plan }
    const year = factsOf('government-report', { from: 2021, to: 2021 })
    const right = { targets: extractFrom('二、今年工作\n研发经费占比达到2.4%。', year), facts: year }
    expect(lines(pairTargets(left, right, testLexicon))).toEqual(['lowered+weaker+rescheduled neutral'])
  })
})

const value = fc.integer({ min: 1, max: 9 })
const sentence = fc.oneof(
  value.map((n) => `地区生产总值增长${n}%。`),
  value.map((n) => `城镇调查失业率控制在${n}%以内。`),
  value.map((n) => `城市化率达到${60 + n}%以上。`),
  value.map((n) => `力争城市化率达到${60 + n}%。`),
  value.map((n) => `新增省级实验室${n}家、绿色工厂${n + 1}家。`),
  value.map((n) => `单位GDP能耗降低${n}%左右。`),
  value.map((n) => `改造提升${n}0个村。`),
)
const document = fc.array(sentence, { maxLength: 12 }).map((list) => list.join(''))

describe('pairTargets: laws', () => {
  it('compared with itself, everything is the same', () => {
    fc.assert(
      fc.property(document, (text) => {
        for (const change of compare(text, text)) expect(change).toMatchObject({ change: 'same', ambition: 'neutral' })
      }),
    )
  })

  it('pairs one to one and loses nothing', () => {
    fc.assert(
      fc.property(document, document, (left, right) => {
        const changes = compare(left, right)
        const count = (side: 'left' | 'right'): Target[] => changes.flatMap((change) => change[side] ?? [])
        expect(new Set(count('left').map((t) => t.start)).size).toBe(count('left').length)
        expect(new Set(count('right').map((t) => t.start)).size).toBe(count('right').length)
      }),
    )
  })

  it('mirrors when the sides are swapped', () => {
    const mirror: Partial<Record<TargetChangeKind, TargetChangeKind>> = {
      added: 'dropped',
      dropped: 'added',
      raised: 'lowered',
      lowered: 'raised',
      stronger: 'weaker',
      weaker: 'stronger',
    }
    const key = (change: TargetChange, swap: boolean): string => {
      const kind = swap ? (mirror[change.change] ?? change.change) : change.change
      const [a, b] = swap ? [change.right, change.left] : [change.left, change.right]
      return `${kind} ${a?.quote ?? '-'} ${b?.quote ?? '-'}`
    }
    fc.assert(
      fc.property(document, document, (left, right) => {
        const there = compare(left, right)
          .map((change) => key(change, false))
          .sort()
        const back = compare(right, left)
          .map((change) => key(change, true))
          .sort()
        expect(back).toEqual(there)
      }),
    )
  })
})
