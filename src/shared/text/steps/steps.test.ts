import { describe, expect, it } from 'vitest'
import { clean } from '../clean.ts'
import { REPORT, rawText } from '../raw-text.test-helper.ts'

const cleaned = (...lines: string[]) => clean(rawText(lines.join('\n')))
const read = (...lines: string[]) => cleaned(...lines).text.split('\n')
const droppedBy = (code: string, ...lines: string[]) =>
  cleaned(...lines).log.steps.find((step) => step.code === code)?.dropped ?? 0

describe('removed-spaces', () => {
  it('closes full-width digits set apart by blanks', () => {
    expect(read('２ ０ ２ ５年全市生产总值突破１　２　０　０亿元。')).toEqual([
      '２０２５年全市生产总值突破１２００亿元。',
    ])
  })

  it('closes words whose characters were set apart', () => {
    expect(read('做强 10 条标 志 性 产 业 链 ，组 建 一 批 企 业 共 同 体。')).toEqual([
      '做强 10 条标志性产业链，组建一批企业共同体。',
    ])
  })

  it('gives back the blanks of a line that was spread as a whole', () => {
    const line = '到 2025 年，GDP 增长 6% 左右，𠮷安镇建成。'
    expect(read(Array.from(line).join(' '))).toEqual([line])
  })

  it('closes numbers written digit by digit before their unit', () => {
    expect(read('2 0 0 1年全市生产总值达到1 5 6 亿元。')).toEqual(['2001年全市生产总值达到156 亿元。'])
  })

  it.each(['市长　李 强', '2014 年 3 月 4 日印发', '第一章 总 则', 'A B C D 四个等级', '1 2 3 4', '甲 乙 丙'])(
    'leaves blanks that mean something: %s',
    (line) => expect(read(line)).toEqual([line]),
  )

  it('tightens a text that sets a blank around every mark', () => {
    const line = '全市经济平稳运行 , 结构不断优化 。民生持续改善 ;社会和谐稳定 , 人均住房面积增加2 平方米 。'
    expect(read(...Array<string>(4).fill(line))[0]).toBe(
      '全市经济平稳运行,结构不断优化。民生持续改善;社会和谐稳定,人均住房面积增加2平方米。',
    )
  })
})

describe('literal-escapes', () => {
  it('mends an escape that the end of a line cuts in two', () => {
    const text = REPORT.join('\\r\\n')
    for (const width of [36, 37, 38, 39]) {
      const lines = text.match(new RegExp(`[^]{1,${width}}`, 'g')) ?? []
      expect(read(...lines)).toEqual(REPORT)
    }
    expect(read(`${REPORT[1]}\\r\\`, `n${REPORT[4]}\\`, `r\\n${REPORT[9]}`)).toEqual([REPORT[1], REPORT[4], REPORT[9]])
  })

  it('breaks lines at escapes that were exported as letters', () => {
    const text = '政府工作报告\\r\\n各位代表：\\r\\n现在，我向大会报告工作，请予审议。\\r\\n一、工作回顾'
    expect(read(text)).toEqual(['政府工作报告', '各位代表：', '现在，我向大会报告工作，请予审议。', '一、工作回顾'])
    expect(droppedBy('literal-escapes', text)).toBe(12)
  })

  it('leaves a path alone', () => {
    expect(read('模板存放在C:\\new目录下')).toEqual(['模板存放在C:\\new目录下'])
  })

  it('reads entities of web pages', () => {
    expect(read('坚持&ldquo;两手抓&rdquo;&nbsp;&mdash;不放松&amp;不懈怠')).toEqual(['坚持“两手抓” —不放松&不懈怠'])
  })

  it('reads question marks that stand for blanks', () => {
    expect(read('云溪区人民政府区长?? 李明')).toEqual(['云溪区人民政府区长 李明'])
  })
})

describe('invisible-characters', () => {
  it('drops what nobody sees and keeps signs made of several characters', () => {
    expect(read('\ufeff各位代表：\u200d', '👨‍👩‍👧')).toEqual(['各位代表：', '👨‍👩‍👧'])
  })
})

