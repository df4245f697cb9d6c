import type { Translate } from '../../../lib/i18n.ts'
import { createLineIndex } from './line-index.ts'
import { sectionPathOf } from './sections.ts'
import type { ViewModel } from './view-model.ts'

const LONGEST_TITLE = 14

function shorten(title: string): string {
  return title.length > LONGEST_TITLE ? `${title.slice(0, LONGEST_TITLE - 1)}…` : title
}

/** `（一）指导思想 第 2 段`; before the first heading `第 2 段`. */
export function placeOfRow(model: ViewModel, display: number, t: Translate): string {
  const title = sectionPathOf(model.sections, display).at(-1)?.title
  const number = model.sections.placeOfRow[display] ?? 0
  if (number === 0) return title === undefined ? '' : shorten(title)
  const place = t('compare:place.paragraph', { number })
  return title === undefined ? place : `${shorten(title)} ${place}`
}

/** `本节 · 本稿第 49 段`: where the other part of a moved row stands, seen from `here`. */
export function placeInSection(model: ViewModel, display: number, here: number, t: Translate): string {
  const row = model.rows[display]
  const right = row?.right
  const text = right ? model.comparison.right.text : model.comparison.left.text
  const number = createLineIndex(text)(right?.start ?? row?.left?.start ?? 0)
  const paragraph = t(right ? 'compare:place.right' : 'compare:place.left', { number })
  if (!right) return paragraph
  const section = model.sections.ofRow[display]
  const title = sectionPathOf(model.sections, display).at(-1)?.title
  if (section === model.sections.ofRow[here]) return `${t('compare:place.sameSection')} · ${paragraph}`
  return title === undefined ? paragraph : `${shorten(title)} · ${paragraph}`
}

/** `二、（三）`: the numerals of the headings above a row, for the inspector's head. */
export function sectionNumbers(model: ViewModel, display: number): string {
  return sectionPathOf(model.sections, display)
    .map((section) => /^[^\s]{1,6}?[、）)章节篇编]/u.exec(section.title)?.[0] ?? '')
    .join('')
}
