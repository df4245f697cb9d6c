import { mkdtemp, open, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { makeDocx } from '../readers/docx/make-docx.test-helper.ts'
import { makeWorkbook } from '../services/workbook.test-helper.ts'
import { run } from './run.ts'

let directory: string

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'duigao-cli-'))
})

async function* nothing(): AsyncGenerator<Uint8Array> {}
async function* typed(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text)
}

async function duigao(args: string[], stdin: AsyncIterable<Uint8Array> = nothing()) {
  let out = ''
  let err = ''
  const code = await run(args, {
    stdin,
    directory,
    out: (text) => {
      out += text
    },
    err: (text) => {
      err += text
    },
  })
  return { code, out, err }
}

const OLD_PLAN =
  '云溪市国民经济和社会发展第十四个五年规划纲要\n（2021—2025年）\n一、主要目标\n到2025年，森林覆盖率达到60%。\n到2025年，城镇调查失业率控制在5.5%以内。\n'
const PLAN =
  '云溪市国民经济和社会发展第十五个五年规划纲要\n（2026—2030年）\n一、主要目标\n到2030年，森林覆盖率达到61%。\n推进供给侧改革。\n'
const REPORT = '云溪市政府工作报告\n二、2026年主要目标\n地区生产总值增长5.5%左右，新增国家高新技术企业40家。\n'

describe('duigao', () => {
  it('reads a file to one JSON object on standard output', async () => {
    await writeFile(join(directory, 'report.txt'), REPORT)
    const { code, out, err } = await duigao(['read', 'report.txt', '--json'])
    const json = JSON.parse(out)
    expect({ code, err, schema: json.schema, file: json.source.file, accounted: json.log.accounted }).toEqual({
      code: 0,
      err: '',
      schema: 1,
      file: 'report.txt',
      accounted: true,
    })
    for (const block of json.blocks) expect(json.text.slice(block.start, block.end)).not.toContain('\n')
  })

  it('checks a plan against the one before, with the evidence in that one', async () => {
    await writeFile(join(directory, 'old.txt'), OLD_PLAN)
    await writeFile(join(directory, 'new.txt'), PLAN)
    const { code, out } = await duigao(['check', 'new.txt', '--against', 'old.txt', '--json'])
    const { findings, baseline } = JSON.parse(out)
    expect(code).toBe(0)
    expect(baseline.role).toBe('previous')
    expect(findings.map((finding: { code: string }) => finding.code)).toEqual(['phrase-departure', 'no-successor'])
    const [place] = findings[1].against
    expect(baseline.text.slice(place.start, place.end)).toContain('城镇调查失业率')
    const summary = await duigao(['check', 'new.txt', '--against', 'old.txt'])
    expect(summary.out).toMatch(/^底本是上期规划。\n/)
    expect(summary.out).toContain('\t底本：城镇调查失业率')
    const alone = JSON.parse((await duigao(['check', 'new.txt', '--json'])).out)
    expect(alone.findings).toHaveLength(1)
    expect(alone).not.toHaveProperty('baseline')
    const compared = JSON.parse((await duigao(['compare', 'old.txt', 'new.txt', '--json'])).out)
    expect([compared.baselineRole, compared.findings]).toEqual(['previous', findings])
  })

  it('says that a document cannot be checked against one that it does not answer to', async () => {
    await writeFile(join(directory, 'new.txt'), PLAN)
    const { code, out } = await duigao(['check', 'new.txt', '--against', 'new.txt'])
    expect(code).toBe(0)
    expect(out).toMatch(/^两份文件之间没有可以核对的关系/)
  })

  it('says what a document is, why, and how it is divided', async () => {
    const report =
      '云溪市2026年政府工作报告\n一、工作回顾\n（一）抓工业。技改提速，企业扩产。\n三、主要目标\n做到：一是稳，二是进。\n'
    const { out } = await duigao(['read', '-'], typed(report))
    expect(out).toContain(
      '类型：政府工作报告（据正文“政府工作报告”）\n时期：2026（据正文“2026年”）\n地区：云溪市（市级）',
    )
    expect(out).toContain('日期：未说明')
    expect(out).toContain('提醒：编号不连续：“一、工作回顾”之后是“三、主要目标”，缺少“二、”。')
    expect(out).toContain('提纲：\n  一、工作回顾\n    （一）抓工业\n  三、主要目标\n')
    const { blocks, text } = JSON.parse((await duigao(['read', '-', '--json'], typed(report))).out)
    const items = blocks.at(-1).items.map(({ start, end }: { start: number; end: number }) => text.slice(start, end))
    expect(items).toEqual(['一是稳，', '二是进。'])
  })

  it('reads a sheet and a range of a workbook, and says what the file holds besides its text', async () => {
    const sheets = {
      指标: [
        ['指标', '2030年'],
        ['森林覆盖率', '58%'],
      ],
      附表: [['水库', '3亿元']],
    }
    await writeFile(join(directory, '表.xlsx'), makeWorkbook(sheets))
    const { text } = JSON.parse(
      (await duigao(['read', '表.xlsx', '--sheet', '指标', '--range', 'A2:B2', '--json'])).out,
    )
    expect(text).toBe('森林覆盖率 | 58%')
    expect((await duigao(['read', '表.xlsx'])).out).toContain('工作表：指标、附表')
    const bad = await duigao(['read', '表.xlsx', '--range', 'B2:'])
    expect([bad.code, bad.out, bad.err.includes('B2:')]).toEqual([3, '', true])
  })

  it('hands over remarks and tracked changes of a Word file', async () => {
    const change = '<w:ins w:author="王"><w:r><w:t>力争</w:t></w:r></w:ins>'
    const body = `<w:p><w:r><w:t>产值</w:t></w:r>${change}<w:commentRangeStart w:id="1"/><w:r><w:t>达到850亿元</w:t></w:r><w:commentRangeEnd w:id="1"/></w:p>`
    const comments = '<w:comment w:id="1" w:author="李"><w:p><w:r><w:t>请核实</w:t></w:r></w:p></w:comment>'
    await writeFile(join(directory, '稿.docx'), makeDocx({ body, comments }))
    const json = JSON.parse((await duigao(['read', '稿.docx', '--json'])).out)
    expect(json.revisions).toMatchObject({ insertions: 1, deletions: 0, authors: ['王'], inserted: 2 })
    expect(json.comments).toMatchObject([
      { author: '李', text: '请核实', quote: '达到850亿元', date: null, replyTo: null },
    ])
    expect(json.text.slice(json.comments[0].start, json.comments[0].end)).toBe('达到850亿元')
    const { out } = await duigao(['read', '稿.docx'])
    expect(out).toContain('批注：1 条')
    expect(out).toContain('修订（已接受）：插入 1 处 2 字')
  })

  it('reads text from standard input when the file is -', async () => {
    const { code, out } = await duigao(['targets', '-', '--json'], typed(REPORT))
    const { text, targets } = JSON.parse(out)
    expect(code).toBe(0)
    expect(targets.map((t: { value: number; unit: string }) => `${t.value}${t.unit}`)).toEqual(['5.5%', '40家'])
    for (const target of targets) expect(text.slice(target.start, target.end)).toBe(target.quote)
  })

  it('compares two files and counts what changed', async () => {
    await writeFile(join(directory, 'a.txt'), REPORT)
    await writeFile(join(directory, 'b.txt'), REPORT.replace('5.5%', '5%'))
    const { out } = await duigao(['compare', 'a.txt', 'b.txt', '--json'])
    const { summary, targets } = JSON.parse(out)
    expect(summary.rows).toMatchObject({ equal: 2, changed: 1, inserted: 0, deleted: 0 })
    expect(targets.find((t: { change: string }) => t.change === 'lowered')).toMatchObject({
      left: { value: 5.5 },
      right: { value: 5 },
      ambition: 'looser',
    })
  })

  it('prints help and answers 2 when the usage is wrong', async () => {
    expect((await duigao([])).code).toBe(2)
    expect((await duigao(['fly'])).code).toBe(2)
    expect((await duigao(['read'])).code).toBe(2)
    expect((await duigao(['read', 'a', 'b'])).code).toBe(2)
    expect((await duigao(['export', 'a', 'b', '--as', 'gif', '--out', 'x'])).code).toBe(2)
    expect((await duigao(['--help'])).out).toContain('duigao compare')
  })
})

