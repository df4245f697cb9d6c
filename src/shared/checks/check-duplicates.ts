import type { Block } from '../outline/block.ts'
import type { DocumentSource } from './document-source.ts'
import type { Finding } from './finding.ts'

/** Shorter paragraphs are set phrases (各位代表！), which may well come twice. */
const SHORTEST = 40
/** A repeated stretch may skip headings and short paragraphs, not more. */
const LARGEST_GAP = 3
/** Below this share of Chinese characters a line is a formula, code or what a broken font left. */
const CHINESE_SHARE = 0.5

interface Repeat {
  readonly at: number
  readonly original: number
}

/** Paragraphs that stand in the text twice, word for word; neighbours that repeat together are one finding. */
export function checkDuplicates({ text, blocks }: DocumentSource): Finding[] {
  const firstOf = new Map<string, number>()
  const repeats: Repeat[] = []
  blocks.forEach((block, i) => {
    if (block.kind === 'table-row' || block.end - block.start < SHORTEST) return
    const key = text.slice(block.start, block.end).replace(/\s+/g, '')
    if (key.length < SHORTEST) return
    const original = firstOf.get(key)
    if (original === undefined) firstOf.set(key, i)
    else if (isProse(key)) repeats.push({ at: i, original })
  })
  return joinRuns(repeats).map((run) => duplicate(run, blocks))
}

/** A sentence, not a table cell that stands on a line of its own and well repeats down a column. */
function isProse(key: string): boolean {
  if (!/[。；！？]/.test(key)) return false
  return (key.match(/[\u4e00-\u9fff]/g)?.length ?? 0) >= CHINESE_SHARE * key.length
}

/** Repeats that follow each other on both sides. */
function joinRuns(repeats: readonly Repeat[]): Repeat[][] {
  const runs: Repeat[][] = []
  for (const repeat of repeats) {
    const last = runs.at(-1)?.at(-1)
    const follows = last !== undefined && isNext(last.at, repeat.at) && isNext(last.original, repeat.original)
    if (follows) runs.at(-1)?.push(repeat)
    else runs.push([repeat])
  }
  return runs
}

function isNext(before: number, after: number): boolean {
  return after > before && after - before <= LARGEST_GAP
}

function duplicate(run: readonly Repeat[], blocks: readonly Block[]): Finding {
  const first = run[0]
  const last = run.at(-1)
  const start = blocks[first?.at ?? 0]?.start ?? 0
  const original = { start: blocks[first?.original ?? 0]?.start ?? 0, end: blocks[last?.original ?? 0]?.end ?? 0 }
  return {
    code: 'duplicate-block',
    severity: 'warning',
    message: '这段文字与前文完全相同，可能是重复粘贴。',
    start,
    end: blocks[last?.at ?? 0]?.end ?? start,
    expected: null,
    found: null,
    related: [original],
  }
}
