import type { BlockKind } from './block.ts'
import { LABEL_STYLES, type LabelStyle } from './numbering.ts'
import type { OutlineLine } from './outline-line.ts'

const MAX_LEVEL = 6

/**
 * The level of each line: 0 for all but headings. Levels are consistent within a document: the numbering styles that
 * head something in it are ranked in canonical order, so that 一、 is level 1 where there are no chapters and level 3 under 章 and 节.
 * A level that the source file gives is taken as it is.
 */
export function headingLevels(lines: readonly OutlineLine[], kinds: readonly BlockKind[]): number[] {
  const styles = usedStyles(lines, kinds)
  const plain = plainLevel(lines, kinds, styles)
  return lines.map((line, index) => {
    if (kinds[index] !== 'heading') return 0
    if (line.hint?.level) return Math.min(Math.max(line.hint.level, 1), MAX_LEVEL)
    if (line.label === null) return plain
    return Math.min(1 + styles.indexOf(line.label.style), MAX_LEVEL)
  })
}

function usedStyles(lines: readonly OutlineLine[], kinds: readonly BlockKind[]): LabelStyle[] {
  const used = new Set<LabelStyle>()
  lines.forEach((line, index) => {
    if (kinds[index] === 'heading' && line.label !== null) used.add(line.label.style)
  })
  return LABEL_STYLES.filter((style) => used.has(style))
}

/** Headings without a number stand above the numbered ones when one opens the document, below them otherwise. */
function plainLevel(lines: readonly OutlineLine[], kinds: readonly BlockKind[], styles: readonly LabelStyle[]): number {
  const first = kinds.indexOf('heading')
  if (first < 0 || lines[first]?.label === null) return 1
  return Math.min(styles.length + 1, MAX_LEVEL)
}