describe('duigao on a file that cannot be read', () => {
  const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52])
  const cases: [string, string, Uint8Array][] = [
    ['an empty file', 'empty.txt', new Uint8Array()],
    ['a .docx that is no zip', 'fake.docx', new TextEncoder().encode('这不是压缩包')],
    ['an image renamed .txt', 'photo.txt', PNG],
  ]
  it.each(cases)('%s: answers 3, names the file, writes nothing', async (_, name, bytes) => {
    await writeFile(join(directory, name), bytes)
    const before = await readdir(directory)
    const { code, out, err } = await duigao(['read', name, '--json'])
    expect(code).toBe(3)
    expect(out).toBe('')
    expect(err).toContain(name)
    expect(err).not.toMatch(/ at |Error:/)
    expect(await readdir(directory)).toEqual(before)
  })

  it('a 200 MB text: answers 3 without reading it', async () => {
    const file = await open(join(directory, 'huge.txt'), 'w')
    await file.truncate(200 * 1024 * 1024)
    await file.close()
    const { code, err } = await duigao(['read', 'huge.txt'])
    expect(code).toBe(3)
    expect(err).toContain('200 MB')
  })

  it('a file that is not there: answers 3 and names it', async () => {
    const { code, err } = await duigao(['check', 'nowhere.docx'])
    expect(code).toBe(3)
    expect(err).toContain('nowhere.docx')
  })
})

describe('duigao export', () => {
  it('answers 4 and leaves things as they were when the output cannot be written', async () => {
    await writeFile(join(directory, 'a.txt'), REPORT)
    const { code, err } = await duigao(['export', 'a.txt', 'a.txt', '--as', 'html', '--out', 'no/such/folder/x.html'])
    expect(code).toBe(4)
    expect(err).toContain('x.html')
    expect(await readdir(directory)).toEqual(['a.txt'])
  })

  it('replaces an existing file whole', async () => {
    await writeFile(join(directory, 'a.txt'), REPORT)
    await writeFile(join(directory, 'b.txt'), REPORT.replace('40家', '60家'))
    await writeFile(join(directory, 'out.html'), 'old')
    const { code } = await duigao(['export', 'a.txt', 'b.txt', '--as', 'html', '--out', 'out.html'])
    expect(code).toBe(0)
    expect(await readFile(join(directory, 'out.html'), 'utf8')).toContain('<del>40')
    expect(await readdir(directory)).toEqual(['a.txt', 'b.txt', 'out.html'])
  })
})
