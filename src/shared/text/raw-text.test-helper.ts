import { textWidth } from './characters.ts'
import type { RawDocument } from './raw-document.ts'

/** A text as the text reader hands it over. */
export function rawText(text: string): RawDocument {
  return {
    format: 'txt',
    structured: false,
    lines: text.split('\n').map((line) => ({ text: line })),
    dropped: [],
    warnings: [],
  }
}

/** Sets paragraphs in lines of so many Han characters, the first set in by two where asked; closing marks hang over, numbers stay whole. */
export function setInLines(paragraphs: readonly string[], width: number, indent: '' | '　　'): string[] {
  return paragraphs.flatMap((paragraph) => {
    const lines: string[] = []
    let line = '　　'
    for (const piece of paragraph.match(/[0-9.%]+|[^]/gu) ?? []) {
      if (textWidth(line) + textWidth(piece) > width * 2 && !'，。、；：！？”》）'.includes(piece)) {
        lines.push(line)
        line = ''
      }
      line += piece
    }
    lines.push(line)
    return lines.map((set, index) => (index === 0 ? indent + set.trimStart() : set))
  })
}

/** A report in official style about a place that does not exist. */
export const REPORT: readonly string[] = [
  '一、二〇二四年工作回顾',
  '过去一年，面对繁重的改革发展任务，全市上下坚持稳中求进工作总基调，统筹推进稳增长、促改革、惠民生、防风险各项工作，较好完成了市人民代表大会第三次会议确定的目标任务。',
  '——坚持把项目建设作为头等大事。全年实施市级重点项目126个，完成投资318亿元，云溪港二期、滨河快速路等一批重大工程建成投用，固定资产投资增长8.6%，工业投资占比提高到41%。',
  '——坚持把创新作为第一动力。新增高新技术企业52家、省级研发机构9家，研发经费投入强度达到2.7%，建成青柳科创走廊核心区，技术合同成交额突破60亿元。',
  '同时，我们也清醒地看到，发展中还有不少短板：产业结构不够优，龙头企业不多，优质公共服务供给不足，一些干部抓落实的本领有待增强。对此，我们一定认真加以解决。',
  '二、二〇二五年主要任务',
  '今年经济社会发展的主要预期目标是：地区生产总值增长6%左右，一般公共预算收入增长5.5%，城镇新增就业3.2万人，居民收入与经济增长同步。',
  '实现上述目标，要重点抓好以下五个方面的工作：',
  '（一）聚焦实体经济，加快建设现代化产业体系',
  '深入实施产业链链长制，做强新型材料、高端装备、生物医药三大主导产业，培育年产值超百亿元企业4家。推进老旧园区改造，盘活低效用地2300亩，让更多好项目引得来、落得下、长得大。',
  '（二）突出科技引领，持续激发创新创造活力',
  '办好青柳实验室，支持企业牵头组建创新联合体，新增科技型中小企业200家。完善人才服务“一件事”，引进高层次人才150名，建设青年发展型城市，让云溪成为各类人才向往的热土。',
]
