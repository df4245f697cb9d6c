import { describe, expect, test } from 'vitest'
import type { Block } from '../../outline/block.ts'
import { type DiffSide, diffDocuments } from '../diff-documents.ts'
import { boxed, compared, expectLaws } from '../diff-laws.test-helper.ts'

function table(rows: readonly string[]): DiffSide {
  let start = 0
  const blocks = rows.map((row): Block => {
    const block = { kind: 'table-row' as const, level: 0, label: null, start, end: start + row.length }
    start += row.length + 1
    return block
  })
  return { text: rows.join('\n'), blocks }
}

/** Compares two tables given row by row. */
function comparedTables(left: readonly string[], right: readonly string[]): string[] {
  const [l, r] = [table(left), table(right)]
  const result = diffDocuments(l, r)
  expectLaws(l, r, result)
  return result.rows.map((row) => boxed(l.text, r.text, row))
}

describe('what an editor would mark', () => {
  test('a number that changes with its qualifier is struck and set with it', () => {
    expect(compared(['研发投入强度达到3.2%。'], ['研发投入强度达到3%以上。'])).toEqual([
      '~ substance 研发投入强度达到[3.2%/3%以上]。',
    ])
    expect(compared(['收入增长6%左右，就业增加。'], ['收入增长5.5%以上，就业增加。'])).toEqual([
      '~ substance 收入增长[6%左右/5.5%以上]，就业增加。',
    ])
    expect(compared(['拥有量达到16件，占比稳定。'], ['拥有量达到18件以上，占比稳定。'])).toEqual([
      '~ substance 拥有量达到[16件/18件以上]，占比稳定。',
    ])
  })
  test('a qualifier is not matched with the end of another word', () => {
    expect(
      compared(
        ['综合治理流域水环境，污水集中收集率达到72%，县级以上集中式水源地达标。'],
        ['综合治理流域水环境，污水集中收集率达到80%以上，固体废物综合利用率提高。'],
      ),
    ).toEqual([
      '~ substance 综合治理流域水环境，污水集中收集率达到[72%，县级以上集中式水源地达标/80%以上，固体废物综合利用率提高]。',
    ])
  })
  test('the attribute of an indicator is one word', () => {
    expect(compared(['作为预期性指标纳入考核。'], ['作为约束性指标纳入考核。'])).toEqual([
      '~ substance 作为[预期性/约束性]指标纳入考核。',
    ])
  })
  test('a quoted name is struck and set whole', () => {
    expect(compared(['实施“百企领航”计划。'], ['实施“千企领航”计划。'])).toEqual([
      '~ wording 实施“[百企领航/千企领航]”计划。',
    ])
  })
  test('one character for another takes the character it makes a word with along', () => {
    expect(compared(['单位领购发票时应当登记。'], ['单位领用发票时应当登记。'])).toEqual([
      '~ wording 单位[领购/领用]发票时应当登记。',
    ])
  })
  test('words that every sentence has do not hold a rewritten one together', () => {
    expect(
      compared(
        ['内部审计工作应当接受审计机关的业务指导和监督。'],
        ['审计机关应当对被审计单位的内部审计工作进行业务指导和监督。'],
      ),
    ).toEqual(['~ substance [/审计机关应当对被审计单位的]内部审计工作[应当接受审计机关的/进行]业务指导和监督。'])
  })
  test('unlike clauses between like ones are exchanged as wholes', () => {
    expect(
      compared(
        ['加强水源保护，推进污水处理厂提标改造，完善管网。'],
        ['加强水源保护，建成覆盖全市的监测网络，完善管网。'],
      ),
    ).toEqual(['~ substance 加强水源保护，[推进污水处理厂提标改造/建成覆盖全市的监测网络]，完善管网。'])
  })
})

describe('tables', () => {
  const HEAD = '指标|单位|2025年|2030年|属性'
  test('cells are compared with the cells of their column', () => {
    expect(
      comparedTables([HEAD, '研发经费投入强度|%|2.62|3.2|预期性'], [HEAD, '研发经费投入强度|%|2.62|3以上|约束性']),
    ).toEqual([`= ${HEAD}`, '~ substance 研发经费投入强度|%|2.62|[3.2/3以上]|[预期性/约束性]'])
    expect(comparedTables([HEAD, '能耗降低|%|[16.5]|[13.5]|约束性'], [HEAD, '能耗降低|%|[13.8]|[14]|预期性'])).toEqual([
      `= ${HEAD}`,
      '~ substance 能耗降低|%|[[16.5/13.8]]|[[13.5/14]]|[约束性/预期性]',
    ])
  })
  test('rows of different indicators are strangers, however alike their cells', () => {
    expect(
      comparedTables(
        [HEAD, '货物进出口总额|亿元|118|150|预期性', '森林覆盖率|%|51.8|52|约束性'],
        [HEAD, '软件业务收入|亿元|46|75|预期性', '森林覆盖率|%|52.1|52|约束性'],
      ),
    ).toEqual([
      `= ${HEAD}`,
      '- [货物进出口总额|亿元|118|150|预期性/]',
      '+ [/软件业务收入|亿元|46|75|预期性]',
      '~ substance 森林覆盖率|%|[51.8/52.1]|52|约束性',
    ])
  })
  test('a row put in is no part of the row before', () => {
    expect(
      comparedTables(
        [HEAD, '基本养老保险参保率|%|95.4|96|预期性'],
        [HEAD, '基本养老保险参保率|%|96.5|97以上|预期性', '每千人口拥有婴幼儿托位数|个|4.1|5|预期性'],
      ),
    ).toEqual([
      `= ${HEAD}`,
      '~ substance 基本养老保险参保率|%|[95.4/96.5]|[96/97以上]|预期性',
      '+ [/每千人口拥有婴幼儿托位数|个|4.1|5|预期性]',
    ])
  })
})

