import { describe, expect, it } from 'vitest'
import { clean } from '../clean.ts'
import { REPORT, rawText, setInLines } from '../raw-text.test-helper.ts'

const read = (lines: readonly string[]) => clean(rawText(lines.join('\n'))).text.split('\n')
const [heading = '', ...bodies] = REPORT

describe('paragraphs of broken lines', () => {
  it.each([14, 16, 18, 22, 26, 28, 30, 34, 40])(
    'are found again at %i characters, with indents and without',
    (width) => {
      expect(read(setInLines(REPORT, width, '　　'))).toEqual(REPORT)
      const long = [...REPORT, ...REPORT.slice(1), ...REPORT.slice(1)]
      expect(read(setInLines(long, width, ''))).toEqual(long)
    },
  )

  it('are found where all but the first lines are set in', () => {
    const long = REPORT.filter((line) => line.length > 60)
    const lines = long.flatMap((paragraph) =>
      setInLines([`　　${paragraph}`], 28, '').map((line, index) => (index === 0 ? line : `　　${line}`)),
    )
    expect(read([...lines, ...lines])).toEqual([...long, ...long])
  })

  // Pieces set in below short lines taught that indents mean nothing: 28 paragraphs were found where 84 indents stood.
  it('begin at nearly every indent also where sentences were broken around links', () => {
    const long = bodies.filter((body) => body.length > 60)
    const pieces = [0, 1, 2, 3].flatMap((round) =>
      long.flatMap((body, index) => {
        const at = 12 + ((round * 29 + index * 5) % (body.length - 30))
        return [body.slice(0, at), body.slice(at, at + 4), body.slice(at + 4)]
      }),
    )
    const lines = pieces.flatMap((piece) => `　　${piece}`.match(/[^]{1,28}/g) ?? [])
    const found = clean(rawText(lines.join('\n')), { disabled: ['inline-breaks'] }).text.split('\n')
    expect(found.length).toBeGreaterThanOrEqual(pieces.length * 0.95)
    expect(found.every((line) => line.length <= 100)).toBe(true)
  })

  it('are found in a block that is set in as a whole', () => {
    expect(read(setInLines(REPORT, 26, '　　').map((line) => `      ${line}`))).toEqual(REPORT)
  })

  // The heading was joined to the title, because neither indent nor blank line parted them.
  it('keep a flush heading apart from a title as wide as the column', () => {
    const title = '云溪市人民政府二〇二四年工作总结和二〇二五年重点任务'
    expect(title).toHaveLength(26)
    const lines = [title, heading, ...setInLines(bodies, 26, '　　')]
    expect(read(lines)).toEqual([title, ...REPORT])
  })

  it('end on a full line where the next one is short by a lost indent', () => {
    const full = `全市上下锐意进取、真抓实干，较好完成了全年目标任务，${'经济社会发展迈上新台阶，'.repeat(4)}各项事业全面进步。`
    for (const width of [14, 15, 16, 17, 18]) {
      const paragraphs = [...REPORT.slice(0, 4), full, ...REPORT.slice(4), full, ...REPORT.slice(6)]
      expect(read(setInLines(paragraphs, width, ''))).toEqual(paragraphs)
    }
  })

  it('go on over 一是 where these stand inside sentences', () => {
    const listed =
      '围绕产业强市目标，着力抓好四项工作。一是扩大有效投资，全年新开工项目120个。二是培育壮大企业，新增规模以上工业企业40家。三是优化营商环境，推行一件事一次办。四是强化要素保障，盘活闲置土地800亩。'
    const paragraphs = [...REPORT, listed, ...REPORT.slice(2), listed.replace('产业强市', '开放活市')]
    for (const width of [15, 16, 17, 22, 25]) expect(read(setInLines(paragraphs, width, ''))).toEqual(paragraphs)
  })

  it('go on where a heading stands on the line of their text, and are parted from it', () => {
    const titles = ['夯实农业基础', '建设制造强市　培育骨干企业', '改善人居环境', '提升开放水平']
    const numbers = ['一', '二', '三', '四']
    const parts = titles.map((title, at) => [
      `第${numbers[at]}章　${title}`,
      bodies.filter((body) => body.length > 60)[at % 3] ?? '',
    ])
    for (const width of [24, 28, 30, 36]) {
      const lines = parts.flatMap(([heading, body]) => setInLines([`${heading}　　${body}`], width, '　　'))
      expect(read([...lines, ...lines])).toEqual([...parts, ...parts].flat())
    }
  })

  it('keep a number of sessions with its meeting', () => {
    const subtitle = '——2025年1月16日在云溪市第七届人民代表大会第四次会议上'
    for (const width of [12, 14, 16]) {
      const lines = setInLines(['云溪市政府工作报告', subtitle, ...REPORT], width, '')
      expect(read(lines).slice(0, 2)).toEqual(['云溪市政府工作报告', subtitle])
    }
  })

  it('are measured with narrow quotation marks where print has them', () => {
    const quoted = REPORT.map((line) =>
      line.length < 40 ? line : `坚持“稳”字当头、“进”字优先，突出“实”字为要，“好”字为先，${line}`,
    )
    const lines = quoted.flatMap((paragraph) => setInNarrowQuotes(`　　${paragraph}`, 27))
    expect(read(lines)).toEqual(quoted)
  })

  it('leave rows of a drawn table and its caption alone', () => {
    const rows = ['表 1 主要指标', '1 生产总值年均增长 % 预期性 - 6左右', '2 森林覆盖率 % 约束性 41 43']
    const body = setInLines(REPORT, 28, '　　')
    expect(read([...body, ...rows, ...body])).toEqual([...REPORT, ...rows, ...REPORT])
  })
})

/** Lines of so many Han characters, quotation marks counted half, indents lost. */
function setInNarrowQuotes(text: string, width: number): string[] {
  const lines: string[] = []
  let [line, used] = ['', 0]
  for (const unit of text) {
    const own = '“”'.includes(unit) ? 0.5 : 1
    if (used + own > width && !'，。、；：”'.includes(unit)) {
      lines.push(line.trimStart())
      line = ''
      used = 0
    }
    line += unit
    used += own
  }
  return [...lines, line]
}
