import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { FieldFinder } from '../../shared/diff/topics/policy-fields.ts'
import { loadFields } from './load-fields.ts'
import { resourcePath } from './resource-path.ts'

const fields = loadFields(resourcePath('lexicon'))
const finder = new FieldFinder(fields)
const namesIn = (key: string): string[] => [...finder.fieldsOf(key)].map((field) => fields[field]?.name ?? '')

describe('the fields of policy that come with the program', () => {
  it('have a name of their own and words, each once', () => {
    expect(fields.length).toBeGreaterThan(60)
    expect(new Set(fields.map(({ name }) => name)).size).toBe(fields.length)
    for (const { name, terms } of fields) {
      expect(terms.length, name).toBeGreaterThanOrEqual(5)
      expect(new Set(terms).size, name).toBe(terms.length)
      for (const term of terms) expect(term.length, `${name}: ${term}`).toBeGreaterThanOrEqual(2)
    }
  })

  it.each([
    ['放开小城镇户籍限制', '有序推进农业转移人口市民化', '城镇化'],
    ['扩建邮电局所', '部署算力和宽带网络', '通信与信息基础设施'],
    ['整治大江大河堤防', '推进国家水网建设', '水利与防洪'],
    ['普及九年制义务教育', '增加幼儿园学位', '基础教育'],
    ['推行合作医疗', '建设紧密型医联体', '医疗卫生'],
    ['搞好国有大中型企业', '深化国资国企改革', '国有企业与国有资产'],
    ['实行最低生活保障', '编密织牢兜底网', '社会救助与福利'],
  ])('tell %s and %s for one', (old, now, field) => {
    expect(namesIn(old)).toContain(field)
    expect(namesIn(now)).toContain(field)
  })
})

describe('a list of fields', () => {
  const folder = (content: string): string => {
    const directory = mkdtempSync(join(tmpdir(), 'duigao-fields-'))
    writeFileSync(join(directory, 'fields.csv'), content)
    return directory
  }

  it('is a line for each field, with its words divided by |', () => {
    expect(loadFields(folder('领域,说法\n水利,堤防|灌区\r\n\n体育, 健身\n'))).toEqual([
      { name: '水利', terms: ['堤防', '灌区'] },
      { name: '体育', terms: ['健身'] },
    ])
  })

  it('may be missing; a line without words is told by its place', () => {
    expect(loadFields(tmpdir())).toEqual([])
    expect(() => loadFields(folder('领域,说法\n水利,\n'))).toThrow('fields.csv, line 2')
  })
})
