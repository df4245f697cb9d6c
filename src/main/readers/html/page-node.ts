import { type DefaultTreeAdapterTypes, defaultTreeAdapter, type ParserOptions, parse } from 'parse5'

export type PageElement = DefaultTreeAdapterTypes.Element
export type PageNode = DefaultTreeAdapterTypes.ChildNode
export type PageDocument = DefaultTreeAdapterTypes.Document
type PageParent = DefaultTreeAdapterTypes.ParentNode

/** Thrown for pages that no browser would show either: nested without end, or made of millions of elements. */
export class PageLimitError extends Error {}

/** Unclosed <font> tags of old pages nest some hundred deep; each open element costs the parser time at every tag. */
const MAX_OPEN = 1000
const MAX_ELEMENTS = 1_000_000

/**
 * Parses a page the way browsers do (WHATWG HTML, parsing). Nothing is loaded and no script runs.
 * @throws PageLimitError
 */
export function parsePage(html: string): PageDocument {
  let open = 0
  let elements = 0
  const options: ParserOptions<DefaultTreeAdapterTypes.DefaultTreeAdapterMap> = {
    treeAdapter: {
      ...defaultTreeAdapter,
      onItemPush: () => {
        open += 1
        elements += 1
        if (open > MAX_OPEN) throw new PageLimitError('标签嵌套过深')
        if (elements > MAX_ELEMENTS) throw new PageLimitError('标签过多')
      },
      onItemPop: () => {
        open -= 1
      },
    },
  }
  return parse(html, options)
}

export function isElement(node: PageNode): node is PageElement {
  return 'tagName' in node
}

export function isText(node: PageNode): node is DefaultTreeAdapterTypes.TextNode {
  return node.nodeName === '#text'
}

/** The value of an attribute; undefined when the element has none of that name. */
export function attribute(element: PageElement, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value
}

/** All elements under a node in document order, itself excluded. */
export function* elementsOf(parent: PageParent): Generator<PageElement> {
  const open: PageNode[] = parent.childNodes.toReversed()
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (!isElement(node)) continue
    yield node
    for (let index = node.childNodes.length - 1; index >= 0; index -= 1) {
      const inner = node.childNodes[index]
      if (inner !== undefined) open.push(inner)
    }
  }
}

/** Elements that hold no text a reader of the page sees. */
export const CODE_ELEMENTS: ReadonlySet<string> = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'head',
  'meta',
  'link',
  'iframe',
  'object',
  'embed',
  'svg',
  'math-ml',
  'canvas',
  'audio',
  'video',
])

/** Elements that run along in a line of text; all others, unknown ones with blocks inside included, begin a line. */
export const INLINE_ELEMENTS: ReadonlySet<string> = new Set([
  'a',
  'abbr',
  'acronym',
  'b',
  'bdi',
  'bdo',
  'big',
  'br',
  'button',
  'cite',
  'code',
  'del',
  'dfn',
  'em',
  'font',
  'i',
  'img',
  'input',
  'ins',
  'kbd',
  'label',
  'mark',
  'nobr',
  'q',
  'rb',
  'rp',
  'rt',
  'ruby',
  's',
  'samp',
  'select',
  'small',
  'span',
  'strike',
  'strong',
  'sub',
  'sup',
  'textarea',
  'time',
  'tt',
  'u',
  'var',
  'wbr',
])

/** The text under a node as it stands in the file, code left out. */
export function textUnder(node: PageNode): string {
  if (isText(node)) return node.value
  if (!isElement(node) || CODE_ELEMENTS.has(node.tagName)) return ''
  return node.childNodes.map(textUnder).join(INLINE_ELEMENTS.has(node.tagName) ? '' : ' ')
}
