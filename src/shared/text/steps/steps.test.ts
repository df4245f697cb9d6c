import { describe, expect, it } from 'vitest'
import { clean } from '../clean.ts'
import { REPORT, rawText, setInLines } from '../raw-text.test-helper.ts'

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

describe('page-furniture', () => {
  // Pages with a picture have few lines: the count of pages broke off there and numbers stayed inside sentences.
  it('finds page numbers after pages with a picture', () => {
    const lines: string[] = []
    let [page, rows] = [1, 0]
    for (const line of [...pages, ...pages, ...pages, ...pages]) {
      const turn = rows === (page === 9 || page === 17 ? 4 : 15)
      lines.push(turn ? `${page}${line}` : line)
      if (turn) page += 1
      rows = turn ? 1 : rows + 1
    }
    expect(page).toBeGreaterThan(17)
    expect(read(...lines)).toEqual([...long, ...long, ...long, ...long])
  })

  it('drops stamps of databases and the remains of misread page numbers', () => {
    const remains = ['307 ·', '3 I l ·', '．6．', '· ·', '· 32g ·', '31 ·']
    const lines = REPORT.flatMap((line, index) => [line, remains[index] ?? ''])
    const stamps = ['分类号:F127.6', '云溪日报 / 2 0 0 1年 / 0 2月 / 2 0日 / 第 A0 1版 /']
    expect(read(...stamps, ...lines)).toEqual(REPORT)
  })

  it('drops the running head of a periodical on the first page too', () => {
    const head = '云溪市人民政府公报　2025年第3期'
    expect(read(head, REPORT[1] ?? '', '12', head, REPORT[4] ?? '')).toEqual([REPORT[1], REPORT[4]])
  })

  it.each(['— 3 —', '-12-', '· 7 ·', '第 3 页 共 9 页', '3/9', 'Page 3 of 9'])('drops the page line %s', (line) => {
    expect(read(REPORT[1] ?? '', line, REPORT[4] ?? '')).toEqual([REPORT[1], REPORT[4]])
  })

  const long = [...REPORT, ...REPORT.map((line) => `${line.slice(0, -1)}，新增一项。`), ...REPORT]
  const pages = setInLines(long, 27, '')

  it('cuts page numbers that stick to the line below', () => {
    const glued = pages.map((line, index) => (index > 0 && index % 15 === 0 ? `${index / 15}${line}` : line))
    expect(read(...glued)).toEqual(long)
  })

  it('drops page numbers on their own lines with the running head beside them', () => {
    const headed = pages.flatMap((line, index) =>
      index > 0 && index % 15 === 0 ? [String(index / 15), '云溪市国民经济发展计划', line] : [line],
    )
    expect(read(...headed)).toEqual(long)
  })

  it('leaves figures at line beginnings and the cells of tables alone', () => {
    const cells = Array.from({ length: 12 }, (_, index) => [
      String(index + 1),
      '管网改造',
      '新建',
      '城区',
      '2025',
    ]).flat()
    expect(read(...cells)).toEqual(cells)
    const figures = Array.from({ length: 20 }, (_, index) => `${index + 1}个重点项目开工，完成投资${index}亿元。`)
    expect(read(...figures)).toEqual(figures)
  })
})

