import { describe, expect, it } from 'vitest'
import type { LineHint } from '../text/line-hint.ts'
import { REPORT } from '../text/raw-text.test-helper.ts'
import { findTitle } from './find-title.ts'
import { parseOutline } from './parse.ts'
import { sectionPaths } from './section-path.ts'
import { buildOutline, type OutlineNode } from './tree.ts'

/** One line a block: kind, level, label. */
const outline = (text: string, hints?: (LineHint | null)[]) =>
  parseOutline(text, hints).map((block) => `${block.kind} ${block.level} ${block.label ?? '-'}`)

const BODY = REPORT[1] ?? ''

describe('parseOutline', () => {
  it('gives one block a line, with ranges that slice back to the lines', () => {
    const text = REPORT.join('\n')
    const blocks = parseOutline(text)
    expect(blocks.map((block) => text.slice(block.start, block.end))).toEqual(REPORT)
  })

  it('skips empty lines of a draft', () => {
    expect(outline(`\n\n${BODY}\n\n`)).toEqual(['paragraph 0 -'])
    expect(outline('')).toEqual([])
  })

  it('ranks the numbering styles that a document uses', () => {
    const plan = [
      '第一篇 总体要求',
      '第一章 发展环境',
      BODY,
      '第一节 发展基础',
      '一、经济实力',
      '（一）工业',
      '1. 新材料',
      BODY,
    ]
    expect(outline(plan.join('\n'))).toEqual([
      'heading 1 第一篇',
      'heading 2 第一章',
      'paragraph 0 -',
      'heading 3 第一节',
      'heading 4 一、',
      'heading 5 （一）',
      'heading 6 1.',
      'paragraph 0 -',
    ])
    expect(outline(['一、综合', BODY, '（一）工业', BODY].join('\n'))).toEqual([
      'heading 1 一、',
      'paragraph 0 -',
      'heading 2 （一）',
      'paragraph 0 -',
    ])
  })

  it('tells headings from items and figures', () => {
    expect(outline('1.1 指导思想\n1.1.1 综合实力大幅提升。全市生产总值增长6%。')).toEqual([
      'heading 1 1.1',
      'item 0 1.1.1',
    ])
    const figures = ['2.69 万亿元', '1.5万人次', '2025年目标', '一、二、三产业协同发展，结构更优。']
    expect(outline([BODY, ...figures].join('\n'))).toEqual(Array(5).fill('paragraph 0 -'))
    expect(outline('——坚持创新。\n一是扩大投资。\n①水库\n（1）渠道；\n第三条 本条例所称河道，包括湖泊。')).toEqual([
      'item 0 ——',
      'item 0 一是',
      'heading 1 ①',
      'item 0 （1）',
      'item 0 第三条',
    ])
  })

  it('finds headings without numbers between paragraphs, and none in lists of short lines', () => {
    expect(outline([BODY, '主要指标完成情况', BODY].join('\n'))).toEqual([
      'paragraph 0 -',
      'heading 1 -',
      'paragraph 0 -',
    ])
    expect(outline(['序号', '项目名称', '建设地点', '投资'].join('\n'))).toEqual(Array(4).fill('paragraph 0 -'))
  })

  it('sees table rows and notes', () => {
    expect(outline('指标 | 2020年 | 2025年\n生产总值 | 500 | 750\n注：按可比价计算。')).toEqual([
      'table-row 0 -',
      'table-row 0 -',
      'note 0 -',
    ])
    expect(outline('首页 | 政务\n正文')).toEqual(['paragraph 0 -', 'paragraph 0 -'])
  })

  it('takes the word of the source file over the grammar', () => {
    const hints: (LineHint | null)[] = [
      { kind: 'title', level: null },
      { kind: 'heading', level: 2 },
      null,
      { kind: 'table-row', level: null },
    ]
    expect(outline('某某实施方案的通知。\n总体考虑\n正文\n甲 | 乙', hints)).toEqual([
      'title 0 -',
      'heading 2 -',
      'paragraph 0 -',
      'table-row 0 -',
    ])
  })

  it('reads a 100 000-character draft within a keystroke', () => {
    const text = Array.from({ length: 160 }, () => REPORT.join('\n')).join('\n')
    parseOutline(text)
    const times = Array.from({ length: 9 }, () => {
      const started = performance.now()
      const blocks = parseOutline(text)
      sectionPaths(blocks, text)
      return performance.now() - started
    })
    // It takes 3 ms on an idle machine; the limit leaves room for one that is busy with other tests.
    expect(Math.min(...times)).toBeLessThan(60)
  })
})

