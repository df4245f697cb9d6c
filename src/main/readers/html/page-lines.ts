import { countNonBlank, isChinese } from '../../../shared/text/characters.ts'
import type { DroppedText, RawLine } from '../../../shared/text/raw-document.ts'
import { append } from '../lists.ts'
import type { ListLabels } from './list-labels.ts'
import { createListLabels } from './list-labels.ts'
import type { Measure } from './page-measure.ts'
import {
  attribute,
  CODE_ELEMENTS,
  INLINE_ELEMENTS,
  isElement,
  isText,
  type PageElement,
  type PageNode,
  textUnder,
} from './page-node.ts'
import { isLayoutTable, rowText, tableGrid } from './page-table.ts'

/** A line of a page; `broken` when a <br> or a line of <pre> ended it and not the end of a block. */
export interface PageLine extends RawLine {
  readonly broken: boolean
}

export interface PageLines {
  readonly lines: PageLine[]
  readonly dropped: DroppedText[]
}

export interface PageContext {
  readonly measures: ReadonlyMap<PageElement, Measure>
  /** Why an element is left out; null when it is not. */
  readonly reason: (element: PageElement) => string | null
}

/** A heading tag on a longer line is a layout habit, not a heading. */
const MAX_HEADING = 120
const LEFT_OUT: Readonly<Record<string, string>> = { rt: 'phonetic', del: 'deleted-revision' }

interface Walk extends PageLines {
  readonly context: PageContext
  readonly labels: ListLabels
  text: string
  hint: Omit<RawLine, 'text'>
}

/** Reads everything under an element into lines: one for each block, each part between breaks, each table row. */
export function pageLines(root: PageElement, context: PageContext): PageLines {
  const walk: Walk = { lines: [], dropped: [], context, labels: createListLabels(), text: '', hint: {} }
  walkChildren(root, walk, false)
  endLine(walk, false)
  return { lines: walk.lines, dropped: walk.dropped }
}

function walkChildren(parent: PageElement, walk: Walk, pre: boolean): void {
  for (const node of parent.childNodes) walkNode(node, walk, pre)
}

function walkNode(node: PageNode, walk: Walk, pre: boolean): void {
  if (isText(node)) {
    addText(node.value, walk, pre)
    return
  }
  if (!isElement(node) || CODE_ELEMENTS.has(node.tagName)) return
  const reason = LEFT_OUT[node.tagName] ?? runningTitle(node) ?? walk.context.reason(node)
  if (reason !== null) leaveOut(node, reason, walk)
  else if (node.tagName === 'br') endLine(walk, true)
  else if (node.tagName === 'table') walkTable(node, walk, pre)
  else if (INLINE_ELEMENTS.has(node.tagName)) walkChildren(node, walk, pre)
  else walkBlock(node, walk, pre)
}

function walkBlock(block: PageElement, walk: Walk, pre: boolean): void {
  endLine(walk, false)
  const outer = walk.hint
  const heading = /^h([1-6])$/.exec(block.tagName)?.[1]
  if (heading !== undefined) walk.hint = { kind: 'heading', level: Number(heading) }
  else if (isTitle(block)) walk.hint = { kind: 'title' }
  walk.labels.enter(block)
  walkChildren(block, walk, pre || block.tagName === 'pre')
  endLine(walk, false)
  walk.labels.leave(block)
  walk.hint = outer
}

/** How LibreOffice marks a paragraph in the style of titles. */
function isTitle(block: PageElement): boolean {
  return block.tagName === 'p' && attribute(block, 'class') === 'title'
}

/** How LibreOffice marks running heads and feet. */
function runningTitle(block: PageElement): string | null {
  const title = block.tagName === 'div' ? attribute(block, 'title') : undefined
  return title === 'header' || title === 'footer' ? 'header-footer' : null
}

function leaveOut(node: PageElement, reason: string, walk: Walk): void {
  const text = tidy(textUnder(node))
  if (text.trim() !== '') walk.dropped.push({ reason, text })
}

function walkTable(table: PageElement, walk: Walk, pre: boolean): void {
  endLine(walk, false)
  const grid = tableGrid(table)
  if (isLayoutTable(table, grid, walk.context.measures)) {
    walkChildren(table, walk, pre)
    endLine(walk, false)
    return
  }
  for (const node of table.childNodes) {
    if (isElement(node) && node.tagName === 'caption') walkBlock(node, walk, pre)
  }
  for (const row of grid) {
    const text = rowText(row, (cell) => cellText(cell, walk))
    if (text !== '') walk.lines.push({ text, kind: 'table-row', broken: false })
  }
}

function cellText(cell: PageElement, walk: Walk): string {
  const inner = pageLines(cell, walk.context)
  append(walk.dropped, inner.dropped)
  return inner.lines.map((line) => line.text.trim()).join('\n')
}

function addText(value: string, walk: Walk, pre: boolean): void {
  if (!pre) {
    walk.text += value
    return
  }
  const [first = '', ...rest] = value.split(/\r\n|\r|\n/)
  walk.text += first
  for (const line of rest) {
    endLine(walk, true)
    walk.text += line
  }
}

function endLine(walk: Walk, broken: boolean): void {
  const text = tidy(walk.text)
  walk.text = ''
  if (text.trim() === '') return
  const hint = countNonBlank(text) > MAX_HEADING ? {} : walk.hint
  walk.lines.push({ ...hint, text: walk.labels.label(text) + text, broken })
}

/**
 * Collapses blanks as browsers do: a run of them is one, and a line break between two Chinese characters is none
 * (CSS Text 3, segment break transformation). Indents by ideographic or no-break spaces stay.
 */
function tidy(text: string): string {
  const collapsed = text.replace(/[ \t\r\n\f]+/g, (run, at: number) => {
    if (!/[\r\n]/.test(run)) return ' '
    return isChinese(text.charAt(at - 1)) && isChinese(text.charAt(at + run.length)) ? '' : ' '
  })
  return collapsed.replace(/^ +| +$/g, '')
}
