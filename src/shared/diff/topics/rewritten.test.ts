import { describe, expect, test } from 'vitest'
import { diffDocuments } from '../diff-documents.ts'
import { compared, side } from '../diff-laws.test-helper.ts'

/** Two plans for the same county, five years apart: few sentences in common, other numbers, another order. */
const OLD = [
  '一、建设清洁能源基地',
  '坚持水电优先、多能互补，扩大抽水蓄能和分布式光伏规模，压减散煤消费。',
  '在青石岭、白沙滩建设两座风电场，完善输电走廊。',
  '二、方便群众看病就医',
  '加强乡镇卫生院和村卫生室建设，培训乡村医生，推行家庭医生签约服务。',
  '县医院与市级医院结成医疗联合体，常见病不出县。',
  '三、办好特色畜牧业',
  '扶持黑山羊良种繁育和规模养殖，建设冷链屠宰加工园区。',
]
const NEW = [
  '一、加快健康青川建设',
  '健全县乡村三级医疗卫生网，乡镇卫生院达到服务能力标准，乡村医生持证上岗，家庭医生覆盖重点人群。',
  '深化紧密型医疗联合体改革，检查结果互认，大病救治留在县内。',
  '二、推动能源绿色转型',
  '抽水蓄能电站投产发电，分布式光伏进村入户，散煤全面退出。',
  '风电场装机翻番，新建两条外送输电走廊。',
  '三、发展数字政务',
  '政务事项一网通办，电子证照全面应用。',
]

describe('a plan written anew', () => {
  const [left, right] = [side(...OLD), side(...NEW)]
  const { sections, rows } = diffDocuments(left, right)
  const lineAt = (text: string, range: { start: number } | null | undefined): string =>
    range ? (text.slice(range.start).split('\n')[0] ?? '') : '—'
  test('sections are matched by their matter, under new numbers and in another order', () => {
    expect(sections.map((pair) => [lineAt(left.text, pair.left), lineAt(right.text, pair.right)])).toEqual([
      ['二、方便群众看病就医', '一、加快健康青川建设'],
      ['一、建设清洁能源基地', '二、推动能源绿色转型'],
      ['—', '三、发展数字政务'],
      ['三、办好特色畜牧业', '—'],
    ])
  })
  test('each passage has its counterpart in its row or first among the related blocks', () => {
    const counterpart = (line: string): string => {
      const start = right.text.indexOf(line)
      const row = rows.find((candidate) => candidate.right.some((range) => range.start === start))
      return lineAt(left.text, row?.left[0] ?? row?.related[0])
    }
    expect(counterpart('抽水蓄能电站投产')).toBe(OLD[1])
    expect(counterpart('风电场装机翻番')).toBe(OLD[2])
    expect(counterpart('健全县乡村三级')).toBe(OLD[4])
    expect(counterpart('深化紧密型')).toBe(OLD[5])
    expect(counterpart('政务事项')).toBe('—')
  })
  test('related blocks lead to the other side, with a score between 0 and 1, at most three', () => {
    for (const row of rows) {
      if (row.left.length > 0 && row.right.length > 0) expect(row.related).toEqual([])
      expect(row.related.length).toBeLessThanOrEqual(3)
      for (const { side: name, start, end, score } of row.related) {
        expect(name).toBe(row.left.length > 0 ? 'right' : 'left')
        expect((name === 'left' ? left : right).text.slice(start, end)).not.toContain('\n')
        expect(score > 0 && score <= 1).toBe(true)
      }
    }
  })
})

describe('a text that was revised', () => {
  test('a new paragraph in a section that was kept is new, however close its matter', () => {
    const kept = ['一、农业', '粮食播种面积稳定在30万亩以上，总产量达到12万吨。', '新建高标准农田2万亩，改造灌区三处。']
    expect(
      compared(
        [...kept, '推广节水灌溉，新增喷灌滴灌面积一万亩。'],
        [...kept, '改造老旧渠系，灌区用水计量到户，节水奖励兑现。'],
      ),
    ).toEqual([
      ...kept.map((line) => `= ${line}`),
      '- [推广节水灌溉，新增喷灌滴灌面积一万亩。/]',
      '+ [/改造老旧渠系，灌区用水计量到户，节水奖励兑现。]',
    ])
  })
  test('what is gone from one place of a kept section and new at another is gone and new, though about one matter', () => {
    const gone =
      '抽水蓄能、分布式光伏、风电场协同发展，散煤全面退出，输电走廊外送通道扩容，储能电站和充电桩并网，绿电交易放开。'
    const fresh =
      '储能电站、输电走廊提前布局，绿电交易铺开，风电场和分布式光伏并网，充电桩成网，压减散煤，抽水蓄能外送。'
    const kept = [
      '粮食播种面积稳定在30万亩以上，总产量达到12万吨，新建高标准农田2万亩。',
      '新建扩建中小学校24所，新增学位1.8万个，乡村教师全员轮训一遍。',
      '推进城乡供水一体化，农村自来水普及率达到92%，水质达标率稳步提高。',
    ]
    expect(compared(['一、重点任务', gone, ...kept], ['一、重点任务', ...kept, fresh])).toEqual([
      '= 一、重点任务',
      `- [${gone}/]`,
      ...kept.map((line) => `= ${line}`),
      `+ [/${fresh}]`,
    ])
  })
  test('two sides that share only accidents are struck and set whole', () => {
    const left = ['一、能源', '坚持水电优先、多能互补，扩大抽水蓄能规模，有序发展分布式光伏。']
    const right = ['一、能源', '抽水蓄能电站全部投产，分布式光伏进村入户，水电送出通道畅通。']
    const rows = compared(left, right)
    expect(rows[1]).toBe(`~ substance [${left[1]}/${right[1]}]`)
  })
})

describe('a heading with its text on the same line', () => {
  const old = side('一、治理农村污水     新建乡镇污水处理厂四座，铺设管网六十公里。', '推广小型净化池。')
  const now = side('一、深化农村污水治理', '乡镇污水处理厂全部达标运行，管网延伸到村。', '净化池由村民自管。')
  const asHeadings = {
    ...old,
    blocks: old.blocks.map((block, i) => (i === 0 ? { ...block, kind: 'heading' as const, level: 1 } : block)),
  }
  test('stands beside the heading and the first paragraph of its partner', () => {
    const [row] = diffDocuments(asHeadings, now).rows
    expect([row?.left.length, row?.right.length]).toEqual([1, 2])
  })
})
