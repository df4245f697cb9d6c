import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findAnchor } from './find-anchor.ts'
import { makeAnchor } from './make-anchor.ts'

/** `到2030年[达到3%以上]。`: the text without brackets, and the range between them. */
function boxed(marked: string) {
  const start = marked.indexOf('[')
  const end = marked.indexOf(']') - 1
  return { text: marked.replace('[', '').replace(']', ''), range: { start, end } }
}

/** Anchors the box of `before` and draws where it is found in `after`; null when it is not. */
function follow(before: string, after: string): string | null {
  const { text, range } = boxed(before)
  const found = findAnchor(after, makeAnchor(text, 'right', range))
  return found && `${after.slice(0, found.start)}[${after.slice(found.start, found.end)}]${after.slice(found.end)}`
}

const FILLER = '坚持系统观念，统筹发展和安全，扎实推进各项重点工作。'

describe('an anchor is found', () => {
  test('where it stood', () => {
    expect(follow('研发投入强度[达到3%以上]。', '研发投入强度达到3%以上。')).toBe('研发投入强度[达到3%以上]。')
  })

  test('after an insertion of any length before it', () => {
    const after = `${FILLER.repeat(300)}\n研发投入强度达到3%以上。`
    expect(follow('研发投入强度[达到3%以上]。', after)).toBe(`${FILLER.repeat(300)}\n研发投入强度[达到3%以上]。`)
  })

  test('by its surroundings, when the same words stand in several places', () => {
    const before = '失业率控制在5%以内。\n通胀率控制在[5%以内]。\n赤字率控制在5%以内。'
    const after = '新增一段。\n失业率控制在5%以内。\n通胀率控制在5%以内。\n赤字率控制在5%以内。'
    expect(follow(before, after)).toBe('新增一段。\n失业率控制在5%以内。\n通胀率控制在[5%以内]。\n赤字率控制在5%以内。')
  })

  test('nearest to where it stood, when the surroundings say nothing', () => {
    const line = '推进老城更新，完善公共服务设施，提升治理水平。\n'
    const text = line.repeat(9)
    const start = line.length * 4
    const anchor = makeAnchor(text, 'left', { start, end: start + line.length - 1 })
    expect(findAnchor(text, anchor)).toEqual({ start, end: start + line.length - 1 })
  })

  test('after a number inside it changed', () => {
    expect(
      follow('到2030年，[生产总值达到1400亿元]，人均达到15万元。', '到2030年，生产总值达到1500亿元，人均达到15万元。'),
    ).toBe('到2030年，[生产总值达到1500亿元]，人均达到15万元。')
  })

  test('after its surroundings were rewritten and it was touched', () => {
    const before = `${FILLER}[全面推进乡村振兴，加快农业农村现代化建设步伐]。${FILLER}`
    const after =
      '另起炉灶的一段开头，与前文毫无共同之处。全面推进乡村全面振兴，加快农业农村现代化建设步伐！其后也改写成别的话了。'
    expect(follow(before, after)).toContain('[全面推进乡村全面振兴，加快农业农村现代化建设步伐]')
  })

  test('when it is a paragraph of hundreds of characters, edited in several places and moved', () => {
    const paragraph = Array.from(
      { length: 30 },
      (_, i) => `第${i + 1}项任务是完善公共服务体系的第${i * 7}个环节，`,
    ).join('')
    const edited = paragraph
      .replace('第3项任务', '第三项重点任务')
      .replace('第140个环节', '第141个环节')
      .replace('第9项任务是', '')
    const found = follow(`${FILLER}\n[${paragraph}]\n${FILLER}`, `另一章。\n${FILLER.repeat(40)}\n${edited}\n结尾。`)
    expect(found).toBe(`另一章。\n${FILLER.repeat(40)}\n[${edited}]\n结尾。`)
  })

  test('when it is an empty place between two characters', () => {
    expect(follow('全市[]生产总值', '到2030年全县生产总值')).toBeNull()
    expect(follow('到2030年全市[]生产总值', '到2030年全市生产总值')).toBe('到2030年全市[]生产总值')
  })
})

