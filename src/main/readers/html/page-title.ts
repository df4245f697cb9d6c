import type { DroppedText, RawLine } from '../../../shared/text/raw-document.ts'
import { attribute, elementsOf, type PageDocument, type PageElement, textUnder } from './page-node.ts'

/** How far down in the main text its title can stand. */
const TITLE_LINES = 6
const MIN_TITLE = 4
const MAX_TITLE = 80

/**
 * The names the page gives its article: in its meta data, and each part of <title> between the site's separators.
 * Compact, the longest first.
 */
export function pageTitles(page: PageDocument): string[] {
  const titles: string[] = []
  for (const element of elementsOf(page)) {
    if (element.tagName === 'body') break
    if (element.tagName === 'meta' && /^(?:ArticleTitle|og:title)$/i.test(nameOf(element))) {
      titles.push(attribute(element, 'content') ?? '')
    } else if (element.tagName === 'title') titles.push(...textUnder(element).split(/[|_]|\s[-–—]+\s/))
  }
  return titles.map(compact).filter((title) => title.length >= MIN_TITLE)
}

function nameOf(meta: PageElement): string {
  return attribute(meta, 'name') ?? attribute(meta, 'property') ?? ''
}

/**
 * Puts the title at the head of the main text: a line there that is the title is marked as such; failing that the
 * heading that stands above the main text is taken in. Title lines among `outside` are moved or stay dropped.
 */
export function placeTitle<L extends RawLine>(
  lines: readonly L[],
  outside: readonly DroppedText[],
  titles: readonly string[],
): { lines: (L | RawLine)[]; dropped: DroppedText[] } {
  const isTitle = (text: string) => titles.includes(compact(text)) && compact(text).length <= MAX_TITLE
  const found = lines.slice(0, TITLE_LINES).findIndex((line) => isTitle(line.text))
  if (found >= 0) {
    const marked: L[] = lines.map((line, index) => (index === found ? asTitle(line) : line))
    return { lines: marked, dropped: [...outside] }
  }
  const above = outside.findIndex((piece) => piece.reason !== 'page-title' && isTitle(piece.text))
  const title = outside[above]
  if (title === undefined) return { lines: [...lines], dropped: [...outside] }
  return {
    lines: [{ text: title.text, kind: 'title' }, ...lines],
    dropped: outside.filter((piece) => piece !== title),
  }
}

function asTitle<L extends RawLine>(line: L): L {
  const { level: _level, ...rest } = line
  return { ...rest, kind: 'title' } as L
}

function compact(text: string): string {
  return text.replace(/\s/g, '')
}