describe('markdown-marks', () => {
  it('turns headings into hints and drops comments', () => {
    const { text, hints } = cleaned(
      '# 云溪市河道管理条例',
      '',
      '<!-- INFO END -->',
      '## 第一章 总则',
      '第一条 为了加强河道管理，制定本条例。',
    )
    expect(text.split('\n')).toEqual(['云溪市河道管理条例', '第一章 总则', '第一条 为了加强河道管理，制定本条例。'])
    expect(hints.map((hint) => [hint.kind, hint.level])).toEqual([
      ['title', null],
      ['heading', 1],
      [null, null],
    ])
  })
})

describe('split-lines', () => {
  it('splits a short line before a number and after the end of a sentence', () => {
    expect(read('基本要求是：　　——坚持稳中求进', '目标已经明确。    　各位代表要共同努力')).toEqual([
      '基本要求是：',
      '——坚持稳中求进',
      '目标已经明确。',
      '各位代表要共同努力',
    ])
    expect(read('云溪市市长      李明')).toEqual(['云溪市市长      李明'])
  })

  it('splits a short line behind the heading of a chapter', () => {
    expect(read('第三节  改善人居环境     加强统筹协调')).toEqual(['第三节  改善人居环境', '加强统筹协调'])
    expect(read('第三节  改善人居环境     张三')).toEqual(['第三节  改善人居环境     张三'])
  })

  it('splits a report on one line at the indents of its paragraphs', () => {
    const paragraphs = ['新华社云溪5月20日电', '政府工作报告', '市长  李明', ...REPORT]
    expect(read(paragraphs.map((line) => `　　${line}`).join(''))).toEqual(paragraphs)
  })

  it('leaves what a page says of its text on one line', () => {
    const line = '时间：2023-03-30????\t\t\t作者：望江县政府办????\t\t\t来源：望江县政府官网????\t\t\t阅读：'
    expect(clean(rawText(line), { disabled: ['lost-characters'] }).text).toBe(line)
  })

  it('does not part a number from its heading', () => {
    const line = '第二篇　　全面建设现代化产业体系，推动经济实现质的有效提升和量的合理增长'
    expect(read(line)).toEqual([line])
  })
})

describe('split-headings', () => {
  it('parts a title from its subtitle and a name from the salutation', () => {
    expect(read('云溪市2025年政府工作报告——2025年1月16日在市人民代表大会上')).toEqual([
      '云溪市2025年政府工作报告',
      '——2025年1月16日在市人民代表大会上',
    ])
    expect(read('云溪市市长李明各位代表：')).toEqual(['云溪市市长李明', '各位代表：'])
  })

  it('parts chapter headings that stand in a row', () => {
    expect(read('第一章总体要求第二章主要目标', '第三章重点任务第二篇保障措施第一节组织领导')).toEqual([
      '第一章总体要求',
      '第二章主要目标',
      '第三章重点任务第二篇保障措施',
      '第一节组织领导',
    ])
  })

  it('parts the numbered parts of a report without any breaks', () => {
    const bodies = REPORT.filter((line) => line.length > 40)
    const parts = bodies.map((line, index) => `${'一二三四五六七八'.charAt(index)}、${line}${bodies.join('')}`)
    expect(read(parts.join(''))).toEqual(parts)
  })

  it('leaves sentences that name chapters alone', () => {
    const line = '第三章规定的期限，依照第四章和第五章的有关规定执行。'
    expect(read(line)).toEqual([line])
  })
})