describe('table-of-contents', () => {
  it('drops an entry that is too long for one line', () => {
    const heading = '四、健全共建共治共享的基层治理体系，努力建设更高水平的平安云溪法治云溪'
    const entries = [
      '目录',
      '一、发展环境......1',
      heading.slice(0, 22),
      `${heading.slice(22)}......9`,
      '五、保障措施......12',
    ]
    const text = [...body, heading, REPORT[11] ?? '', '五、保障措施', REPORT[2] ?? '']
    expect(read(...entries, ...text)).toEqual(text)
  })

  it('drops a list whose pages stand in brackets, misread ones too, and keeps a note at the foot of its pages', () => {
    const note =
      '本纲要经云溪市第七届人民代表大会第四次会议审议通过，自公布之日起施行，原有规定与本纲要不一致的以本纲要为准。'
    const entries = Array.from(
      { length: 12 },
      (_, index) => `第${index + 1}项任务 ${index % 3 === 0 ? '（32D' : `（${320 + index}）`}`,
    )
    expect(read('目 录', ...entries.slice(0, 5), note, ...entries.slice(5), ...body)).toEqual([note, ...body])
  })

  const body = ['一、发展环境', REPORT[1] ?? '', '二、主要目标', REPORT[4] ?? '', '三、重点任务', REPORT[9] ?? '']

  it('drops entries with leaders and their heading', () => {
    const entries = ['目 录', '一、发展环境..........1', '二、主要目标..........3', '三、重点任务………………12']
    expect(read(...entries, ...body)).toEqual(body)
    expect(droppedBy('table-of-contents', ...entries, ...body)).toBe(50)
  })

  it('drops a plain list of headings that all come again', () => {
    expect(read('目录', '一、发展环境', '二、主要目标', '三、重点任务', ...body)).toEqual(body)
  })

  it('drops a bracketed page with its leaders where the heading of the entry comes again', () => {
    const heads = ['一、加强水利建设', '二、改善农村供水', '三、健全管护机制']
    const entries = heads.map((head, index) => `${head}${'.'.repeat(30)}(${index * 3 + 1})`)
    const body = heads.flatMap((head) => [head, '各级各部门要压实责任，按时完成全年任务。'])
    expect(read('目录', ...entries, '清河县水利规划', ...body)).toEqual(['清河县水利规划', ...body])
  })

  it('keeps a list that does not come again', () => {
    const list = ['目录', '一、水利项目', '二、交通项目', '三、民生项目']
    expect(read(...list)).toEqual(list)
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

  it('splits a report on one line at the indents of its paragraphs', () => {
    const paragraphs = ['新华社云溪5月20日电', '政府工作报告', '市长  李明', ...REPORT]
    expect(read(paragraphs.map((line) => `　　${line}`).join(''))).toEqual(paragraphs)
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

describe('web-page', () => {
  const article = ['云溪市2025年政府工作报告', '——2025年1月16日在市人民代表大会上', '各位代表：', ...REPORT]

  it('drops who offered the text behind its last sentence', () => {
    const lines = [...REPORT, '让我们一起努力，奋力谱写云溪发展新篇章。']
    expect(read(...lines.slice(0, -1), `${lines.at(-1)}  来自云溪数据网`)).toEqual(lines)
  })

  it('knows the long lines at the foot of a page', () => {
    const foot = [
      '相关链接',
      '云ICP备00000000号-1  网站标识码：0000000000   云公网安备 00000000000000号',
      '中文域名:云溪.政务  技术支持：云溪市信息中心(0000-0000000)  版权所有：云溪市人民政府门户网',
    ]
    expect(read(...article, ...foot)).toEqual(article)
  })

  it('drops a second copy of the end of an article', () => {
    const body = Array.from(
      { length: 40 },
      (_, index) => `围绕第${index + 1}项任务，统筹推进云溪港周边综合整治，完成投资${index}亿元。`,
    )
    const notes = Array.from(
      { length: 9 },
      (_, index) => `〔${index + 1}〕第${index + 1}项重点工程：指在云溪港实施的综合整治和提升改造项目。`,
    )
    expect(read(...body, ...notes, ...notes, '返回顶部')).toEqual([...body, ...notes])
  })

  it('drops menus, counters and notices around an article', () => {
    const head = ['网站首页', '政务公开', '您当前的位置：首页>政务公开', '【字号：', '大', '中', '小', '】']
    const fields = ['来源：', '云溪日报', '时间：2025-01-20', '访问量：1632']
    const foot = ['相关链接', '云溪区', '南陵县', '返回顶部', '浙ICP备00000000号-1', '版权所有：云溪市人民政府']
    const page = [...head, article[0] ?? '', ...fields, ...article.slice(1), ...foot]
    expect(read(...page)).toEqual(article)
    expect(cleaned(...page).log.accounted).toBe(true)
  })

  it('does not take the path of a page for its title', () => {
    const spans = ['一年', '三年', '五年', '七年', '十年']
    const body = spans.map(
      (span) => `过去${span}，全县上下同心协力，较好完成了年初确定的各项目标任务，经济保持平稳发展。`,
    )
    const path = '您当前的位置：首页 > 政务公开 > 政府工作报告'
    const tools = '发布时间：2022-03-10 09:12 来源：县政府办公室 浏览次数：1234 字体：[大 中 小]'
    const report = ['清河县2022年政府工作报告', '各位代表：', ...body]
    expect(read('首页', '新闻中心', path, report[0] ?? '', tools, ...report.slice(1), '关闭窗口')).toEqual(report)
  })

  it('keeps the date and the signature of a document', () => {
    const letter = [...article, '云溪市人民政府办公室', '2025年1月20日']
    expect(read(...letter, '', '扫一扫在手机打开当前页', '打印本页', '关闭窗口')).toEqual(letter)
  })

  it('keeps lines that a document may have where nothing shows a web page', () => {
    const lines = ['云溪市2025年政府工作报告', '来源：云溪日报', ...REPORT, '相关报道见附件。']
    expect(read(...lines)).toEqual(lines)
  })

  // A plan without full stops lost its last third to the word 无障碍.
  it('never drops paragraphs without full stops that speak of 无障碍设施', () => {
    const lines = Array.from(
      { length: 30 },
      (_, index) =>
        `推进第${index}批无障碍设施建设，完善残疾人服务体系，健全社会保障和社会救助制度，提高城乡居民生活质量${'，加快发展社区服务'.repeat(index % 4)}`,
    )
    expect(read('目标如下。', ...lines)).toEqual(['目标如下。', ...lines])
  })

  it('drops the second copy of a text that stands there twice and nothing else', () => {
    const text = Array.from(
      { length: 9 },
      (_, index) => `第${index + 1}项重点工程已经完成，全县新增供水能力${index + 3}万立方米。`,
    )
    const twice = ['清河县水利工作总结', ...text, '清河县水利工作总结', ...text]
    expect(read(...twice)).toEqual(['清河县水利工作总结', ...text])
    expect(droppedBy('repeated-article', ...twice)).toBe(text.join('').length + 9)
    expect(read(...twice, '明年再接再厉，推动水利事业再上新的台阶。')).toHaveLength(21)
  })

  it('drops the second copy of an article', () => {
    const once = ['打印', ...article, '版权所有：云溪市人民政府', '浙ICP备00000000号-1']
    expect(read('下载', '全屏', ...once, ...once)).toEqual(article)
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
