import type { Measure } from './page-measure.ts'
import { attribute, INLINE_ELEMENTS, isElement, type PageElement } from './page-node.ts'

/** What of a page is its text. */
export interface MainText {
  /** The innermost element that holds all of it. */
  readonly main: PageElement
  /** Why an element inside or around it is left out; null when it is not. */
  readonly reason: (element: PageElement) => ClutterReason | null
}

export type ClutterReason = 'web-clutter' | 'hidden-text'

/** The main element holds at least this share of the page's sentences. */
const MAIN_SHARE = 0.85
/** Sentences beside the main element that a footer, a notice or an abstract may have. More is text of the document. */
const MAX_BESIDE = 250
/** Linked characters that a site has beside its text at the least. A page without is an exported document: all of it is text. */
const MIN_LINKED_BESIDE = 10
/** Named clutter of up to this share of the page's sentences is believed to be clutter. */
const MAX_CLUTTER_SHARE = 0.1

/** Elements for controls and for what HTML itself calls the page's frame. */
const FRAME_ELEMENTS: ReadonlySet<string> = new Set([
  'nav',
  'aside',
  'footer',
  'button',
  'select',
  'option',
  'datalist',
  'textarea',
  'input',
  'dialog',
  'marquee',
  'rp',
])

/** Words that pages name their frame with, as whole parts of a class or id: `bdshare-btn`, `crumb`, `xgk_footer`. */
const CLUTTER_NAME =
  /(?:^|[\s_-])(?:(?:bd|jia)?share\w*|social|crumbs?|breadcrumbs?|navs?|navbar|navigation|menus?|foot|footer\w*|copyright|comments?|recommend\w*|related\w*|reldocuments|toolbar|tools?|ewm|qr|qrcode|erweima|pager|pagination|pagebar|prev|next|sidebar|advert\w*|ads?|banner|breadcrumb|gotop|totop|print|login|search\w*|hot|rank\w*|weixin|weibo|tags?|article-attr|article-ewm|article-extended)(?=$|[\s_-])/i

/** A line that only pages have: printing, closing, sharing, who published it when and how often it was seen. */
const CLUTTER_LINE =
  /^(?:【?(?:返回顶部|关闭(?:本页|窗口|此页)?|打印(?:本页|本文|此页)?|收藏|分享到?|推荐|纠错|我要纠错)】?[:：]?)+$|^[【[（(]?字[体号][:：]?.{0,12}$|^(?:您?(?:当前|现在)?(?:所在)?(?:的)?位置)[:：]|扫一扫|^(?:上一篇|下一篇|上一条|下一条|相关(?:链接|新闻|文章|附件|阅读|稿件)|责任编辑|网站编辑|访问(?:次数|量|人数)|浏览(?:次数|量)?|阅读(?:次数|量)?|点击(?:次数|量|数)?)[:：]|^(?:信息)?来源[:：].{0,40}(?:时间|日期|次数|作者|编辑|访问量|浏览量|字号|字体)|^(?:发布|发表|更新|创建)(?:时间|日期)[:：]/
const MAX_CLUTTER_LINE = 120

/** True for a line of a page that belongs to the page and not to its text. */
export function isClutterLine(line: string): boolean {
  const compact = line.replace(/\s/g, '')
  return compact.length <= MAX_CLUTTER_LINE && CLUTTER_LINE.test(compact)
}

/** Finds the main text of a page: as deep as nothing of substance is left beside it. */
export function findMainText(body: PageElement, measures: ReadonlyMap<PageElement, Measure>): MainText {
  const prose = (element: PageElement) => measures.get(element)?.prose ?? 0
  const linked = (element: PageElement) => measures.get(element)?.linked ?? 0
  const total = prose(body)
  const reason = (element: PageElement) => reasonOf(element, measures, total)
  let main = body
  for (;;) {
    const inner = main.childNodes.filter(isElement)
    const next = inner.find((element) => prose(element) >= total * MAIN_SHARE)
    if (next === undefined || !holdsLines(next, measures)) break
    const beside = inner.filter((element) => element !== next && reason(element) === null)
    if (beside.some((element) => prose(element) > MAX_BESIDE)) break
    main = next
  }
  return { main: linked(body) - linked(main) < MIN_LINKED_BESIDE ? body : main, reason }
}

/** A container, not a paragraph: several lines begin inside it. */
function holdsLines(element: PageElement, measures: ReadonlyMap<PageElement, Measure>): boolean {
  if (/^(?:p|h[1-6]|li|ul|ol|table|tbody|tr|dl|pre|blockquote)$/.test(element.tagName)) {
    return /^(?:table|tbody|tr)$/.test(element.tagName) && holdsOneCell(element, measures)
  }
  return (measures.get(element)?.lines ?? 0) >= 2
}

/** A table that lays out the page: one of its cells holds nearly everything. */
function holdsOneCell(table: PageElement, measures: ReadonlyMap<PageElement, Measure>): boolean {
  const total = measures.get(table)?.prose ?? 0
  const cells = table.childNodes.filter(isElement)
  return cells.some((cell) => {
    if (/^(?:tbody|tr)$/.test(cell.tagName)) return holdsOneCell(cell, measures)
    return cell.tagName === 'td' && (measures.get(cell)?.prose ?? 0) >= total * MAIN_SHARE
  })
}

function reasonOf(
  element: PageElement,
  measures: ReadonlyMap<PageElement, Measure>,
  total: number,
): ClutterReason | null {
  const { chars, linked, prose } = measures.get(element) ?? { chars: 0, linked: 0, prose: 0 }
  if (prose > total / 2) return null
  if (isHidden(element)) return 'hidden-text'
  if (FRAME_ELEMENTS.has(element.tagName)) return 'web-clutter'
  if (INLINE_ELEMENTS.has(element.tagName)) return null
  if (prose > Math.max(total * MAX_CLUTTER_SHARE, MAX_BESIDE)) return null
  const name = `${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''}`
  if (CLUTTER_NAME.test(name)) return 'web-clutter'
  return isLinkList(element, chars, linked) ? 'web-clutter' : null
}

function isHidden(element: PageElement): boolean {
  if (attribute(element, 'hidden') !== undefined) return true
  return /(?:^|;)\s*display\s*:\s*none/i.test(attribute(element, 'style') ?? '')
}

/** Lists and bars made of links; a paragraph or cell that cites laws by link is none. */
function isLinkList(element: PageElement, chars: number, linked: number): boolean {
  if (!/^(?:ul|ol|dl|div|section|header|table)$/.test(element.tagName)) return false
  if (linked === 0 || linked < chars * 0.7) return false
  const links = countLinks(element)
  return links >= 3 && chars / links < 30
}

function countLinks(element: PageElement): number {
  let count = element.tagName === 'a' ? 1 : 0
  for (const node of element.childNodes) if (isElement(node)) count += countLinks(node)
  return count
}
