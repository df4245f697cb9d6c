import { child, childrenOf, type XmlElement } from './xml-tree.ts'

/** The tracked changes of a document, counted as an editor counts them. */
export interface RevisionCount {
  readonly insertions: number
  readonly deletions: number
  readonly moves: number
  readonly authors: readonly string[]
  readonly from: string | null
  readonly to: string | null
}

type Kind = 'ins' | 'del' | 'moveFrom' | 'moveTo'
const KINDS: Readonly<Record<string, Kind>> = {
  ins: 'ins',
  cellIns: 'ins',
  del: 'del',
  cellDel: 'del',
  moveFrom: 'moveFrom',
  moveTo: 'moveTo',
}
const ALL: readonly Kind[] = ['ins', 'del', 'moveFrom', 'moveTo']

/** What a change can insert or delete by itself. */
const CONTENT: ReadonlySet<string> = new Set([
  't',
  'delText',
  'tab',
  'br',
  'cr',
  'sym',
  'noBreakHyphen',
  'footnoteReference',
  'endnoteReference',
  'drawing',
  'pict',
  'object',
])

/** The author of the change that is in force, by kind. */
type Current = Readonly<Partial<Record<Kind, string>>>

interface Counter {
  readonly count: Record<Kind, number>
  /** The author of the stretch that the last piece of content belonged to. */
  readonly open: Partial<Record<Kind, string>>
  readonly authors: Set<string>
  readonly dates: string[]
}

/**
 * Counts tracked insertions, deletions and moves in document order; null when there are none. Pieces of one kind and
 * author that follow each other, paragraph marks and rows included, are one. Changes of formatting are not counted.
 */
export function countRevisions(parts: readonly XmlElement[]): RevisionCount | null {
  const counter: Counter = {
    count: { ins: 0, del: 0, moveFrom: 0, moveTo: 0 },
    open: {},
    authors: new Set(),
    dates: [],
  }
  for (const part of parts) {
    walk(part, {}, counter)
    meet({}, counter)
  }
  const { count, authors, dates } = counter
  const moves = Math.max(count.moveFrom, count.moveTo)
  if (count.ins + count.del + moves === 0) return null
  const sorted = dates.toSorted()
  return {
    insertions: count.ins,
    deletions: count.del,
    moves,
    authors: [...authors],
    from: sorted[0] ?? null,
    to: sorted.at(-1) ?? null,
  }
}

function walk(element: XmlElement, current: Current, counter: Counter): void {
  for (const node of childrenOf(element)) {
    if (node.name === 'Fallback' || node.name.endsWith('Change')) continue
    if (node.name === 'p') {
      walk(node, current, counter)
      meet(changedBy(child(child(node, 'pPr'), 'rPr'), current, counter), counter)
    } else if (node.name === 'tr') walk(node, changedBy(child(node, 'trPr'), current, counter), counter)
    else if (node.name === 'tc') walk(node, changedBy(child(node, 'tcPr'), current, counter), counter)
    else if (CONTENT.has(node.name)) {
      meet(current, counter)
      walk(node, current, counter)
    } else if (!PROPERTIES.has(node.name)) walk(node, changeOf(node, current, counter), counter)
  }
}

const PROPERTIES: ReadonlySet<string> = new Set(['pPr', 'rPr', 'trPr', 'tcPr', 'sdtPr', 'ctrlPr', 'numPr'])

/** The changes in force inside what these properties belong to. */
function changedBy(properties: XmlElement | undefined, current: Current, counter: Counter): Current {
  return childrenOf(properties).reduce((sum, node) => changeOf(node, sum, counter), current)
}

function changeOf(node: XmlElement, current: Current, { authors, dates }: Counter): Current {
  const kind = KINDS[node.name]
  if (kind === undefined) return current
  const author = node.attributes['author'] ?? ''
  if (author !== '') authors.add(author)
  const date = isoDate(node.attributes['date'])
  if (date !== null) dates.push(date)
  return { ...current, [kind]: author }
}

function meet(current: Current, { count, open }: Counter): void {
  for (const kind of ALL) {
    const author = current[kind]
    if (author === undefined) delete open[kind]
    else if (open[kind] !== author) {
      open[kind] = author
      count[kind] += 1
    }
  }
}

/** A date as Word writes it; null for anything else. */
export function isoDate(value: string | undefined): string | null {
  return value !== undefined && /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?$/.test(value)
    ? value
    : null
}
