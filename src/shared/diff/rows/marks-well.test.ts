import { describe, expect, test } from 'vitest'
import { compared } from '../diff-laws.test-helper.ts'

/** The one row that two texts of one line come to. */
function row(left: string, right: string): string {
  return compared([left], [right])[0] ?? ''
}

describe('the number of an article', () => {
  test('is no part of what changed behind it', () => {
    expect(
      row('第十二条 国家鼓励发展再生水利用，维护用水者权益。', '第十五条 国家支持发展再生水利用，保护用水者权益。'),
    ).toBe('~ wording [第十二条 /第十五条 ]国家[鼓励/支持]发展再生水利用，[维护/保护]用水者权益。')
  })
  test('does not hide that a word behind it lost its attribute', () => {
    expect(
      row('第九条 现役教官死亡，符合下列情形的，予以抚恤：', '第十二条 教官死亡，符合下列情形的，予以抚恤：'),
    ).toBe('~ wording [第九条 /第十二条 ][现役/]教官死亡，符合下列情形的，予以抚恤：')
  })
  test('does not stand in for the character that a changed one makes a word with', () => {
    expect(row('（六）聚力建设文化强市，繁荣文艺创作。', '（七）着力建设文化强市，繁荣文艺创作。')).toBe(
      '~ wording [（六）/（七）][聚力/着力]建设文化强市，繁荣文艺创作。',
    )
  })
})

describe('what is only put in', () => {
  test('leaves the words between two insertions unmarked', () => {
    expect(
      row(
        '水库管理单位应当加强对供水设施的管理，任何人不得擅自取水。',
        '水库管理单位应当加强对供水设施、监测设备的日常管理，及时排除事故隐患。任何人不得擅自取水。',
      ),
    ).toBe(
      '~ substance 水库管理单位应当加强对供水设施[/、监测设备]的[/日常]管理，[/及时排除事故隐患。]任何人不得擅自取水。',
    )
  })
  test('leaves a comma between two insertions unmarked', () => {
    expect(row('根据用水规模确认取水的方式。', '根据用水规模和用途，在五个工作日内确认取水的方式。')).toBe(
      '~ substance 根据用水规模[/和用途，在五个工作日内]确认取水的方式。',
    )
    expect(row('根据用水规模，确认取水的方式。', '根据用水规模和用途，在五个工作日内确认取水的方式。')).toBe(
      '~ substance 根据用水规模[/和用途]，[/在五个工作日内]确认取水的方式。',
    )
  })
  test('takes a whole sentence where it can', () => {
    expect(
      row('水务部门对供水成本进行监审。供水监审应当重点核查管网漏损的费用。', '水务部门对供水成本进行监审。'),
    ).toBe('~ substance 水务部门对供水成本进行监审。[供水监审应当重点核查管网漏损的费用。/]')
  })
})

describe('accidents', () => {
  test('a word of a struck clause is not kept for standing in what replaced it', () => {
    expect(
      row(
        '取水行为有下列情形之一的，决定停止、限制或者核减该项取水行为违法；决定收回该许可的，可以责令补办手续。',
        '取水行为有下列情形之一的，取水主管机关决定收回该许可的，可以责令补办手续。',
      ),
    ).toBe(
      '~ substance 取水行为有下列情形之一的，[决定停止、限制或者核减该项取水行为违法；/取水主管机关]决定收回该许可的，可以责令补办手续。',
    )
  })
  test('a clause that only changed its place is kept', () => {
    expect(
      row(
        '根据全市发展的需要，确定用水项目，提高供水的可靠性、公平性和经济性。',
        '根据全市发展的需要，按照优先保障居民生活的要求，确定用水项目。',
      ),
    ).toBe(
      '~ substance 根据全市发展的需要，[/按照优先保障居民生活的要求，]确定用水项目[，提高供水的可靠性、公平性和经济性/]。',
    )
  })
})

describe('words that the segmenter joins or parts', () => {
  test('应当在 begins like 应当', () => {
    expect(row('供水企业应当提前三日公告。', '供水企业应当在停水前二十四小时公告。')).toBe(
      '~ substance 供水企业应当[提前三日/在停水前二十四小时]公告。',
    )
  })
  test('委员会 is not cut before what follows it', () => {
    expect(row('业主委员会对供水合同提出意见。', '业主委员会可以对供水合同提出意见。')).toBe(
      '~ substance 业主委员会[/可以]对供水合同提出意见。',
    )
  })
  test('a character that changes at the very end takes the one before it along', () => {
    expect(row('第三章 水票的领购', '第三章 水票的领用')).toBe('~ wording 第三章 水票的[领购/领用]')
  })
  test('another form of quotation marks is punctuation', () => {
    expect(row('反对「形式主义」的做法。', '反对“形式主义”的做法。')).toBe(
      '~ punctuation 反对[「/“]形式主义[」/”]的做法。',
    )
  })
})

test('what a changed chapter heading has left over does not make the struck article below it part of the heading', () => {
  const HEADING = ['第二章 死亡抚恤', '第二章 教官死亡抚恤']
  const STRUCK = '第七条 现役教官死亡被确认为因公殉职或者病故的，其遗属依照本办法的规定享受抚恤。'
  const NEXT = '第八条 一次性抚恤金由民政部门发给遗属。'
  expect(compared([HEADING[0] ?? '', STRUCK, NEXT], [HEADING[1] ?? '', NEXT])).toEqual([
    '~ wording 第二章 [/教官]死亡抚恤',
    `- [${STRUCK}/]`,
    `= ${NEXT}`,
  ])
})
