import { describe, expect, it } from 'vitest'
import { diffDocuments } from '../../shared/diff/diff-documents.ts'
import { type NamedBytes, readPair } from './read-pair.ts'

const named = (lines: readonly string[]): NamedBytes => ({
  bytes: new TextEncoder().encode(lines.join('\n')),
  name: 'report.txt',
})

/** What is not the same in two files, as the command line compares them: the changed lines of both sides. */
async function changedLines(left: readonly string[], right: readonly string[]): Promise<string[]> {
  const pair = await readPair(named(left), named(right))
  const { rows } = diffDocuments(pair.left, pair.right)
  return rows
    .filter((row) => (row.kind !== 'equal' || row.moved) && row.class !== 'layout')
    .map((row) =>
      (['left', 'right'] as const)
        .map((side) => row[side].map(({ start, end }) => pair[side].text.slice(start, end)).join('¶'))
        .join(' → '),
    )
}

/** A report from a web page that put each link on a line of its own. */
const REPORT = [
  '望江县政府工作报告',
  '一年来，全县上下牢固树立绿水青山就是金山银山的理念，深入打好污染防治攻坚战，细颗粒物（PM',
  '2.5',
  '）年均浓度下降9.1%，空气质量优良天数比率达到92.4%，群众的获得感不断增强。',
  '全县认真贯彻执行上级党委关于乡村全面振兴的各项决策部署，坚持农业农村优先发展，制定并组织实施《',
  '乡村建设条例',
  '》和配套措施，农村人居环境整治提升五年行动取得明显成效，群众满意度稳步提升。',
  '坚持把教育摆在优先发展的位置，新建改扩建学校12所，新增学位6800个，办学条件明显改善，家长满意度连续三年提高。',
  '坚持以人民为中心的发展思想，民生支出占一般公共预算支出的比重保持在八成以上，十件民生实事全部完成。',
  '坚持依法行政，自觉接受县人大法律监督和县政协民主监督，办理建议提案236件，满意率和基本满意率均达到百分之百。',
  '持续优化营商环境，推行一窗受理、集成服务，新登记各类经营主体4200户，企业开办时间压缩到半个工作日以内。',
  '着力防范化解重点领域风险，健全安全生产责任体系，全年未发生较大以上安全事故，社会大局保持和谐稳定。',
  '加快补齐农村基础设施短板，新改建农村公路86公里，完成供水管网改造120公里，群众生产生活条件持续改善。',
  '深化文明城市创建，建成新时代文明实践站68个，开展群众性文化活动900余场次，公共文化服务不断提质增效。',
]
const ADDED = '加快建设住房保障体系，筹集保障性租赁住房450套，改造老旧小区26个，惠及居民9200户。'
const edited = REPORT.toSpliced(5, 0, ADDED).map((line) => line.replace('下降9.1%', '下降10.9%'))
const wrapped = setInShortLines(edited)

/** Lines of 28 characters, first lines set in, with page numbers. */
function setInShortLines(lines: readonly string[]): string[] {
  return lines
    .flatMap((line) => `　　${line}`.match(/.{1,28}/gu) ?? [])
    .flatMap((line, i) => (i % 12 === 11 ? [line, `— ${(i + 1) / 12} —`] : [line]))
}

/** A plan whose headings stand on the line of their text, one sentence a line, without full stops. */
const PLAN = [
  '第一章　夯实农业基础　　坚持把解决好吃饭问题作为头等大事，健全种粮农民收益保障机制',
  '第一节　稳定粮食生产　　落实最严格的耕地保护制度，建设高标准农田三十万亩，粮食综合生产能力达到一百二十万吨',
  '推广优良品种和适用技术，农作物耕种收综合机械化率达到百分之八十五以上',
  '第二节　延长产业链条　　支持县域发展农产品精深加工，培育三个产值过百亿元的产业集群',
  '第二章　建设制造强市　　把发展经济的着力点放在实体经济上，保持制造业比重基本稳定',
  '第一节　培育骨干企业　　支持龙头企业牵头组建创新联合体，新增科技型中小企业二百家',
  '建成中试基地六个，技术合同成交额年均增长百分之十二',
  '第二节　改造传统产业　　实施技术改造五年行动，推动一千家规上企业智能化升级',
]
const [MOVED = '', CHANGED = ''] = [PLAN[3], PLAN[1]]
const editedPlan = [...PLAN.toSpliced(3, 1), MOVED].map((line) => line.replace('一百二十万吨', '一百三十万吨'))

describe('two files that are compared', () => {
  it.each([
    ['as it stands', edited],
    ['set in short lines', wrapped],
  ])('differ in nothing but what was edited, the second %s', async (_, right) => {
    expect(await changedLines(REPORT, right)).toEqual([
      `${REPORT[3]} → ${REPORT[3]?.replace('9.1', '10.9')}`,
      ` → ${ADDED}`,
    ])
  })
  it.each([
    ['as it stands', editedPlan],
    ['set in short lines', setInShortLines(editedPlan)],
  ])('keep headings on the line of their text where both have them there, the second %s', async (_, right) => {
    expect(await changedLines(PLAN, right)).toEqual([
      `${CHANGED} → ${CHANGED.replace('一百二十', '一百三十')}`,
      `${MOVED} → ${MOVED}`,
    ])
  })
  it('have headings on lines of their own where one of them has', async () => {
    const parted = PLAN.flatMap((line) => line.split('　　'))
    expect(await changedLines(PLAN, parted)).toEqual([])
    expect(await changedLines(parted, setInShortLines(PLAN))).toEqual([])
    expect(await changedLines(PLAN, setInShortLines(parted))).toEqual([])
  })
  it('are the same when one of them was put together already', async () => {
    const whole = [REPORT[0] ?? '', REPORT.slice(1, 4).join(''), REPORT.slice(4, 7).join(''), ...REPORT.slice(7)]
    expect(await changedLines(REPORT, whole)).toEqual([])
  })
})
