import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { diffDocuments } from './diff-documents.ts'
import { compared, expectLaws, side } from './diff-laws.test-helper.ts'

const ROADS = '加快建设环城公路和通村公路，五年新建改建农村公路320公里。'
const SCHOOLS = '新建扩建中小学校24所，新增学位1.8万个，义务教育巩固率达到98%以上。'
const WATER = '推进城乡供水一体化，农村自来水普及率达到92%，水质达标率稳步提高。'
const PARKS = '建设城市公园和社区绿地，人均公园绿地面积达到14平方米。'

describe('edits within a row', () => {
  test('a number is struck and set whole, with its unit', () => {
    expect(compared(['粮食产量达到800万吨。'], ['粮食产量达到850万吨。'])).toEqual([
      '~ substance 粮食产量达到[800万吨/850万吨]。',
    ])
  })
  test('a number with decimals and thousands is one number', () => {
    expect(compared(['总额1,250.5亿元，增长6.5%。'], ['总额1,350.5亿元，增长6.8%。'])).toEqual([
      '~ substance 总额[1,250.5亿元/1,350.5亿元]，增长[6.5%/6.8%]。',
    ])
  })
  test('a qualifier that goes is struck alone', () => {
    expect(compared(['研发经费占比3%以上。'], ['研发经费占比3%。'])).toEqual(['~ substance 研发经费占比3%[以上/]。'])
  })
  test('a qualifier that stays is left standing', () => {
    expect(compared(['地区生产总值增长6%左右。'], ['地区生产总值增长5%左右。'])).toEqual([
      '~ substance 地区生产总值增长[6%/5%]左右。',
    ])
    expect(compared(['研发经费占比3%以上。'], ['研发经费占比3.2%。'])).toEqual([
      '~ substance 研发经费占比[3%以上/3.2%]。',
    ])
  })
  test('a number in characters is one number', () => {
    expect(compared(['实施三十五项重点工程。'], ['实施三十八项重点工程。'])).toEqual([
      '~ substance 实施[三十五/三十八]项重点工程。',
    ])
  })
  test('a number behind letters or Roman numerals is a number of its own', () => {
    expect(compared(['PM2.5浓度28微克，Ⅲ类以上水质98.7%。'], ['PM2.5浓度26微克，Ⅲ类以上水质101.7%。'])).toEqual([
      '~ substance PM2.5浓度[28微克/26微克]，Ⅲ类以上水质[98.7%/101.7%]。',
    ])
    expect(compared(['优良率AQI98.7%。'], ['优良率AQI99.7%。'])).toEqual(['~ substance 优良率AQI[98.7%/99.7%]。'])
    expect(compared(['地表水Ⅲ98.7%。'], ['地表水Ⅲ99.7%。'])).toEqual(['~ substance 地表水Ⅲ[98.7%/99.7%]。'])
  })
  test('words that the segmenter cuts differently on both sides are not struck', () => {
    expect(compared(['机关受理行政复议决定。'], ['机关受理行政复议案件。'])).toEqual([
      '~ wording 机关受理行政复议[决定/案件]。',
    ])
  })
  test('an indicator name is struck and set whole', () => {
    const terms = ['城市化率', '城镇化率']
    expect(compared(['常住人口城市化率稳步提高。'], ['常住人口城镇化率稳步提高。'], { terms })).toEqual([
      '~ wording 常住人口[城市化率/城镇化率]稳步提高。',
    ])
  })
})

describe('classes', () => {
  test('full and half width are the same text', () => {
    expect(compared(['增长７２％，达到３９.８万亿元'], ['增长72%，达到39.8万亿元'])).toEqual([
      '~ layout 增长72%，达到39.8万亿元',
    ])
  })
  test('blanks between characters are layout', () => {
    expect(compared(['建设标志性工程。'], ['建 设 标 志 性 工 程。'])).toEqual(['~ layout 建 设 标 志 性 工 程。'])
  })
  test('renumbering is numbering', () => {
    expect(compared(['三、保障措施'], ['四、保障措施'])).toEqual(['~ numbering [三、/四、]保障措施'])
  })
  test('a mark for a mark is punctuation', () => {
    expect(compared(['坚持稳中求进，扎实推进各项工作。'], ['坚持稳中求进；扎实推进各项工作。'])).toEqual([
      '~ punctuation 坚持稳中求进[，/；]扎实推进各项工作。',
    ])
  })
  test('a promise weakened is substance', () => {
    expect(compared(['森林覆盖率达到62%。'], ['森林覆盖率力争达到62%。'])).toEqual([
      '~ substance 森林覆盖率[/力争]达到62%。',
    ])
  })
})

