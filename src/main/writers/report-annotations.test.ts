import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Annotation } from '../../shared/review/annotation.ts'
import { makeAnchor } from '../../shared/review/make-anchor.ts'
import { exportInput, RIGHT } from './comparison.test-helper.ts'
import { reportRows } from './report-rows.ts'
import { writeExport } from './write-export.ts'

const AT = '2026-03-02T04:00:00.000Z'
function remark(id: string, quote: string, more: Partial<Annotation> = {}): Annotation {
  const start = RIGHT.indexOf(quote)
  const anchor = makeAnchor(RIGHT, 'right', { start, end: start + quote.length })
  const made = { comparisonId: 'c', origin: 'imported', replyTo: null, author: '李科', resolved: false } as const
  return { id, ...made, anchor, text: '请核实', createdAt: AT, ...more }
}
const ON_CHANGED = remark('a', '力争达到3%')
const ANSWER = remark('b', '力争达到3%', { replyTo: 'a', author: '统计局', text: '已核', origin: 'review' })
const ON_EQUAL = remark('c', '形成连片的生态空间', { author: '', text: '<删>', resolved: true })
const annotations = [ON_EQUAL, ON_CHANGED, ANSWER]

describe('remarks in a report', () => {
  it('stand with their row, with author, date and answers; the others are named at the end', () => {
    const { rows, otherRemarks } = reportRows(exportInput({ annotations }))
    const remarked = rows.filter(({ remarks }) => remarks.length > 0)
    expect(remarked.map(({ remarks }) => remarks)).toEqual([
      ['批注“力争达到3%”（李科，2026-03-02）：请核实', '回复（统计局，2026-03-02）：已核'],
    ])
    expect(otherRemarks).toEqual([['批注“形成连片的生态空间”（2026-03-02）：<删>（已解决）']])
  })

  it('are named at the end where their words are gone', () => {
    const gone = {
      ...ON_CHANGED,
      anchor: { ...ON_CHANGED.anchor, quote: '早已不在的另一句话全然无关', before: '', after: '' },
    }
    expect(reportRows(exportInput({ annotations: [gone] })).otherRemarks).toHaveLength(1)
  })

  it.each(['html', 'docx-table', 'json'] as const)('are in %s', async (kind) => {
    const { bytes } = await writeExport(exportInput({ kind, annotations }))
    const written =
      kind === 'docx-table' ? strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array()) : strFromU8(bytes)
    const [open, close] = kind === 'json' ? ['<', '>'] : ['&lt;', '&gt;']
    for (const word of ['李科', '2026-03-02', '请核实', '统计局', '已核', `${open}删${close}`])
      expect(written).toContain(word)
  })
})
