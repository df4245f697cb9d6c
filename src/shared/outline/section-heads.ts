import type { Block } from './block.ts'
import { LABEL_STYLES, type LabelStyle, readLabel } from './numbering.ts'

/** What heads a section: a heading, or the first sentence of a numbered paragraph. */
export interface SectionHead {
  readonly title: string
  readonly level: number
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
  const levels = styleLevels(blocks)
  return blocks.map((block) => {
    if (block.kind === 'heading') return { title: text.slice(block.start, block.end).trim(), level: block.level }
    const title = block.kind === 'item' ? runInTitle(text.slice(block.start, block.end)) : null
    const style = title === null ? null : styleOf(block)
    return title === null || style === null ? null : { title, level: levels.get(style) ?? 1 }
  })
}

/** The run-in heading of a numbered paragraph without its full stop, or null: 「（一）推进改革。全年…」 → 「（一）推进改革」. */
export function runInTitle(line: string): string | null {
  const label = readLabel(line)
  if (label === null || !RUN_IN.has(label.style)) return null
  const stop = line.indexOf('。')
  if (stop < label.length + 2 || stop > label.length + MAX_RUN_IN || stop >= line.trimEnd().length - 1) return null
  return line.slice(0, stop)
}

function styleOf(block: Block): LabelStyle | null {
  return block.label === null ? null : (readLabel(`${block.label}　一`)?.style ?? null)
}

function styleLevels(blocks: readonly Block[]): Map<LabelStyle, number> {
  const levels = new Map<LabelStyle, number>()
  const runIns = new Set<LabelStyle>()
  let deepestPlain = 0
  for (const block of blocks) {
    const style = styleOf(block)
    if (block.kind === 'heading' && style === null) deepestPlain = Math.max(deepestPlain, block.level)
    if (style === null) continue
    if (block.kind === 'heading') levels.set(style, Math.min(levels.get(style) ?? 9, block.level))
    else if (block.kind === 'item' && RUN_IN.has(style)) runIns.add(style)
  }
  let above = levels.size === 0 ? deepestPlain : 0
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
