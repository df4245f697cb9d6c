import { describe, expect, test } from 'vitest'
import { clean } from './clean.ts'
import { knownInsides } from './known-insides.ts'
import { rawText } from './raw-text.test-helper.ts'

describe('known insides', () => {
  const insides = knownInsides([
    '第二节　培育骨干企业　　支持龙头企业牵头组建创新联合体，新增科技型中小企业２００家',
    '实施渔船更新改造工程，建成标准化码头十二座',
  ])
  test('a break stands inside a paragraph of the other text, wherever it is, or at a wide blank of one', () => {
    const lines = ['第二节　培育骨干企业', '支持龙头企业牵头组建创新联合', '体，新增科技型中小企业200', '家']
    expect(insides(lines)).toEqual([null, 'gap', 'words', 'words'])
  })
  test('a word that was edited beside the break does not hide it', () => {
    expect(insides(['第二节　培育骨干企业　　鼓励龙头企业牵头', '组建创新联合体，新增科技型中小企业'])).toEqual([
      null,
      'words',
    ])
    expect(insides(['支持龙头企业牵头组建创新', '同盟，新增科技型中小企业'])).toEqual([null, null])
  })
  test('the end of a paragraph is no inside', () => {
    expect(insides(['新增科技型中小企业200家', '实施渔船更新改造工程，建成标准化码头'])).toEqual([null, null])
  })
})

describe('a text in short lines beside the same text with headings on the line of their text', () => {
  const sections = [
    ['第一节　稳定粮食生产', '落实最严格的耕地保护制度，建设高标准农田三十万亩，粮食综合生产能力稳步提高'],
    ['第二节　培育骨干企业', '支持龙头企业牵头组建创新联合体，推动产业链上下游协同，新增科技型中小企业二百家'],
    ['第三节　提升开放水平', '深化与周边港口的合作，加密集装箱班轮航线，外贸进出口总额保持较快增长'],
    ['第四节　改善人居环境', '推进城乡生活垃圾分类，新建改建污水处理设施，基本消除黑臭水体'],
  ].map(([heading, text]) => `${heading}　　${text}`)
  const more = sections.map((line) => line.replace(/第(.)节/, '第$1章').replaceAll('，', '，进一步'))
  const paragraphs = [...sections, ...more]
  test.each([22, 25, 26, 28])('goes on where the other one goes on, in lines of %i', (width) => {
    const wrapped = paragraphs.flatMap((line) => `　　${line}`.match(new RegExp(`.{1,${width}}`, 'gu')) ?? [])
    const disabled = ['split-lines', 'split-headings']
    expect(
      clean(rawText(wrapped.join('\n')), { paragraphs, disabled })
        .text.split('\n')
        .map(bare),
    ).toEqual(paragraphs.map(bare))
  })
  test('begins where it is set in below a line left short, though the other one goes on', () => {
    const [first = ''] = sections
    const [heading = '', text = ''] = first.split('　　')
    const parted = [heading, text, ...paragraphs.slice(1)]
    const wrapped = parted.flatMap((line) => `　　${line}`.match(/.{1,26}/gu) ?? [])
    const disabled = ['split-lines', 'split-headings']
    expect(
      clean(rawText(wrapped.join('\n')), { paragraphs, disabled })
        .text.split('\n')
        .map(bare),
    ).toEqual(parted.map(bare))
  })
})

function bare(line: string): string {
  return line.replace(/\s/g, '')
}
