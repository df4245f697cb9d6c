import { describe, expect, test } from 'vitest'
import { listGroups } from './change-groups.ts'
import { compareTexts } from './compare.test-helper.ts'
import { toViewModel } from './view-model.ts'

const LEFT = [
  '城市化率稳步提高，公共服务均等化扎实推进。',
  '以提升城市化率为抓手，完善县城综合承载能力。',
  '各县区要把城市化率纳入考核，按季通报进展情况。',
  '城市化率低于全省平均的乡镇要制定追赶方案，明确责任单位。',
]
const RIGHT = LEFT.map((line) => line.replaceAll('城市化率', '城镇化率')).map((line, index) =>
  index === 3 ? line.replace('追赶方案', '专项提升办法') : line,
)

describe('change groups', () => {
  const [group] = listGroups(toViewModel(compareTexts(LEFT, RIGHT)))

  test('a substitution is one entry with all its places', () => {
    expect(group).toMatchObject({ kind: 'substitution', count: 4 })
    expect(`${group?.from}→${group?.to}`).toBe('城市→城镇')
  })

  test('a row with another change is told apart: it is not decided with the group', () => {
    expect(group?.places.map(({ alone }) => alone)).toEqual([true, true, true, false])
  })

  test('each place is known by the words around it', () => {
    expect(group?.places[1]?.words).toBe('以提升城镇化率为抓手，完善县城综合承载能力。')
  })
})