describe('cross references', () => {
  const DUTY = '第二条 用水单位应当按照核定的水量取水，并安装计量设施。'
  const FEE = '第三条 取水单位按照实际取水量缴纳水资源费。'
  const NEW = '第三条 鼓励使用再生水和雨水，减少新鲜水的消耗。'
  const PENALTY = (article: string, own: string) => `第${own}条 违反本办法${article}规定的，由水行政主管部门责令改正。`
  test('a reference that follows its article is numbering', () => {
    expect(
      compared(
        [DUTY, FEE, PENALTY('第三条', '四')],
        [DUTY, NEW, FEE.replace('第三', '第四'), PENALTY('第四条', '五')],
      ).slice(-1),
    ).toEqual(['~ numbering [第四条 /第五条 ]违反本办法[第三条/第四条]规定的，由水行政主管部门责令改正。'])
  })
  test('a reference that points to another article is substance', () => {
    expect(compared([DUTY, FEE, PENALTY('第二条', '四')], [DUTY, FEE, PENALTY('第三条', '四')]).slice(-1)).toEqual([
      '~ substance 第四条 违反本办法[第二条/第三条]规定的，由水行政主管部门责令改正。',
    ])
  })
  test('a reference to a paragraph of the same article is followed too', () => {
    const first = '第六条 城市供水应当优先满足居民生活用水。'
    const second = '工业用水价格由市人民政府核定。'
    const third = '违反本条第二款规定的，责令退还多收的费用。'
    const added = '供水企业应当公布水质检测结果，接受社会监督。'
    expect(compared([first, second, third], [first, added, second, third.replace('第二', '第三')]).slice(-1)).toEqual([
      '~ numbering 违反本条[第二款/第三款]规定的，责令退还多收的费用。',
    ])
  })
})

describe('substance and wording', () => {
  const classOf = (left: string, right: string): string => compared([left], [right])[0]?.split(' ')[1] ?? ''
  test.each([
    ['应当公开信息。', '可以公开信息。'],
    ['必须依法公开有关信息。', '应当依法公开有关信息。'],
    ['建设项目不得占用基本农田。', '建设项目得占用基本农田。'],
    ['森林覆盖率达到目标。', '森林覆盖率力争达到目标。'],
    ['支持企业开展技术改造。', '支持企业开展技术改造，并给予贷款贴息。'],
    ['由财政、审计部门共同检查。', '由财政、税务部门、审计部门共同检查。'],
    ['新建学校24所。', '新建学校20所。'],
    ['造林面积5万亩。', '造林面积5万公顷。'],
    ['增长6%左右。', '增长6%。'],
  ])('substance: %s → %s', (left, right) => {
    expect(classOf(left, right)).toBe('substance')
  })
  test.each([
    ['加快发展现代农业。', '大力发展现代农业。'],
    ['不断提高服务水平。', '持续提高服务水平。'],
    ['非常重要的任务。', '十分重要的任务。'],
    ['按规定办理手续。', '按照规定办理手续。'],
    ['这是一项长期任务。', '这是一个长期任务。'],
    ['占比达到16.8%，逐年上升。', '占比达到百分之十六点八，逐年上升。'],
    ['共有30项任务。', '共有三十项任务。'],
  ])('wording: %s → %s', (left, right) => {
    expect(classOf(left, right)).toBe('wording')
  })
})

test('a chapter that parts of the text moved across has not moved', () => {
  const plan = ['三、发展产业', '培育装备制造集群。', '（一）创新平台', '建设中试基地10个，促进成果转化。']
  const talent = ['四、创新驱动', '支持企业建设研发机构，研发活动覆盖率达到85%。', '深化职称评审改革，评价向贡献倾斜。']
  const [, , heading = '', base = ''] = plan
  expect(
    compared([...plan, ...talent], [...plan.slice(0, 2), talent[0] ?? '', heading, base, ...talent.slice(1)]),
  ).toEqual([
    `= ${plan[0]}`,
    `= ${plan[1]}`,
    `= ${talent[0]}`,
    `=↷ ${heading}`,
    `=↷ ${base}`,
    `= ${talent[1]}`,
    `= ${talent[2]}`,
  ])
})

test('a number of its neighbour is not enough to join two changed paragraphs', () => {
  expect(
    compared(
      ['软件业务收入达到60亿元，零售总额达到510亿元。', '物流总费用与生产总值的比率降至13.5%左右。'],
      ['软件业务收入达到75亿元，零售总额年均增长5.5%左右。', '物流总费用与生产总值的比率降至13.5%。'],
    ),
  ).toHaveLength(2)
})
