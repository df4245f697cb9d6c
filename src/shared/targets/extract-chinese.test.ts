import { expect, it } from 'vitest'
import { extractFrom, plan } from './lexicon.test-helper.ts'

const figures = (text: string): string[] =>
  extractFrom(`第二章　主要目标\n${text}`, plan)
    .filter((target) => target.value !== null)
    .map(
      ({ indicator, value, max, unit, measure }) =>
        `${indicator} ${value}${max === null ? '' : `~${max}`}${unit} ${measure}`,
    )

it.each([
  ['发电量九千万～一亿千瓦时。', ['发电量 0.9~1亿千瓦时 level']],
  ['发电量比一九九五年的七亿千瓦时增加五千万千瓦时。', ['发电量 5000万千瓦时 growth']],
  ['单位产值能耗由二○二○年的二点一吨标准煤下降到二○二五年的一点六吨标准煤。', ['单位产值能耗 1.6吨标准煤 level']],
  ['人口自然增长率控制在年均千分之八点五。', ['人口自然增长率 8.5‰ level']],
  ['生产能力达到一个新水平。', []],
  ['煤炭产量三十万吨，与二○二○年的三十万吨持平。', ['煤炭产量 30万吨 level']],
  ['绿化覆盖率达到百分之三十一。', ['绿化覆盖率 31% level']],
  ['城镇失业人员再就业和农村劳动力转移各40万人。', ['城镇失业人员再就业和农村劳动力转移 40万人 addition']],
])('%s', (text, expected) => {
  expect(figures(text)).toEqual(expected)
})
