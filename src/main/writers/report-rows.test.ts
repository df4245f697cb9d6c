import { describe, expect, it } from 'vitest'
import { exportInput, LEFT, RIGHT } from './comparison.test-helper.ts'
import { type ReportBlock, reportRows } from './report-rows.ts'

function boxed(blocks: readonly ReportBlock[]): string {
  const box = { none: ['', ''], deleted: ['[-', '-]'], inserted: ['[+', '+]'], moved: ['~', '~'] } as const
  return blocks.map((b) => b.spans.map((s) => `${box[s.mark][0]}${s.text}${box[s.mark][1]}`).join('')).join(' ¶ ')
}

describe('reportRows', () => {
  const { rows } = reportRows(exportInput())
  const row = (word: string) => rows.find((r) => boxed([...r.left, ...r.right]).includes(word))

  it('lists changed rows only, in reading order', () => {
    expect(rows.some((r) => boxed(r.right).includes('沿江湿地修复'))).toBe(false)
    expect(rows.length).toBeGreaterThanOrEqual(4)
  })

  it('marks the old figure struck on the left and the new one inserted on the right', () => {
    const changed = row('研发经费')
    expect(boxed(changed?.left ?? [])).toMatch(/\[-3\.2%?-\]/)
    expect(boxed(changed?.right ?? [])).toMatch(/\[\+力争\+\]达到\[\+3(%以上\+\]|\+\]%\[\+以上\+\])/)
  })

  it('says of a lowered and softened target what changed', () => {
    const notes = row('研发经费')?.notes.join('\n') ?? ''
    expect(notes).toContain('▼ 下调：')
    expect(notes).toContain('3.2% → 3%以上')
    expect(notes).toContain('−0.2 个百分点')
    expect(notes).toContain('达到 → 力争')
  })

  it('says where a moved paragraph came from, by number and heading', () => {
    const moved = row('科创走廊')
    expect(moved?.notes[0]).toContain('移自底本第 4 段')
    expect(moved?.notes[0]).toContain('一、主要目标')
    expect(boxed(moved?.right ?? [])).toContain('~加快建设滨江科创走廊')
  })

  it('keeps every character of a listed row', () => {
    for (const r of rows) {
      for (const [blocks, text] of [
        [r.left, LEFT],
        [r.right, RIGHT],
      ] as const)
        for (const block of blocks) expect(text.split('\n')).toContain(block.spans.map((s) => s.text).join(''))
    }
  })

  it('keeps to rows with a changed target when asked', () => {
    const { rows: targets } = reportRows(exportInput({ scope: 'targets' }))
    expect(targets.length).toBeGreaterThan(0)
    expect(targets.every((r) => r.changes.length > 0)).toBe(true)
  })

  it('does not repeat a run-in heading above its own paragraph', () => {
    const plan = (count: number) =>
      `云溪市规划纲要\n一、重点任务\n（一）建设科创走廊。引进中试平台${count}家，向企业开放仪器设备。\n（二）修复湿地。连通水系。`
    const [only] = reportRows(exportInput({}, plan(12), plan(15))).rows
    expect(only?.section).toEqual(['一、重点任务'])
  })

  it('adds the decision with its reason and basis', () => {
    const index = row('研发经费')?.row ?? -1
    const decision = {
      id: '1',
      comparisonId: '2',
      subject: 'row',
      anchor: { side: 'right', quote: '', before: '', after: '', start: 0 },
      status: 'accepted',
      reason: '近五年缺乏支撑',
      basis: { kind: 'department', reference: '市科技局函' },
      reviewer: '起草组',
      decidedAt: '2026-03-01T08:00:00.000Z',
    } as const
    const decided = reportRows(exportInput({ decisions: [{ row: index, decision }] })).rows.find((r) => r.row === index)
    expect(decided?.notes.at(-1)).toBe('处理意见：采纳；理由：近五年缺乏支撑；依据：部门意见 市科技局函')
  })
})
