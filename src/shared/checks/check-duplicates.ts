import type { Block } from '../outline/block.ts'
import type { Range } from '../text/range.ts'
import type { DocumentSource } from './document-source.ts'
import type { Finding } from './finding.ts'

/** Shorter paragraphs are set phrases (各位代表！), which may well come twice. */
const SHORTEST = 40

/** Paragraphs that stand in the text twice, word for word; neighbours that repeat together are one finding. */
export function checkDuplicates({ text, blocks }: DocumentSource): Finding[] {
  const firstOf = new Map<string, number>()
  const findings: Finding[] = []
  let run: { from: Block; to: Block; original: Range; next: number } | null = null
  blocks.forEach((block, i) => {
    const key = text.slice(block.start, block.end).replace(/\s+/g, '')
    if (block.kind === 'table-row' || key.length < SHORTEST) return
    const original = firstOf.get(key)
    if (original === undefined) {
      firstOf.set(key, i)
      return
    }
    const source = blocks[original]
    if (source === undefined) return
    if (run !== null && original > run.next - 1 && original <= run.next + 3) {
      run = { ...run, to: block, next: original, original: { start: run.original.start, end: source.end } }
      findings.pop()
    } else run = { from: block, to: block, original: { start: source.start, end: source.end }, next: original }
    findings.push(duplicate(run))
  })
  return findings
}

function duplicate(run: { from: Block; to: Block; original: Range }): Finding {
  return {
    code: 'duplicate-block',
    severity: 'warning',
    message: '这段文字与前文完全相同，可能是重复粘贴。',
    start: run.from.start,
    end: run.to.end,
    expected: null,
    found: null,
    related: [run.original],
  }
}