describe('alignment', () => {
  test('a paragraph moved and changed is one row at its new place', () => {
    expect(compared([ROADS, SCHOOLS, WATER, PARKS], [SCHOOLS, WATER, PARKS, ROADS.replace('320', '350')])).toEqual([
      `= ${SCHOOLS}`,
      `= ${WATER}`,
      `= ${PARKS}`,
      '~↷ substance 加快建设环城公路和通村公路，五年新建改建农村公路[320公里/350公里]。',
    ])
  })
  test('a paragraph split in two is one row', () => {
    expect(compared([PARKS, ROADS + SCHOOLS, WATER], [PARKS, ROADS, SCHOOLS, WATER])).toEqual([
      `= ${PARKS}`,
      `~ layout ${ROADS}¶${SCHOOLS}`,
      `= ${WATER}`,
    ])
  })
  test('an article struck behind one that was split stands alone, however alike the two are', () => {
    const kept =
      '在登记有效期内，企业因转产、歇业、破产等原因不再使用列入目录的公用泊位的，应当在三十日内办理注销手续。'
    const piece = '企业不办理泊位登记注销手续的，省海洋渔业港口泊位登记管理机构应当注销其泊位登记并予以公告。'
    const struck = '泊位登记的标志和式样由省海洋渔业港口泊位登记管理机构规定并公布。'
    const [before, after] = [SCHOOLS, WATER]
    expect(compared([before, `${kept}${piece}`, struck, after], [before, kept, piece, after])).toEqual([
      `= ${before}`,
      `~ layout ${kept}¶${piece}`,
      `- [${struck}/]`,
      `= ${after}`,
    ])
    expect(compared([before, kept, piece, after], [before, `${kept}${piece}`, struck, after])).toContain(
      `+ [/${struck}]`,
    )
  })
  test('two paragraphs merged are one row', () => {
    expect(compared([PARKS, ROADS, SCHOOLS, WATER], [PARKS, ROADS + SCHOOLS, WATER])).toEqual([
      `= ${PARKS}`,
      `~ layout ${ROADS}¤${SCHOOLS}`,
      `= ${WATER}`,
    ])
  })
  test('a label recognised on one side only makes no difference', () => {
    expect(compared(['二、农业', ROADS], ['二 、 农 业', ROADS])).toEqual(['~ layout 二 、 农 业', `= ${ROADS}`])
  })
  test('a formula cut off by line breaks belongs to its paragraph', () => {
    expect(
      compared(
        [ROADS, '细颗粒物（PM', '2.5', '）浓度继续下降，优良天数比率提高。'],
        [ROADS, '细颗粒物（PM2.5）浓度继续下降，优良天数比率提高。'],
      ),
    ).toEqual([`= ${ROADS}`, '~ layout 细颗粒物（PM¤2.5¤）浓度继续下降，优良天数比率提高。'])
  })
  test('a paragraph is told from the short lines that it moved past', () => {
    const lines = ['指标', '单位', '数量', '面积', '人口', '产值', '税收', '投资', '消费', '出口']
    const rows = compared([PARKS, ...lines, ROADS], [...lines, PARKS, ROADS])
    expect(rows).toEqual([...lines.map((line) => `= ${line}`), `=↷ ${PARKS}`, `= ${ROADS}`])
  })
  test('a paragraph moved and split is one moved row', () => {
    expect(
      compared([ROADS + SCHOOLS, WATER, PARKS, '各位代表：'], [WATER, PARKS, '各位代表：', ROADS, SCHOOLS]),
    ).toEqual([`= ${WATER}`, `= ${PARKS}`, '= 各位代表：', `~↷ layout ${ROADS}¶${SCHOOLS}`])
  })
  test('a heading glued to its paragraph is layout', () => {
    expect(compared(['（一）办好教育', SCHOOLS, ROADS], [`（一）办好教育${SCHOOLS}`, ROADS])).toEqual([
      `~ layout （一）办好教育¤${SCHOOLS}`,
      `= ${ROADS}`,
    ])
  })
  test('a label inside merged text is text', () => {
    expect(compared([`${ROADS}二是${SCHOOLS}`], [ROADS, `二是${SCHOOLS}`])).toEqual([
      `~ layout ${ROADS}¶二是${SCHOOLS}`,
    ])
  })
  test('what is new and what is gone stand alone', () => {
    expect(compared([ROADS, SCHOOLS], [SCHOOLS, WATER])).toEqual([`- [${ROADS}/]`, `= ${SCHOOLS}`, `+ [/${WATER}]`])
  })
})

