import { describe, expect, test } from 'vitest'
import { side } from '../diff-laws.test-helper.ts'
import type { DiffSide } from '../units/unit.ts'
import { boxedMerge } from './merge-laws.test-helper.ts'

const GRAIN = '粮食播种面积稳定在62万亩以上，总产量达到31万吨。'
const ROADS = '新建改建农村公路320公里，建制村通硬化路比例达到100%。'
const WATER = '推进城乡供水一体化，农村自来水普及率达到92%。'
const SCHOOL = '新增普惠性幼儿园学位1.2万个，义务教育巩固率保持在98%以上。'

const merged = (base: string[], ours: string[], theirs: string[]): string =>
  boxedMerge(side(...base), side(...ours), side(...theirs))

describe('merging two revisions', () => {
  test('what one side changed is taken', () => {
    expect(merged([GRAIN, ROADS], [GRAIN.replace('31', '33'), ROADS], [GRAIN, ROADS.replace('320', '350')])).toBe(
      `${GRAIN.replace('31', '33')}\n${ROADS.replace('320', '350')}`,
    )
  })
  test('two numbers of one paragraph, changed by two people, are both taken', () => {
    expect(merged([GRAIN], [GRAIN.replace('62万亩', '63万亩')], [GRAIN.replace('31万吨', '32万吨')])).toBe(
      '粮食播种面积稳定在63万亩以上，总产量达到32万吨。',
    )
  })
  test('one number changed by both, differently, is a conflict of the whole clause', () => {
    expect(merged([GRAIN], [GRAIN.replace('31', '33')], [GRAIN.replace('31', '32')])).toBe(
      '粮食播种面积稳定在62万亩以上，[same-clause 总产量达到31万吨。|总产量达到33万吨。|总产量达到32万吨。]',
    )
  })
  test('a number and its qualifier in one clause are a conflict', () => {
    expect(merged([GRAIN], [GRAIN.replace('62', '63')], [GRAIN.replace('以上', '左右')])).toBe(
      '[same-clause 粮食播种面积稳定在62万亩以上，|粮食播种面积稳定在63万亩以上，|粮食播种面积稳定在62万亩左右，]总产量达到31万吨。',
    )
  })
  test('the same change on both sides is taken once', () => {
    const changed = GRAIN.replace('31', '33')
    expect(merged([GRAIN, ROADS], [changed, ROADS], [changed, ROADS])).toBe(`${changed}\n${ROADS}`)
  })
  test('a clause put in by one and a clause edited by the other go together', () => {
    expect(
      merged(
        [WATER],
        ['推进城乡供水一体化，改造老旧管网80公里，农村自来水普及率达到92%。'],
        [WATER.replace('92%', '95%')],
      ),
    ).toBe('推进城乡供水一体化，改造老旧管网80公里，农村自来水普及率达到95%。')
  })
  test('different clauses put in at one place are a conflict', () => {
    expect(
      merged(
        [WATER],
        ['推进城乡供水一体化，改造老旧管网80公里，农村自来水普及率达到92%。'],
        ['推进城乡供水一体化，建成水厂3座，农村自来水普及率达到92%。'],
      ),
    ).toBe('推进城乡供水一体化，[same-clause |改造老旧管网80公里，|建成水厂3座，]农村自来水普及率达到92%。')
  })
  test('a renumbered heading whose words the other changed', () => {
    expect(merged(['三、夯实农业基础'], ['四、夯实农业基础'], ['三、夯实农业农村基础'])).toBe('四、夯实农业农村基础')
  })
  test('blanks that both changed differently are no conflict, and the choice does not depend on the names', () => {
    const [base, ours, theirs] = [['养老床位突破3.7万张。'], ['养 老床位突破3.7万张。'], ['养老 床位突破3.7万张。']]
    expect(merged(base, ours, theirs)).toBe(merged(base, theirs, ours))
  })
  test('cells of one table row', () => {
    const row = (text: string): DiffSide => ({
      text,
      blocks: [{ kind: 'table-row', level: 0, label: null, start: 0, end: text.length }],
    })
    expect(boxedMerge(row('城镇化率|%|58|62'), row('城镇化率|%|58|63'), row('常住人口城镇化率|%|58|62'))).toBe(
      '常住人口城镇化率|%|58|63',
    )
  })
})