describe('an anchor is gone', () => {
  test('when its sentence was deleted', () => {
    expect(follow(`${FILLER}[研发投入强度达到3%以上]。`, FILLER)).toBeNull()
  })

  test('when only a short quote is left, in a strange place', () => {
    expect(follow('研发投入强度达到[3%]以上，增长较快。', '城镇登记失业率控制在3%之内。')).toBeNull()
  })

  test('when everything between its surroundings was replaced', () => {
    const before = '一、发展目标的总体要求\n[研发投入强度达到3%以上]\n二、重点任务的主要安排'
    expect(follow(before, '一、发展目标的总体要求\n弘扬劳动精神和工匠精神\n二、重点任务的主要安排')).toBeNull()
  })

  test('in an empty text', () => {
    expect(follow('研发[投入]', '')).toBeNull()
  })
})

describe('characters outside the basic plane', () => {
  test('are never cut in two', () => {
    const text = '甲𠮷野家乙'
    for (let start = 0; start <= text.length; start += 1)
      for (let end = start; end <= text.length; end += 1) {
        const { quote, before, after } = makeAnchor(text, 'right', { start, end })
        expect([quote, before, after].join('|')).not.toMatch(/\p{Surrogate}/u)
      }
  })

  test('are found whole', () => {
    expect(follow('建设[𠮷野家😀产业园]。', '加快建设𠮷野家😀产业园。')).toBe('加快建设[𠮷野家😀产业园]。')
  })
})

test('for all texts: what was just anchored is found at its place', () => {
  const unit = fc.constantFrom('甲', '乙', '3', '%', '。', '\n', '😀', '𠮷')
  fc.assert(
    fc.property(fc.string({ unit, minLength: 1, maxLength: 120 }), fc.nat(), fc.nat(40), (text, at, size) => {
      const start = at % text.length
      const anchor = makeAnchor(text, 'right', { start, end: Math.min(text.length, start + size) })
      const found = findAnchor(text, anchor)
      expect(found?.start).toBe(anchor.start)
      expect(text.slice(found?.start, found?.end)).toBe(anchor.quote)
    }),
  )
})

test('for all texts and anchors of another: a range of whole characters within the text, or null', () => {
  const unit = fc.constantFrom('甲', '乙', '丙', '丁', '3', '%', '。', '\n', '😀', '𠮷')
  const text = fc.string({ unit, maxLength: 200 })
  fc.assert(
    fc.property(text, text, fc.nat(), fc.nat(90), (from, into, at, size) => {
      const start = from.length === 0 ? 0 : at % from.length
      const found = findAnchor(into, makeAnchor(from, 'right', { start, end: Math.min(from.length, start + size) }))
      if (found === null) return
      expect(found.start).toBeGreaterThanOrEqual(0)
      expect(found.end).toBeLessThanOrEqual(into.length)
      expect(found.start).toBeLessThanOrEqual(found.end)
      expect(into.slice(found.start, found.end)).not.toMatch(/\p{Surrogate}/u)
    }),
    { numRuns: 500 },
  )
})

test('a hundred edited anchors in 100 000 characters are found within two seconds of processor time', () => {
  const paragraphs = Array.from(
    { length: 1000 },
    (_, i) =>
      `第${i}条　${FILLER}完成第${i * 13}号工程建设任务，投资${i * 3}万元，带动就业${i}人，受益群众${i * 11}户，年度考核合格率达到百分之九十，并按规定公开结果。`,
  )
  const text = paragraphs.join('\n')
  const edited = paragraphs.map((p) => p.replace('完成第', '高质量完成第')).join('\n')
  // Processor time, not the clock: other programs on the machine must not fail a test.
  const before = process.cpuUsage()
  for (let i = 0; i < 1000; i += 10) {
    const quote = paragraphs[i] ?? ''
    const start = text.indexOf(quote)
    const found = findAnchor(edited, makeAnchor(text, 'right', { start, end: start + quote.length }))
    expect(edited.slice(found?.start, found?.end)).toContain(`第${i * 13}号工程`)
  }
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(2000)
})
