import { describe, expect, test } from 'vitest'
import { guessFacts } from '../outline/guess-facts.ts'
import { parseOutline } from '../outline/parse.ts'
import { extractTargets } from './extract.ts'
import { testLexicon } from './lexicon.test-helper.ts'

/** The goals without a number of a text, with the matter each speaks of. */
function goalsOf(...lines: string[]): [indicator: string, quote: string][] {
  const text = lines.join('\n')
  const blocks = parseOutline(text)
  return extractTargets({ text, blocks, facts: guessFacts(text, blocks) }, testLexicon)
    .filter(({ kind }) => kind === 'qualitative')
    .map(({ indicator, quote }) => [indicator, quote])
}

const TITLE = '某县国民经济和社会发展第十四个五年规划纲要'

describe('goals without a number', () => {
  test('of a part on principles and goals only the section on goals states them', () => {
    expect(
      goalsOf(
        TITLE,
        '第一篇　指导原则和发展目标',
        '第一章　承前启后的五年',
        '过去几年，县域综合实力明显增强，群众生活持续改善，城乡面貌焕然一新。',
        '第二章　主要目标',
        '经过五年努力，县域创新能力显著增强，城乡差距继续缩小。',
      ),
    ).toEqual([
      ['县域创新能力', '县域创新能力显著增强'],
      ['城乡差距', '城乡差距继续缩小'],
    ])
  })
  test('words that speak of goals, or of how to go about them, are none', () => {
    expect(
      goalsOf(
        TITLE,
        '一、主要目标',
        '根据高质量发展的总体要求，“十四五”时期要努力实现以下经济社会发展的主要目标，更加注重区域协调，生态质量持续改善。',
      ),
    ).toEqual([['生态质量', '生态质量持续改善']])
  })
  test('the number of a goal in a list is no part of it', () => {
    expect(
      goalsOf(TITLE, '一、主要目标', '一是产业体系更加健全，二是公共服务水平不断提高，三是安全底线更加牢固。'),
    ).toEqual([
      ['产业体系', '产业体系更加健全'],
      ['公共服务水平', '公共服务水平不断提高'],
      ['安全底线', '安全底线更加牢固'],
    ])
  })
  test('the matter is named without how it is to stand', () => {
    expect(
      goalsOf(TITLE, '一、主要目标', '到2025年，防灾减灾能力增强，基本公共服务明显加强，医疗服务体系比较健全。'),
    ).toEqual([
      ['防灾减灾能力', '防灾减灾能力增强'],
      ['基本公共服务', '基本公共服务明显加强'],
      ['医疗服务体系', '医疗服务体系比较健全'],
    ])
  })
  test('a task set from above counts when it is to be completed', () => {
    expect(
      goalsOf(TITLE, '一、主要目标', '单位能耗降低完成市下达的任务，有关部门要分解上级下达的任务。').map(
        ([, quote]) => quote,
      ),
    ).toEqual(['单位能耗降低完成市下达的任务'])
  })
})
