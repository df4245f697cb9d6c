import { describe, expect, it } from 'vitest'
import { findListItems } from './list-items.ts'

/** The line with each item in brackets; the label is checked against the beginning of the item. */
function boxed(line: string): string {
  let text = ''
  let at = 0
  for (const { start, end, label } of findListItems(line, 0)) {
    expect(line.slice(start, end).startsWith(label)).toBe(true)
    text += `${line.slice(at, start)}[${line.slice(start, end)}]`
    at = end
  }
  return text + line.slice(at)
}

describe('findListItems', () => {
  it.each([
    '主要抓好三件事：[一是稳增长，扩大投资；][二是调结构；][三是惠民生。]各方面要抓好落实。',
    '[一要抓技改。办好园区。][二要抓招商。引进项目。完善配套。]',
    '要求：[第一，方向要明。][第二，措施要实。]',
    '[首先，摸清底数。][其次，明确责任。][最后，强化督查。]',
    '任务有：[（一）修渠；][（二）筑坝；][（三）植树。]',
    '指标包括[（1）产量；][（2）产值。]以上均按可比价格计算。',
    '办好实事：[1.改造老旧小区20个；][2.新建学校3所。]',
    '内容为[①水库][②渠道]',
    '工作取得成效。[——经济稳中有进，投资增长较快。][——民生持续改善，就业总体稳定。]',
    '[其一，基础较好。][其二，潜力较大。]',
  ])('%s', (line) => {
    expect(boxed(line.replace(/[[\]]/g, ''))).toBe(line)
  })

  it('counts from where the line begins in the text', () => {
    expect(findListItems('要做到：一是学，二是干。', 100)).toEqual([
      { start: 104, end: 108, label: '一是' },
      { start: 108, end: 112, label: '二是' },
    ])
  })

  it('leaves the list inside an item to the item', () => {
    expect(boxed('抓两头：一是抓工业，（1）上设备，（2）拓市场；二是抓农业。')).toBe(
      '抓两头：[一是抓工业，（1）上设备，（2）拓市场；][二是抓农业。]',
    )
  })

  it('finds two lists in one paragraph', () => {
    expect(boxed('成绩有：一是稳，二是进。问题有：一是慢，二是弱。')).toBe(
      '成绩有：[一是稳，][二是进。]问题有：[一是慢，][二是弱。]',
    )
  })

  it.each([
    '会议强调“要做到：一是学深，二是悟透”，各地要认真落实有关要求。',
    '这是统一是重点的工作，第二是基础工作，要分清主次抓好落实。',
    '增长1.5%，比2.3%低，其中1、2号机组停产检修，影响较大。',
    '见附件（1）（2）（3），按有关规定一并办理手续，逐级上报。',
    '一是只有这一条，其他问题都已经得到了妥善处理，不再列出。',
    '十一是假日，二是工作日，都要安排好值班值守和应急处置工作。',
  ])('finds none in %s', (line) => {
    expect(findListItems(line, 0)).toEqual([])
  })

  it('stays quick on a line of a hundred thousand labels', () => {
    const line = '一是，'.repeat(30_000)
    const started = performance.now()
    findListItems(line, 0)
    expect(performance.now() - started).toBeLessThan(2000)
  })
})
