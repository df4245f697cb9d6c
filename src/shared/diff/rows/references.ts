import { parseChineseNumber } from '../../text/chinese-number.ts'
import type { Match } from '../align/align-units.ts'
import type { Unit } from '../units/unit.ts'

/** A cross reference that changed within a row: 第八条 → 第十一条, each with the text before it. */
export interface ReferenceChange {
  readonly left: string
  readonly right: string
}

/** Whether a changed reference still points to the same provision; null when one of the two is not in its document. */
export type ReferenceCheck = (change: ReferenceChange, leftUnit: number, rightUnit: number) => boolean | null

const NUMERAL = '[〇零一二三四五六七八九十百千两0-9]+'
const REFERENCE = new RegExp(
  `(?<article>本条|第${NUMERAL}(?:条之${NUMERAL}|[条章]))?(?:第(?<paragraph>${NUMERAL})款)?(?:第(?<item>[(]?${NUMERAL}[)]?)项)?$`,
  'u',
)
/** What a reference to another law ends with: 《立法法》第八条, 民法典第八条; but 本法第八条 is one's own. */
const FOREIGN = /(?:》|法|条例|规定|办法|细则)$/u
const OWN = /本(?:法|条例|规定|办法|细则)$/u
const ARTICLE = /^第.+条(?:之.+)?$/u

/** A check over documents whose units are matched so. */
export function referenceCheck(
  left: readonly Unit[],
  right: readonly Unit[],
  matches: readonly Match[],
): ReferenceCheck {
  let prepared: { left: Articles; right: Articles; partners: ReadonlyMap<number, readonly number[]> } | null = null
  return (change, leftUnit, rightUnit) => {
    prepared ??= { left: readArticles(left), right: readArticles(right), partners: partnersOf(matches) }
    const from = resolve(change.left, leftUnit, prepared.left)
    const to = new Set(resolve(change.right, rightUnit, prepared.right))
    if (from.length === 0 || to.size === 0) return null
    const { partners } = prepared
    return from.some((unit) => (partners.get(unit) ?? []).some((partner) => to.has(partner)))
  }
}

function partnersOf(matches: readonly Match[]): Map<number, readonly number[]> {
  const partners = new Map<number, readonly number[]>()
  for (const match of matches) for (const unit of match.left) partners.set(unit, match.right)
  return partners
}

/** The articles and chapters of one side. */
interface Articles {
  readonly units: readonly Unit[]
  /** The label of the article each unit stands in, empty outside. */
  readonly articleOf: readonly string[]
  /** Where each label stands first. */
  readonly places: ReadonlyMap<string, number>
}

function readArticles(units: readonly Unit[]): Articles {
  const places = new Map<string, number>()
  const articleOf: string[] = []
  let article = ''
  for (const unit of units) {
    if (ARTICLE.test(unit.labelKey)) article = unit.labelKey
    else if (unit.level > 0) article = ''
    if (unit.labelKey !== '' && !places.has(unit.labelKey)) places.set(unit.labelKey, unit.index)
    articleOf.push(article)
  }
  return { units, articleOf, places }
}

/** The units that a reference at the end of `text` points to; none when they are not found. */
function resolve(text: string, own: number, articles: Articles): number[] {
  const match = REFERENCE.exec(text)
  if (!match?.groups) return []
  const before = text.slice(0, match.index)
  if (FOREIGN.test(before) && !OWN.test(before)) return []
  const { article, paragraph, item } = match.groups
  const label = article === undefined || article === '本条' ? (articles.articleOf[own] ?? '') : article
  const start = articles.places.get(label)
  if (label === '' || start === undefined) return []
  const units = unitsOf(start, label, articles)
  if (paragraph === undefined && item === undefined) return units
  const paragraphs = units.filter((unit) => unit === start || articles.units[unit]?.labelKey === '')
  const from = paragraphs[paragraph === undefined ? 0 : (valueOf(paragraph) ?? 0) - 1]
  if (from === undefined) return []
  if (item === undefined) return [from]
  const wanted = item.startsWith('(') ? item : `(${item})`
  const found = units.find((unit) => unit > from && articles.units[unit]?.labelKey === wanted)
  return found === undefined ? [] : [found]
}

function unitsOf(start: number, label: string, { units, articleOf }: Articles): number[] {
  if (!ARTICLE.test(label)) return [start]
  const found: number[] = []
  for (let unit = start; unit < units.length && articleOf[unit] === label; unit += 1) found.push(unit)
  return found
}

function valueOf(numeral: string): number | null {
  return /^[0-9]+$/.test(numeral) ? Number(numeral) : parseChineseNumber(numeral)
}