describe('findTitle', () => {
  const title = (text: string) => findTitle(text, parseOutline(text))

  it('takes the line that names the document', () => {
    expect(title(`市十七届人大五次会议文件（1）\n政府工作报告\n2025年1月16日\n各位代表：\n${BODY}`)).toBe(
      '政府工作报告',
    )
    expect(title(`云溪市国民经济和社会发展第十四个五年规划（草案）\n\n${BODY}`)).toBe(
      '云溪市国民经济和社会发展第十四个五年规划（草案）',
    )
  })

  it('closes a title whose characters were spread', () => {
    expect(title(`政 府 工 作 报 告\n——2025年1月16日\n${BODY}`)).toBe('政府工作报告')
  })

  it('falls back on the first heading, then on the first words', () => {
    expect(title(`各位代表：\n${REPORT.join('\n')}`)).toBe('一、二〇二四年工作回顾')
    expect(title(BODY)).toBe(`${BODY.slice(0, 40)}…`)
    expect(title('')).toBe('')
  })
})

describe('the tree of sections', () => {
  const text = [
    '一、主要目标',
    BODY,
    '（一）坚持创新驱动。办好实验室，引进高层次人才150名。',
    '同时抓好成果转化。',
    '（二）坚持开放发展。扩大进出口。',
    '二、重点任务',
    BODY,
  ].join('\n')
  const blocks = parseOutline(text)
  const show = (nodes: readonly OutlineNode[]): unknown[] =>
    nodes.map((node) => [
      node.title,
      node.level,
      text.slice(node.start, node.end).split('\n').length,
      show(node.children),
    ])

  it('nests sections, run-in headings included', () => {
    expect(show(buildOutline(blocks, text))).toEqual([
      [
        '一、主要目标',
        1,
        5,
        [
          ['（一）坚持创新驱动', 2, 2, []],
          ['（二）坚持开放发展', 2, 1, []],
        ],
      ],
      ['二、重点任务', 1, 2, []],
    ])
  })

  it('takes a heading set apart from the text on its line for what heads that text', () => {
    const glued = [
      '第一章　夯实农业基础　　坚持把解决好吃饭问题作为头等大事，健全种粮农民收益保障机制，保障粮食和重要农产品稳定安全供给',
      '推广优良品种和适用技术，农作物耕种收综合机械化率达到百分之八十五以上',
      '第一节　稳定生产　　落实最严格的耕地保护制度，建设高标准农田三十万亩，粮食综合生产能力稳步提高到一百二十万吨以上水平',
      '第二章　总　　则',
    ].join('\n')
    const read = parseOutline(glued)
    expect(read.map((block) => `${block.kind} ${block.level}`)).toEqual([
      'heading 1',
      'paragraph 0',
      'heading 2',
      'heading 1',
    ])
    expect(sectionPaths(read, glued).map((path) => path.join('/'))).toEqual([
      '第一章　夯实农业基础',
      '第一章　夯实农业基础',
      '第一章　夯实农业基础/第一节　稳定生产',
      '',
    ])
  })

  it('takes two headings on the line of their text for two', () => {
    const glued = [
      '第一篇　总体要求　　第一章　发展环境　　过去五年综合实力明显增强，基础设施不断改善，居民收入稳步提高',
      '第二章　主要目标　　坚持以人民为中心，推动各项事业迈上新的台阶，让发展成果惠及全体居民',
      '第二篇　重点任务　　第三章　兴农富民　　落实最严格的耕地保护制度，建设高标准农田三十万亩',
    ].join('\n')
    const read = parseOutline(glued)
    expect(sectionPaths(read, glued).map((path) => path.join('/'))).toEqual([
      '第一篇　总体要求/第一章　发展环境',
      '第一篇　总体要求/第二章　主要目标',
      '第二篇　重点任务/第三章　兴农富民',
    ])
    expect(buildOutline(read, glued).map(({ title, children }) => [title, children.map((node) => node.title)])).toEqual(
      [
        ['第一篇　总体要求', ['第一章　发展环境', '第二章　主要目标']],
        ['第二篇　重点任务', ['第三章　兴农富民']],
      ],
    )
  })

  it('gives each block the headings above it', () => {
    expect(sectionPaths(blocks, text).map((path) => path.join('/'))).toEqual([
      '',
      '一、主要目标',
      '一、主要目标/（一）坚持创新驱动',
      '一、主要目标/（一）坚持创新驱动',
      '一、主要目标/（二）坚持开放发展',
      '',
      '二、重点任务',
    ])
  })
})
