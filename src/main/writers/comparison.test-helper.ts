import { analyse } from '../../shared/comparison/analyse.ts'
import { compareAnalyses } from '../../shared/comparison/compare-analyses.ts'
import type { Lexicon } from '../../shared/targets/lexicon.ts'
import type { ExportInput } from './export-input.ts'

const LEXICON: Lexicon = {
  indicators: [
    {
      name: '研发经费投入强度',
      synonyms: ['全社会研发经费投入强度', '研发经费占比'],
      category: '创新',
      polarity: 'up',
      units: ['%'],
      note: '',
    },
    { name: '货物进出口总额', synonyms: [], category: '经济', polarity: 'up', units: ['亿元'], note: '' },
  ],
}

export const LEFT = [
  '云溪市“十五五”规划纲要（讨论稿）',
  '一、主要目标',
  '到2030年，全社会研发经费投入强度达到3.2%，货物进出口总额突破160亿元。',
  '加快建设滨江科创走廊，推动中试基地向企业开放，完善成果转化服务。',
  '二、绿色发展',
  '推进沿江湿地修复，建设候鸟观测站点，形成连片的生态空间。',
  '深入开展河湖清淤行动，巩固水源地保护成果。',
].join('\n')

export const RIGHT = [
  '云溪市“十五五”规划纲要（征求意见稿）',
  '一、主要目标',
  '到2030年，全社会研发经费投入强度力争达到3%以上，货物进出口总额突破160亿元。',
  '二、绿色发展',
  '推进沿江湿地修复，建设候鸟观测站点，形成连片的生态空间。',
  '加快建设滨江科创走廊，推动中试基地向企业开放，完善成果转化服务。',
  '健全生态产品价值实现机制，开展林业碳汇<试点>&交易。',
].join('\n')

/** A comparison of two short texts of our own, ready for a writer. */
export function exportInput(overrides: Partial<ExportInput> = {}, left = LEFT, right = RIGHT): ExportInput {
  const comparison = compareAnalyses(analyse(left, LEXICON), analyse(right, LEXICON), LEXICON, { now: () => 0 })
  return {
    comparison,
    leftTitle: '讨论稿',
    rightTitle: '征求/意见稿',
    kind: 'html',
    scope: 'all',
    decisions: [],
    annotations: [],
    exportedAt: '2026-03-01T08:00:00.000Z',
    ...overrides,
  }
}
