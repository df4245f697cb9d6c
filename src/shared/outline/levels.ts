import type { BlockKind } from './block.ts'
import { isBareHeading } from './heading-grammar.ts'
import type { LabelStyle } from './numbering.ts'
import type { OutlineLine } from './outline-line.ts'
import { rankStyles } from './style-ranks.ts'

const MAX_LEVEL = 6

/** Styles whose numbers begin again under each heading without a number, where those divide the document. */
const COUNTING: ReadonlySet<LabelStyle> = new Set<LabelStyle>(['chapter', 'comma', 'bracket', 'number'])

/**
 * The level of each line: 0 for all but headings. Within a part of a document (its body, each attachment) a numbering style
 * has one level. What is attached is level 1, and its headings stand below it. A level that the source file gives is taken as it is.
 */
export function headingLevels(lines: readonly OutlineLine[], kinds: readonly BlockKind[]): number[] {
  const levels = lines.map(() => 0)
  for (const part of partsOf(lines, kinds)) setLevels(lines, kinds, part, levels)
  return levels.map((level, index) => {
    const said = kinds[index] === 'heading' ? lines[index]?.hint?.level : null
    return said ? Math.min(Math.max(said, 1), MAX_LEVEL) : Math.min(level, MAX_LEVEL)
  })
}

/** A part: the indexes of its headings, and of its numbered lines that are none. */
interface Part {
  readonly attached: boolean
  readonly headings: readonly number[]
  /** Numbered lines of the part, headings or not, by which a division of the document is seen. */
  readonly numbered: readonly number[]
}

function partsOf(lines: readonly OutlineLine[], kinds: readonly BlockKind[]): Part[] {
  const parts: { attached: boolean; headings: number[]; numbered: number[] }[] = [
    { attached: false, headings: [], numbered: [] },
  ]
  lines.forEach((line, index) => {
    const style = line.label?.style ?? null
    if (kinds[index] === 'heading' && style === 'attachment') parts.push({ attached: true, headings: [], numbered: [] })
    const part = parts.at(-1)
    if (kinds[index] === 'heading') part?.headings.push(index)
    if (style !== null && COUNTING.has(style) && (kinds[index] === 'heading' || kinds[index] === 'item'))
      part?.numbered.push(index)
  })
  return parts
}

function setLevels(lines: readonly OutlineLine[], kinds: readonly BlockKind[], part: Part, levels: number[]): void {
  const styleOf = (index: number): LabelStyle | null => lines[index]?.label?.style ?? null
  const ranked = part.headings.map((index) => {
    const label = lines[index]?.label ?? null
    return { style: label?.style ?? null, value: label?.value ?? null, label: label?.text ?? '' }
  })
  const ranks = rankStyles(ranked.filter(({ style }) => style !== 'attachment'))
  const dividing = plainHeadingsDivide(lines, part)
  const base = (part.attached ? 1 : 0) + (dividing ? 1 : 0)
  let above = base
  for (const index of part.headings) {
    const style = styleOf(index)
    if (style === 'attachment') levels[index] = 1
    else if (style !== null) {
      levels[index] = base + (ranks.get(style) ?? 1)
      above = levels[index]
    } else if (kinds[index] === 'heading') {
      const top = dividing || isBareHeading(lines[index]?.words ?? '')
      const lost = lostNumber(lines, part.headings, index)
      if (top) levels[index] = Math.max(1, base + (dividing ? 0 : 1))
      else levels[index] = lost === null ? above + 1 : base + (ranks.get(lost) ?? 1)
      if (top) above = base
    }
  }
}

/** The style of the number that a heading has lost: it stands alone between 第一章 and 第三章. */
function lostNumber(lines: readonly OutlineLine[], headings: readonly number[], index: number): LabelStyle | null {
  const numbered = headings.filter((at) => lines[at]?.label)
  const above = lines[numbered.findLast((at) => at < index) ?? -1]?.label
  const below = lines[numbered.find((at) => at > index) ?? -1]?.label
  if (!above || !below || above.style !== below.style || above.value === null) return null
  return below.value === above.value + 2 ? above.style : null
}

/**
 * Whether headings without a number stand above the numbered ones: the numbers begin again below one of them, or begin below
 * the second of two.
 */
function plainHeadingsDivide(lines: readonly OutlineLine[], { headings, numbered }: Part): boolean {
  const plain = headings.filter((index) => lines[index]?.label === null && !isBareHeading(lines[index]?.words ?? ''))
  const top = topStyle(lines, numbered)
  if (plain.length === 0) return false
  if (top === null) return false
  const counted = numbered.filter((index) => lines[index]?.label?.style === top)
  return plain.some((index, nth) => {
    const next = counted.find((at) => at > index)
    const until = plain[nth + 1] ?? Number.POSITIVE_INFINITY
    if (next === undefined || next > until || lines[next]?.label?.value !== 1) return false
    return nth > 0 || counted.some((at) => at < index)
  })
}

function topStyle(lines: readonly OutlineLine[], numbered: readonly number[]): LabelStyle | null {
  const styles = numbered.map((index) => lines[index]?.label?.style ?? null)
  return [...COUNTING].find((style) => styles.includes(style)) ?? null
}
