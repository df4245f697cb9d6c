import type { DroppedText } from '../../../shared/text/raw-document.ts'
import { type Row, rowText } from './rows.ts'

/** Rows at the top and bottom of a page that may be running heads and feet. */
const EDGE_ROWS = 3
/** Heads on this many pages and this share of them, at the same height, are running heads. */
const MIN_PAGES = 3
const MIN_SHARE = 0.3
/** Page numbers are proven by fewer pages: they also count on. */
const MIN_NUMBERED = 2
/** Points by which a running head may move between pages. */
const DRIFT = 4
const MAX_HEAD = 60

const PAGE_NUMBER =
  /^[-—–·.\s]*(?:第\s*)?([0-9０-９]{1,4})(?:\s*页)?(?:\s*[,，/]?\s*共\s*[0-9０-９]{1,4}\s*页|\s*\/\s*[0-9０-９]{1,4})?[-—–·.\s]*$/

interface Edge {
  readonly page: number
  readonly row: Row
  readonly text: string
  /** The text with its digits replaced: equal for all of one running head. */
  readonly key: string
  /** The page number, alone on the line or set apart at an end of the running head. */
  readonly number: number | null
  readonly alone: boolean
}

/** Takes running heads, running feet and page numbers off the pages, where their place proves what they are. */
export function leaveOutFurniture(pages: readonly (readonly Row[])[]): { pages: Row[][]; dropped: DroppedText[] } {
  const edges = pages.map((rows, page) => rows.map((row) => edgeOf(row, page)))
  const heads = edges.map((page) => page.slice(0, EDGE_ROWS))
  const feet = edges.map((page) => page.slice(-EDGE_ROWS).toReversed())
  const reasons = new Map<Row, string>()
  for (const side of [heads, feet]) markFurniture(side, reasons)
  const dropped = edges.flat().flatMap(({ row, text }) => {
    const reason = reasons.get(row)
    return reason === undefined ? [] : [{ reason, text }]
  })
  return { pages: pages.map((rows) => rows.filter((row) => !reasons.has(row))), dropped }
}

function edgeOf(row: Row, page: number): Edge {
  const text = row.table === undefined ? rowText(row).trim() : ''
  const plain = text.normalize('NFKC')
  // Printed sign by sign, a number has blanks between its digits.
  const alone = PAGE_NUMBER.exec(plain.replace(/(?<=\d) (?=\d)/g, ''))?.[1]
  const number = alone ?? /^\d{1,4}(?=\s)|(?<=\s)\d{1,4}$/.exec(plain)?.[0]
  const key = plain.replace(/[\d\s]+/g, '#')
  return { page, row, text, key, number: number === undefined ? null : Number(number), alone: alone !== undefined }
}

/** Looks at the rows from the edge inwards, and no further than the first that is text. */
function markFurniture(side: readonly (readonly Edge[])[], reasons: Map<Row, string>): void {
  const byKey = new Map<string, Edge[]>()
  for (const edge of side.flat()) {
    const alike = byKey.get(edge.key) ?? []
    alike.push(edge)
    byKey.set(edge.key, alike)
  }
  for (const page of side) {
    for (const edge of page) {
      const alike = (byKey.get(edge.key) ?? []).filter((other) => Math.abs(other.row.y - edge.row.y) <= DRIFT)
      const reason = edge.text === '' ? null : reasonOf(edge, alike, side.length)
      if (reason === null) break
      reasons.set(edge.row, reason)
    }
  }
}

function reasonOf(edge: Edge, alike: readonly Edge[], pages: number): string | null {
  const counting = alike.filter(
    (other) => other.number !== null && other.number - other.page === (edge.number ?? 0) - edge.page,
  )
  if (edge.alone && pagesOf(counting) >= MIN_NUMBERED) return 'page-number'
  const often = Math.max(MIN_PAGES, pages * MIN_SHARE)
  const same = alike.filter((other) => other.text === edge.text)
  const running = pagesOf(same) >= often || (edge.number !== null && pagesOf(counting) >= often)
  return running && edge.text.length <= MAX_HEAD && !SENTENCE.test(edge.text) ? 'header-footer' : null
}

/** Marks that lines of sentences end with. Alike paragraphs (of a list of projects, of a form) can end alike at the foot of many pages. */
const SENTENCE = /[。；，、]$/

function pagesOf(edges: readonly Edge[]): number {
  return new Set(edges.map((edge) => edge.page)).size
}
