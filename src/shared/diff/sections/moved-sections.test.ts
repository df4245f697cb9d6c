import { expect, test } from 'vitest'
import { diffDocuments } from '../diff-documents.ts'
import { side } from '../diff-laws.test-helper.ts'

const FARMING = ['一、稳住粮食生产', '粮食播种面积稳定在32万亩，单产提高两成。', '新建高标准农田3万亩，改造中低产田。']
const SCHOOLS = ['二、办好人民满意的教育', '新建幼儿园6所，新增学位1800个。', '县中与名校结对，教师轮岗交流全面推开。']
const ROADS = ['三、打通城乡路网', '改造国省道48公里，硬化通组路120公里。', '新开公交线路4条，行政村班车全覆盖。']
const HEALTH = ['四、守护群众健康', '县医院迁建竣工，床位增加300张。', '家庭医生签约率提高到六成。']

function moves(left: readonly string[], right: readonly string[]): (string | undefined)[][] {
  const [l, r] = [side(...left), side(...right)]
  return diffDocuments(l, r).rows.map((row) => [
    row.moved ? `move ${row.movedSection}` : '',
    r.text.slice(row.right[0]?.start, row.right[0]?.end).slice(0, 4),
  ])
}

test('all rows of a section that moved carry one number, changed ones too', () => {
  const renamed = ['一、打通城乡路网', '改造国省道52公里，硬化通组路120公里。', ROADS[2] ?? '']
  expect(moves([...FARMING, ...SCHOOLS, ...HEALTH, ...ROADS], [...renamed, ...FARMING, ...SCHOOLS, ...HEALTH])).toEqual(
    [
      ['move 0', '一、打通'],
      ['move 0', '改造国省'],
      ['move 0', '新开公交'],
      ...[...FARMING, ...SCHOOLS, ...HEALTH].map((line) => ['', line.slice(0, 4)]),
    ],
  )
})
test('a paragraph that moved alone belongs to no section that moved', () => {
  const [heading = '', first = '', second = ''] = SCHOOLS
  expect(moves([...FARMING, ...SCHOOLS, ...ROADS], [...FARMING, heading, second, ...ROADS, first])).toContainEqual([
    'move undefined',
    '新建幼儿',
  ])
})
