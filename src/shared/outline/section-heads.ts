import type { Block } from './block.ts'
import { CHAPTER_STYLES, LABEL_STYLES, type LabelStyle, readLabel } from './numbering.ts'
import { runOnGap } from './run-on-gap.ts'

/** What heads a section: a heading, or the first sentence of a numbered paragraph. */
export interface SectionHead {
  readonly title: string
  readonly level: number
  /** A further heading behind it on its line, above the same text: 第一篇 …, a gap, 第一章 …. */
  readonly inner?: SectionHead
}

/** The styles whose numbered paragraphs carry a run-in heading. */
const RUN_IN: ReadonlySet<LabelStyle> = new Set([
  'comma',
  'bracket',
  'dotted-2',
  'dotted-3',
  'dotted-4',
  'number',
  'number-bracket',
])
const MAX_RUN_IN = 48

/** For each block the section it opens, or null. Levels of run-in headings follow the document's headings of that style, or come below them. */
export function sectionHeads(blocks: readonly Block[], text: string): (SectionHead | null)[] {
  const styles = blocks.map(styleOf)
  const heads: (SectionHead | null)[] = []
  for (const part of partsOf(blocks, styles)) {
    const levels = styleLevels(part, styles)
    for (const [i, block] of part.blocks.entries())
      heads.push(headOf(block, part.from + i, { blocks, styles, levels, text }))
  }
  return heads
}

interface Surroundings {
  readonly blocks: readonly Block[]
  readonly styles: readonly (LabelStyle | null)[]
  readonly levels: ReadonlyMap<LabelStyle, number>
  readonly text: string
}

function headOf(block: Block, index: number, { blocks, styles, levels, text }: Surroundings): SectionHead | null {
  const line = text.slice(block.start, block.end)
  if (block.kind === 'heading') return headingOf(line.trim(), block.level, levels)
  const style = styles[index] ?? null
  if (block.kind !== 'item' || style === null) return null
  const title = runInTitle(line) ?? (standsAlone(blocks, styles, index) ? sentenceTitle(line) : null)
  return title === null ? null : { title, level: levels.get(style) ?? 1 }
}

/** A heading and those that stand behind it on its line, each of the level that others with such a number have. */
function headingOf(line: string, level: number, levels: ReadonlyMap<LabelStyle, number>): SectionHead {
  const title = headingTitle(line)
  const rest = line.slice(title.length).trimStart()
  const style = readLabel(rest)?.style
  if (style === undefined || !CHAPTER_STYLES.has(style)) return { title, level }
  return { title, level, inner: headingOf(rest, levels.get(style) ?? level + 1, levels) }
}

/** A head and the inner ones, outermost first. */
export function headsOnLine(head: SectionHead): readonly SectionHead[] {
  return head.inner ? [head, ...headsOnLine(head.inner)] : [head]
}

/** The title of a heading, its number included, without the text that goes on behind it on its line. */
function headingTitle(line: string): string {
  const trimmed = line.trim()
  const body = trimmed.slice(readLabel(trimmed)?.length ?? 0).trimStart()
  const gap = runOnGap(body)
  return gap === null ? trimmed : trimmed.slice(0, trimmed.length - body.length + gap)
}

/** Whether the text of a section begins in the block that heads it. */
export function holdsText(block: Block, text: string): boolean {
  if (block.kind !== 'heading') return true
  const line = text.slice(block.start, block.end).trim()
  const titles = headsOnLine(headingOf(line, block.level, new Map()))
  return !line.endsWith(titles.at(-1)?.title ?? line)
}

/** The run-in heading of a numbered paragraph without its full stop, or null: 「（一）推进改革。全年…」 → 「（一）推进改革」. */
export function runInTitle(line: string): string | null {
  const stop = endOfTitle(line)
  return stop === null || stop >= line.trimEnd().length - 1 ? null : line.slice(0, stop)
}

/** A numbered line that is one short sentence, without its full stop. */
function sentenceTitle(line: string): string | null {
  const stop = endOfTitle(line)
  return stop !== null && stop === line.trimEnd().length - 1 ? line.slice(0, stop) : null
}

function endOfTitle(line: string): number | null {
  const label = readLabel(line)
  if (label === null || !RUN_IN.has(label.style)) return null
  const stop = line.indexOf('。')
  return stop < label.length + 2 || stop > label.length + MAX_RUN_IN ? null : stop
}

/** A sentence heads what follows where text stands below it and none of its list stands right above it. */
function standsAlone(blocks: readonly Block[], styles: readonly (LabelStyle | null)[], index: number): boolean {
  const next = blocks[index + 1]
  return next?.kind === 'paragraph' && next.label === null && styles[index - 1] !== styles[index]
}

function styleOf(block: Block): LabelStyle | null {
  return block.label === null ? null : (readLabel(`${block.label}　一`)?.style ?? null)
}

interface Part {
  readonly from: number
  readonly blocks: readonly Block[]
}

/** The body of a document and each of its attachments. */
function partsOf(blocks: readonly Block[], styles: readonly (LabelStyle | null)[]): readonly Part[] {
  const starts = blocks.flatMap((block, i) =>
    i > 0 && block.kind === 'heading' && styles[i] === 'attachment' ? [i] : [],
  )
  return [0, ...starts].map((from, i) => ({ from, blocks: blocks.slice(from, starts[i] ?? blocks.length) }))
}

function styleLevels(part: Part, styles: readonly (LabelStyle | null)[]): Map<LabelStyle, number> {
  const levels = new Map<LabelStyle, number>()
  const runIns = new Set<LabelStyle>()
  const plain: number[] = []
  for (const [i, block] of part.blocks.entries()) {
    const style = styles[part.from + i] ?? null
    if (block.kind === 'heading' && style === null) plain.push(block.level)
    if (style === null) continue
    if (block.kind === 'heading') levels.set(style, Math.min(levels.get(style) ?? 9, block.level))
    else if (block.kind === 'item' && RUN_IN.has(style)) runIns.add(style)
  }
  let above = levelAbove(levels, plain)
  for (const style of LABEL_STYLES) {
    const level = levels.get(style)
    if (level !== undefined) above = Math.max(above, level)
    else if (runIns.has(style)) {
      above += 1
      levels.set(style, above)
    }
  }
  return levels
}

/** The level of the headings without a number, where those stand above all numbered ones. */
function levelAbove(levels: ReadonlyMap<LabelStyle, number>, plain: readonly number[]): number {
  if (plain.length === 0) return 0
  if (levels.size === 0) return Math.max(...plain)
  const top = Math.min(...plain)
  return top < Math.min(...levels.values()) ? top : 0
}
