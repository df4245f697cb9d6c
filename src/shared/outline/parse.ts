import type { LineHint } from '../text/line-hint.ts'
import type { Block, BlockKind } from './block.ts'
import { completeLabels } from './complete-labels.ts'
import { findContents } from './contents-lines.ts'
import { findGlossaryEntries, findHabits, isPlainHeading, kindOfLabelled, type TextHabits } from './heading-grammar.ts'
import { headingLevels } from './levels.ts'
import type { OutlineLine } from './outline-line.ts'
import { OutlineMemory } from './outline-memory.ts'
import { findTableLines } from './table-lines.ts'
import { type DocumentHead, findDocumentHead } from './title-lines.ts'

const NOTE = /^[〔［[（(]?注[〕］\])）]?[释解]?\s*[0-9０-９]{0,3}[：:]|^(?:资料|数据)来源[：:]/

/** What is known of the lines before each is looked at: the parts of the text they belong to. */
interface Zones {
  readonly head: DocumentHead
  readonly contents: ReadonlySet<number>
  readonly tables: ReadonlySet<number>
  readonly glossary: ReadonlySet<number>
  readonly habits: TextHabits
}

/**
 * Reads the blocks of a canonical text: one block for each non-empty line, in order.
 * `hints[i]` is what the source file said of line i; a hint wins over the grammar of the text. `memory` spares reading lines
 * again that were read before; it changes nothing in the result.
 */
export function parseOutline(
  text: string,
  hints: readonly (LineHint | null)[] = [],
  memory = new OutlineMemory(),
): Block[] {
  const lines = completeLabels(readLines(text, hints, memory))
  const zones: Zones = {
    head: findDocumentHead(lines),
    contents: findContents(lines),
    tables: findTableLines(lines),
    glossary: findGlossaryEntries(lines),
    habits: findHabits(lines),
  }
  const kinds = lines.map((_, index) => kindOf(lines, index, zones))
  const levels = headingLevels(lines, kinds)
  const blocks = lines.map((line, index): Block => {
    const kind = kinds[index] ?? 'paragraph'
    const label = line.label === null || isUnlabelled(zones, index) ? null : line.label.text.trimEnd()
    const block: Block = { kind, level: levels[index] ?? 0, label, start: line.start, end: line.end }
    const items = kind === 'paragraph' || kind === 'item' ? memory.listItems(line.text, line.start) : []
    return items.length > 0 ? { ...block, items } : block
  })
  memory.endRound()
  return blocks
}

/** 附件3 in the corner above a title: what is attached is the document itself. */
function isMarkAboveTitle(line: OutlineLine, index: number, { titles }: DocumentHead): boolean {
  return line.label?.style === 'attachment' && titles.size > 0 && index < Math.min(...titles)
}

/** The dash of a subtitle and the numbers of a table of contents number nothing here. */
function isUnlabelled({ head, contents }: Zones, index: number): boolean {
  return head.subtitles.has(index) || contents.has(index)
}

function readLines(text: string, hints: readonly (LineHint | null)[], memory: OutlineMemory): OutlineLine[] {
  const lines: OutlineLine[] = []
  let start = 0
  for (let index = 0; start <= text.length; index += 1) {
    const found = text.indexOf('\n', start)
    const end = found < 0 ? text.length : found
    const line = memory.line(text.slice(start, end))
    const { words, label, bars } = line
    if (words !== '') lines.push({ start, end, text: line.text, words, label, bars, hint: hints[index] ?? null })
    start = end + 1
  }
  return lines
}

function kindOf(lines: readonly OutlineLine[], index: number, zones: Zones): BlockKind {
  const line = lines[index]
  if (line === undefined) return 'paragraph'
  if (zones.head.titles.has(index)) return 'title'
  const said = line.hint?.kind ?? null
  if (said !== null && said !== 'paragraph') return said
  if (zones.tables.has(index)) return 'table-row'
  if (isUnlabelled(zones, index) || isMarkAboveTitle(line, index, zones.head)) return 'paragraph'
  if (NOTE.test(line.text)) return 'note'
  if (zones.glossary.has(index)) return line.label === null ? 'paragraph' : 'item'
  if (line.label !== null) return kindOfLabelled(lines, index, line.label, zones.habits)
  return said === null && isPlainHeading(lines, index, zones.habits) ? 'heading' : 'paragraph'
}