describe('laws', () => {
  test('empty and blank sides', () => {
    expect(compared([], [])).toEqual([])
    expect(compared([''], [' \n　\n'])).toEqual([])
    expect(compared([''], [ROADS])).toEqual([`+ [/${ROADS}]`])
  })
  test('text outside of all blocks is not lost', () => {
    const left = { text: `${ROADS}\n${WATER}`, blocks: [] }
    const right = { text: WATER, blocks: [{ kind: 'paragraph', level: 0, label: null, start: 4, end: 9 } as const] }
    expectLaws(left, right, diffDocuments(left, right))
  })
  test('a hundred thousand equal lines', () => {
    const text = Array.from({ length: 100_000 }, () => '同上').join('\n')
    const result = diffDocuments({ text, blocks: [] }, { text: `${text}\n同上`, blocks: [] })
    expect(result.rows.filter((row) => row.kind === 'equal')).toHaveLength(100_000)
    expect(result.rows).toHaveLength(100_001)
  }, 60_000)
  test('what a deadline cuts short says so on its rows', () => {
    const [left, right] = [side(ROADS, SCHOOLS, WATER), side(ROADS.replace('320', '350'), WATER, PARKS)]
    const result = diffDocuments(left, right, { isExpired: () => true })
    expectLaws(left, right, result)
    expect(result.precise).toBe(false)
    expect(result.rows.filter((row) => row.kind !== 'equal').every((row) => !row.precise)).toBe(true)
    expect(result.rows.filter((row) => row.kind === 'equal').every((row) => row.precise)).toBe(true)
  })
  test('two long paragraphs without a common clause are compared in bounded time', () => {
    const words = ['建设', '产业', '公路', '水库', '学校', '医院', '园区', '港口', '农田', '管网', '市场', '平台']
    const say = (seed: number): string =>
      Array.from({ length: 8000 }, (_, i) => words[(i * seed + ((i * i) % 7)) % words.length]).join('')
    const [left, right] = [side(`${ROADS}${say(5)}`), side(`${ROADS}${say(7)}`)]
    const result = diffDocuments(left, right)
    expectLaws(left, right, result)
    expect(result.precise).toBe(result.rows.every((row) => row.precise))
  })
  test('any two texts', () => {
    const piece = fc.constantFrom(
      '一、',
      '加快',
      '建设',
      '3%',
      '以上',
      '，',
      '。',
      '\n',
      '　',
      '的',
      '850亿元',
      '\ud842',
      '\udfb7',
      '𠮷',
      'e\u0301',
      '（一）',
      '\u200b',
    )
    const text = fc.oneof(
      fc.array(piece, { maxLength: 60 }).map((parts) => parts.join('')),
      fc.string({ unit: 'binary' }),
    )
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [left, right] = [side(a), side(b)]
        const result = diffDocuments(left, right)
        expectLaws(left, right, result)
        expect(diffDocuments(left, right)).toEqual(result)
      }),
      { numRuns: 500 },
    )
  })
  test('a text against itself is all equal', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(ROADS, WATER, PARKS, '一、总则', '二、总则', '', '同上')), (lines) => {
        const document = side(...lines)
        const rows = diffDocuments(document, document).rows
        expect(rows.every((row) => row.kind === 'equal' && !row.moved)).toBe(true)
      }),
    )
  })
})
