import type { Fragment } from '../layout/fragment.ts'
import { plainCharacters } from '../layout/plain-characters.ts'
import type { PdfPage, PdfTextItem } from './pdf-js.ts'
import { withoutSpreading } from './spread-text.ts'

/** A page's runs of text, turned upright, and those that stand askew on it (watermarks). */
export interface PageText {
  readonly fragments: readonly Fragment[]
  readonly askew: readonly string[]
}

/** Degrees off the right angle within which text is set in lines. */
const MAX_TILT = 3
const MIN_SIZE = 0.5

/** Reads the runs of a page. Text set in another right angle than most of the page's is turned too, and comes last. */
export async function pageText(page: PdfPage): Promise<PageText> {
  const { items } = await page.getTextContent({ disableNormalization: true })
  const groups = new Map<number, Fragment[]>()
  const askew: string[] = []
  for (const item of items) {
    if (!('str' in item) || item.str.trim() === '') continue
    const angle = angleOf(item)
    const quarter = (((Math.round(angle / 90) % 4) + 4) % 4) * 90
    const tilt = Math.abs(angle - Math.round(angle / 90) * 90)
    if (tilt > MAX_TILT) askew.push(item.str)
    else {
      const group = groups.get(quarter) ?? []
      group.push(upright(item, quarter))
      groups.set(quarter, group)
    }
  }
  const main = [...groups.values()].toSorted((a, b) => textLength(b) - textLength(a))
  return { fragments: stack(main), askew }
}

function angleOf(item: PdfTextItem): number {
  const [a = 1, b = 0] = item.transform
  return (Math.atan2(b, a) * 180) / Math.PI
}

function upright(item: PdfTextItem, quarter: number): Fragment {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = item.transform
  const size = Math.max(Math.hypot(c, d) || Math.hypot(a, b) || item.height, MIN_SIZE)
  const [x, y] = quarter === 90 ? [f, -e] : quarter === 180 ? [-e, -f] : quarter === 270 ? [-f, e] : [e, f]
  const width = Math.max(item.width, 0)
  return { text: withoutSpreading(plainCharacters(item.str), width / size), x, y, width, size }
}

function textLength(fragments: readonly Fragment[]): number {
  return fragments.reduce((sum, fragment) => sum + fragment.text.length, 0)
}

/** Sets the groups below each other, so that they do not mix. */
function stack(groups: readonly (readonly Fragment[])[]): Fragment[] {
  const all: Fragment[] = []
  let bottom = Number.POSITIVE_INFINITY
  for (const group of groups) {
    const top = group.reduce((most, fragment) => Math.max(most, fragment.y), Number.NEGATIVE_INFINITY)
    const shift = bottom === Number.POSITIVE_INFINITY ? 0 : bottom - top - GROUP_GAP
    for (const fragment of group) all.push({ ...fragment, y: fragment.y + shift })
    bottom = all.reduce((least, fragment) => Math.min(least, fragment.y), Number.POSITIVE_INFINITY)
  }
  return all
}

const GROUP_GAP = 100
