import { expect, test } from 'vitest'
import { analyse } from './analyse.ts'
import { AnalysisMemory } from './analysis-memory.ts'

const LEXICON = { indicators: [] }
const GRAIN = '到2030年，粮食总产量达到31万吨。'

test('a text read before is not read again; another one, or other knowledge of it, is', () => {
  const memory = new AnalysisMemory(2)
  const first = memory.read(GRAIN, LEXICON)
  expect(first).toEqual(analyse(GRAIN, LEXICON))
  expect(memory.read(GRAIN, LEXICON)).toBe(first)
  const named = memory.read(GRAIN, LEXICON, { title: '规划纲要' })
  expect(named.title).toBe('规划纲要')
  expect(memory.read(GRAIN, LEXICON)).toBe(first)
  expect(memory.read(GRAIN, { indicators: [] })).not.toBe(first)
})

test('what has not been asked for longest is forgotten first', () => {
  const memory = new AnalysisMemory(2)
  const [grain, forest] = [memory.read(GRAIN, LEXICON), memory.read('森林覆盖率达到41%。', LEXICON)]
  expect(memory.read(GRAIN, LEXICON)).toBe(grain)
  memory.read('新建水库3座。', LEXICON)
  expect(memory.read(GRAIN, LEXICON)).toBe(grain)
  expect(memory.read('森林覆盖率达到41%。', LEXICON)).not.toBe(forest)
})