describe('merging blocks', () => {
  test('a block that one side moved and the other edited is moved and edited', () => {
    expect(
      merged(
        [GRAIN, ROADS, WATER, SCHOOL],
        [WATER, GRAIN, ROADS, SCHOOL],
        [GRAIN, ROADS, WATER.replace('92', '95'), SCHOOL],
      ),
    ).toBe([WATER.replace('92', '95'), GRAIN, ROADS, SCHOOL].join('\n'))
  })
  test('a block that both moved to one place stands there once', () => {
    expect(merged([GRAIN, ROADS, WATER], [WATER, GRAIN, ROADS], [WATER, GRAIN, ROADS])).toBe(
      [WATER, GRAIN, ROADS].join('\n'),
    )
  })
  test('a block that both moved to different places is one decision about two places', () => {
    const base = [GRAIN, ROADS, WATER, SCHOOL]
    expect(merged(base, [SCHOOL, GRAIN, ROADS, WATER], [GRAIN, SCHOOL, ROADS, WATER])).toBe(
      [
        `[moved-apart #0 |${SCHOOL}\n|]${GRAIN}[moved-apart #0 ||\n${SCHOOL}]`,
        ROADS,
        `${WATER}[moved-apart #0 \n${SCHOOL}||]`,
      ].join('\n'),
    )
  })
  test('blocks on different matters put in at one place are both kept', () => {
    expect(merged([GRAIN, ROADS], [GRAIN, WATER, ROADS], [GRAIN, SCHOOL, ROADS])).toBe(
      [GRAIN, WATER, SCHOOL, ROADS].join('\n'),
    )
    expect(merged([GRAIN, ROADS], [GRAIN, SCHOOL, ROADS], [GRAIN, WATER, ROADS])).toBe(
      [GRAIN, WATER, SCHOOL, ROADS].join('\n'),
    )
  })
  test('blocks on one matter put in at one place are a conflict', () => {
    expect(merged([GRAIN, ROADS], [GRAIN, WATER, ROADS], [GRAIN, WATER.replace('92', '95'), ROADS])).toBe(
      `${GRAIN}\n[both-inserted |${WATER}|${WATER.replace('92', '95')}]\n${ROADS}`,
    )
  })
  test('the same block put in by both stands once', () => {
    expect(merged([GRAIN, ROADS], [GRAIN, WATER, ROADS], [GRAIN, WATER, ROADS])).toBe([GRAIN, WATER, ROADS].join('\n'))
  })
  test('a block struck by one and left alone by the other is gone', () => {
    expect(merged([GRAIN, ROADS, WATER], [GRAIN, WATER], [GRAIN, ROADS, WATER.replace('92', '95')])).toBe(
      `${GRAIN}\n${WATER.replace('92', '95')}`,
    )
  })
  test('a block struck by one and edited by the other is a conflict', () => {
    const edited = ROADS.replace('320', '350')
    expect(merged([GRAIN, ROADS, WATER], [GRAIN, WATER], [GRAIN, edited, WATER])).toBe(
      `${GRAIN}[deleted-edited \n${ROADS}||\n${edited}]\n${WATER}`,
    )
  })
  test('a first block struck by one and edited by the other leaves no blank line behind', () => {
    const edited = ROADS.replace('320', '350')
    expect(merged([ROADS, WATER], [WATER], [edited, WATER])).toBe(`[deleted-edited ${ROADS}\n||${edited}\n]${WATER}`)
  })
  test('a block struck by one and moved by the other is a conflict where it was moved to', () => {
    expect(merged([GRAIN, ROADS, WATER, SCHOOL], [GRAIN, ROADS, WATER], [SCHOOL, GRAIN, ROADS, WATER])).toBe(
      `[deleted-moved ${SCHOOL}\n||${SCHOOL}\n]${GRAIN}\n${ROADS}\n${WATER}`,
    )
  })
  test('a paragraph split by one and edited by the other is split and edited', () => {
    const split = [
      '推进城乡供水一体化，农村自来水普及率达到92%。',
      '新建改建农村公路320公里，建制村通硬化路比例达到100%。',
    ]
    const whole = split.join('')
    expect(merged([GRAIN, whole], [GRAIN, ...split], [GRAIN, whole.replace('320', '350')])).toBe(
      [GRAIN, split[0], split[1]?.replace('320', '350')].join('\n'),
    )
  })
  test('blocks put in at the end by both stand on lines of their own', () => {
    expect(merged([GRAIN], [GRAIN, WATER], [GRAIN, SCHOOL]).split('\n')).toHaveLength(3)
  })
})
