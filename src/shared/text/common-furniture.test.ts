import { describe, expect, test } from 'vitest'
import { clean } from './clean.ts'
import { commonFurniture, type ReadSide } from './common-furniture.ts'

const ARTICLE = [
  '望江县政府工作报告',
  '一、过去一年工作回顾',
  '全县上下锚定目标、真抓实干，地区生产总值增长6%，主要指标好于预期，民生支出占比稳步提高。',
  '二、今年工作安排',
  '坚持稳字当头、稳中求进，全年新开工项目120个，完成投资86亿元，推动经济运行持续向好。',
]
const PAGE = [
  '分享到：',
  '上一篇：望江县统计公报',
  '下一篇：没有了',
  '返回顶部',
  '版权所有 望江县人民政府',
  '技术支持：县大数据中心',
]

function read(lines: readonly string[]): ReadSide {
  const { leftOut } = clean({
    format: 'txt',
    structured: false,
    lines: lines.map((text) => ({ text })),
    dropped: [],
    warnings: [],
  })
  return { rawLines: lines, leftOut }
}

describe('common furniture', () => {
  const page = read([...ARTICLE, ...PAGE])

  test('a page is cut when it is compared with a clean text', () => {
    expect(page.leftOut.map(({ code }) => code)).toContain('web-page')
    expect(commonFurniture(page, read(ARTICLE))).toEqual([])
    expect(commonFurniture(read(ARTICLE), page)).toEqual([])
  })

  test('what both pages have is kept on both, also where only one of them was cut', () => {
    const added = '会议要求，各乡镇各部门要把思想和行动统一到县委决策部署上来，确保全年任务圆满完成。'
    const other = read([...ARTICLE, ...PAGE, added])
    expect(commonFurniture(page, other)).toEqual(['web-page'])
    expect(commonFurniture(other, page)).toEqual(['web-page'])
  })

  test('by its menus it is the same page, also where the long lines around them are gone from one side', () => {
    const foot =
      '主办：望江县人民政府办公室 承办：望江县大数据中心 地址：望江县滨河路一号 备案编号：望江备二〇二三〇〇〇一'
    const menus = ['首页', '政务公开', '网站无障碍', '关怀版', '您当前所在位置：', '打印', '收藏', '关闭窗口']
    const whole = {
      rawLines: [foot, foot, ...menus, ...ARTICLE],
      leftOut: [foot, foot, ...menus].map((text) => ({ code: 'web-page', text })),
    }
    expect(commonFurniture(whole, { rawLines: [...menus, ...ARTICLE], leftOut: [] })).toEqual(['web-page'])
    expect(commonFurniture(whole, { rawLines: ARTICLE, leftOut: [] })).toEqual([])
  })

  test('wrapped at another width it is the same page', () => {
    const wrapped = [...ARTICLE, ...PAGE].flatMap((line) => line.match(/.{1,9}/gu) ?? [])
    expect(commonFurniture(page, { rawLines: wrapped, leftOut: [] })).toEqual(['web-page'])
    const numbered = wrapped.flatMap((line, i) => [line, `— ${i + 1} —`])
    expect(commonFurniture(page, { rawLines: numbered, leftOut: [] })).toEqual(['web-page'])
  })

  test('does not take the article itself, which a clean text has once, for the second copy of a page', () => {
    const article = ['甲段落说明上年工作情况。', '乙段落说明今年工作安排。']
    const page = {
      rawLines: [...article, ...article],
      leftOut: article.map((text) => ({ code: 'repeated-article', text })),
    }
    expect(commonFurniture(page, { rawLines: article, leftOut: [] })).toEqual([])
    expect(commonFurniture(page, page)).toEqual(['repeated-article'])
  })

  test('marks for lost characters go where that makes lines alike, and stay where the other side has no such line', () => {
    const lost = read(ARTICLE.map((line) => `${line}????`))
    expect(commonFurniture(lost, read(ARTICLE))).toEqual([])
    const head = '时间：2023-03-30????\t\t作者：县政府办????\t\t来源：政府官网????'
    expect(commonFurniture(read([head, ...ARTICLE]), read(ARTICLE))).toContain('lost-characters')
  })
})