describe('inline-breaks', () => {
  it('joins a sentence that breaks after a comma or inside a word', () => {
    const [first = '', second = ''] = REPORT.filter((line) => line.length > 40)
    const at = first.indexOf('改革发展') + 3
    const comma = second.indexOf('，', 30) + 1
    const lines = [
      ...REPORT,
      first.slice(0, at + 20),
      first.slice(at + 20),
      second.slice(0, comma),
      second.slice(comma),
    ]
    expect(read(...lines).slice(-2)[1]).toBe(second)
  })

  it('keeps list items apart whose numbers were lost', () => {
    const lines = [
      '一、调整产业结构，降低能源消耗。',
      '、加强国防建设，研制新型装备。',
      '、扩大对外贸易，引进先进技术。',
    ]
    expect(read(...lines)).toEqual(lines)
  })

  const links = [
    '全市上下深入学习领会上级部署要求，锚定建设滨江强市目标，抓创新、促改革、惠民生，认真落实全市工作会议',
    '重要部署',
    '和年初确定的各项任务，经济社会发展取得新的成绩。',
  ]

  it('joins sentences that were broken around links', () => {
    const paragraphs = REPORT.filter((line) => line.length > 40)
    const lines = [...paragraphs, ...links, ...paragraphs, ...links.map((line) => line.replace('和年初', '和今年'))]
    expect(read(...lines)).toEqual([
      ...paragraphs,
      links.join(''),
      ...paragraphs,
      links.join('').replace('和年初', '和今年'),
    ])
  })

  it('joins what goes on from a sentence that has begun behind another one, where a text is known to be broken', () => {
    const whole = Array.from(
      { length: 6 },
      (_, at) =>
        `第${at + 1}灌区完成续建配套，改善灌溉面积${at + 2}万亩，受益群众满意度不断提高，管护责任全部落实到人。`,
    )
    const marks = ['全县水利投资比上年增长三成', '，其中社会资本占四成', '，均创历史新高。']
    const text = [...whole, ...marks, ...marks]
    const broken = [
      '——供水能力持续提升。新建',
      '引调水工程',
      '6处，改造',
      '泵站',
      '17座。',
      '——',
      '防洪体系',
      '更加完善。',
    ]
    expect(read(...text, ...broken).slice(-2)).toEqual([
      '——供水能力持续提升。新建引调水工程6处，改造泵站17座。',
      '——防洪体系更加完善。',
    ])
    const kept = ['各项工作取得实效。第四节 加强组织领导', '各级党委政府要把水利工作摆在更加突出的位置。']
    expect(read(...text, ...kept).join('¶')).toContain('加强组织领导¶各级')
    expect(read(...text, '全年完成投资。其中', '335', '340').slice(-3)).toEqual(['全年完成投资。其中', '335', '340'])
  })

  it('joins a line that begins with a mark that cannot begin one', () => {
    expect(read('坚决做到“', '四个确保', '”，不断提高治理水平。', '（一）推进改革')).toEqual([
      '坚决做到“',
      '四个确保”，不断提高治理水平。',
      '（一）推进改革',
    ])
  })

  it('keeps what goes on with a comma apart from a sentence that has ended', () => {
    const lines = [
      '全市上下要抓好各项任务落实，确保全年目标顺利完成。',
      '，以及其他具有行政性质的文件',
      '（一）推进改革',
    ]
    expect(read(...lines)).toEqual(lines)
  })

  it('keeps a paragraph apart that stands among the pieces of a licence', () => {
    const lines = [
      '注：中文维基文库社群认为，中华人民共和国公务演讲，',
      '全市上下要抓好各项任务落实，确保全年目标顺利完成，以优异成绩迎接市第九次党代会胜利召开。',
      '（一）推进改革',
    ]
    expect(clean(rawText(lines.join('\n')), { disabled: ['web-page'] }).text.split('\n')).toEqual(lines)
  })

  it('keeps a quotation mark that was mistyped at the beginning of a paragraph', () => {
    expect(read('指标基本完成', '”九五”期间，需要继续理顺价格关系')).toHaveLength(2)
  })
})

describe('sentence-lines', () => {
  const plan = Array.from({ length: 12 }, (_, index) => [
    `　　第${index + 1}项任务是加快发展现代产业，推动结构优化升级`,
    `工业增加值年均增长百分之八，服务业比重提高到百分之四十${'，结构继续优化'.repeat(index % 4)}`,
    '新增就业三万人，城乡居民收入与经济同步增长',
  ]).flat()

  it('runs only when it is switched on', () => {
    expect(read(...plan)).toEqual(plan.map((line) => line.trim()))
  })

  it('puts the sentences of a paragraph on one line, parted by a wide blank', () => {
    const { text, log } = clean(rawText(plan.join('\n')), { enabled: ['sentence-lines'] })
    const lines = text.split('\n')
    expect(lines).toHaveLength(12)
    expect(lines[0]).toBe(plan.slice(0, 3).join('　').trim())
    expect(log.accounted).toBe(true)
  })

  it('leaves texts with full stops and texts without indents alone', () => {
    const closed = plan.map((line) => `${line}。`)
    const flush = plan.map((line) => line.trim())
    for (const lines of [closed, flush])
      expect(clean(rawText(lines.join('\n')), { enabled: ['sentence-lines'] }).text.split('\n')).toHaveLength(36)
  })
})
