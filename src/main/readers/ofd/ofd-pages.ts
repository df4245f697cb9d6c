import type { DroppedText } from '../../../shared/text/raw-document.ts'
import { child, childrenOf, type XmlElement } from '../docx/xml-tree.ts'
import type { Fragment } from '../layout/fragment.ts'
import { layOut } from '../layout/page-layout.ts'
import type { Row } from '../layout/rows.ts'
import type { Point, RuledLineList } from '../layout/ruled-lines.ts'
import { addPath } from '../layout/ruled-lines.ts'
import { append } from '../lists.ts'
import { objectMatrix, toPage } from './ofd-geometry.ts'
import { type OfdPackage, resolvePath } from './ofd-package.ts'
import { readTextObject } from './text-objects.ts'

/** What stands on a page. */
interface PageContent {
  readonly fragments: Fragment[]
  readonly lines: RuledLineList
  readonly askew: string[]
}

/** The pages of a document as rows, and what was left out: watermarks, remarks, and templates that several pages share. */
export interface OfdPages {
  readonly pages: readonly (readonly Row[])[]
  readonly dropped: readonly DroppedText[]
}

/** Reads the pages of one document of a package (GB/T 33190-2016, 7.5 to 7.7). */
export function readPages(root: string, document: XmlElement, file: OfdPackage): OfdPages {
  const templates = templatePlaces(root, document)
  const dropped: DroppedText[] = []
  const places = childrenOf(child(document, 'Pages'), 'Page').map((page) =>
    resolvePath(root, page.attributes['BaseLoc'] ?? ''),
  )
  const contents = places.map((place) => ({
    content: child(file.xml(place), 'Content'),
    used: templatesOf(file.xml(place)),
  }))
  const shared = sharedTemplates(contents.map(({ used }) => used))
  const pages = contents.map(({ content, used }) => {
    const page = emptyPage()
    collect(content, page)
    for (const id of used) {
      const template = emptyPage()
      collect(child(file.xml(templates.get(id) ?? ''), 'Content'), template)
      append(page.lines.horizontal, template.lines.horizontal)
      append(page.lines.vertical, template.lines.vertical)
      if (!shared.has(id)) append(page.fragments, template.fragments)
      else
        append(
          dropped,
          template.fragments.map(({ text }) => ({ reason: 'header-footer', text })),
        )
    }
    append(
      dropped,
      page.askew.filter((text) => text.trim() !== '').map((text) => ({ reason: 'watermark', text })),
    )
    return layOut(page.fragments, page.lines)
  })
  return { pages, dropped: [...dropped, ...remarks(root, document, file)] }
}

function emptyPage(): PageContent {
  return { fragments: [], lines: { horizontal: [], vertical: [] }, askew: [] }
}

function templatePlaces(root: string, document: XmlElement): ReadonlyMap<string, string> {
  const templates = childrenOf(child(document, 'CommonData'), 'TemplatePage')
  return new Map(
    templates.map((one) => [one.attributes['ID'] ?? '', resolvePath(root, one.attributes['BaseLoc'] ?? '')]),
  )
}

function templatesOf(page: XmlElement | undefined): string[] {
  return childrenOf(page, 'Template').map((template) => template.attributes['TemplateID'] ?? '')
}

/** Templates of two pages or more hold what repeats on them. */
function sharedTemplates(used: readonly (readonly string[])[]): ReadonlySet<string> {
  const all = used.flat()
  return new Set(all.filter((id, index) => all.indexOf(id) !== index))
}

function collect(element: XmlElement | undefined, page: PageContent): void {
  for (const node of childrenOf(element)) {
    if (node.name === 'TextObject') {
      const text = readTextObject(node)
      if ('askew' in text) page.askew.push(text.askew)
      else append(page.fragments, text.fragments)
    } else if (node.name === 'PathObject') collectPath(node, page.lines)
    else collect(node, page)
  }
}

/** Paths are written as letters and numbers (GB/T 33190-2016, 9.1): M and L go to a point, C closes, the others are curves. */
function collectPath(object: XmlElement, lines: RuledLineList): void {
  const data =
    child(object, 'AbbreviatedData')
      ?.children.filter((node) => typeof node === 'string')
      .join('') ?? ''
  const matrix = objectMatrix(object)
  let corners: Point[] = []
  for (const step of data.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
    const [x = 0, y = 0] = (step[2] ?? '').trim().split(/\s+/).map(Number)
    if (step[1] === 'S' || step[1] === 'M') {
      addPath(corners, lines)
      corners = [toPage(matrix, x, y)]
    } else if (step[1] === 'L') corners.push(toPage(matrix, x, y))
    else if (step[1] === 'C') append(corners, corners.slice(0, 1))
    else corners = []
  }
  addPath(corners, lines)
}

/** The text of stamps and remarks on top of the pages. */
function remarks(root: string, document: XmlElement, file: OfdPackage): DroppedText[] {
  const place = textOf(child(document, 'Annotations'))
  if (place === '') return []
  const list = resolvePath(root, place)
  return childrenOf(file.xml(list), 'Page').flatMap((page) => {
    const content = emptyPage()
    collect(file.xml(resolvePath(list, textOf(child(page, 'FileLoc')))), content)
    const texts = [...content.fragments.map(({ text }) => text), ...content.askew]
    return texts.filter((text) => text.trim() !== '').map((text) => ({ reason: 'comment', text }))
  })
}

/** The text that stands in an element itself. */
export function textOf(element: XmlElement | undefined): string {
  return (element?.children ?? [])
    .filter((node) => typeof node === 'string')
    .join('')
    .trim()
}
