import { describe, expect, it } from 'vitest'
import { clean } from '../clean.ts'
import { REPORT, rawText, setInLines } from '../raw-text.test-helper.ts'

const cleaned = (...lines: string[]) => clean(rawText(lines.join('\n')))
const read = (...lines: string[]) => cleaned(...lines).text.split('\n')
const droppedBy = (code: string, ...lines: string[]) =>
  cleaned(...lines).log.steps.find((step) => step.code === code)?.dropped ?? 0

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
