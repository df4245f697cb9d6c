import { figureWords } from '../../../../shared/targets/figure-words.ts'
import { formatDelta } from '../../../../shared/targets/format-value.ts'
import { STRENGTHS } from '../../../../shared/targets/target.ts'
import type { TargetChangeKind } from '../../../../shared/targets/target-change.ts'
import { TARGET_GLYPH } from '../../../../shared/targets/target-glyph.ts'
import { i18n, type Translate } from '../../../lib/i18n.ts'
import { planName, planOrdinal } from '../../../lib/period.ts'
import { shortTitle } from '../../../lib/short-title.ts'
import {
  type Matrix,
  type MatrixChange,
  type MatrixDocument,
  type MatrixRow,
  type Pace,
  type Progress,
  type StatedTarget,
  verdictsOf,
} from './matrix.ts'

/** Indicators that are a rate by their own name need no word that says so. */
const NAMES_RATE = /(?:增速|增长率|增幅|降幅|涨幅|率|比重|占比|强度)$/u

/** The row's name with what is measured of it: 地区生产总值 增速, 标准厂房 新增. */
export function nameOfRow(row: MatrixRow, t: Translate): string {
  const scope =
    row.scope !== null && !row.indicator.includes(row.scope) ? t('targets:scoped', { scope: row.scope }) : ''
  if (row.measure === 'growth' && !/^[%％‰成倍]?$/u.test(row.unit))
    return t('targets:measure.points', { name: `${row.indicator}${scope}` })
  if (row.measure === 'level' || (row.measure === 'addition' && row.indicator.includes('新增')))
    return `${row.indicator}${scope}`
  if (row.direction === 'down') return t('targets:measure.fall', { name: `${row.indicator}${scope}` })
  if (NAMES_RATE.test(row.indicator)) return `${row.indicator}${scope}`
  return t(`targets:measure.${row.measure}`, { name: `${row.indicator}${scope}` })
}

/** Categories of the built-in lexicon. */
const CATEGORIES = {
  经济: 'economy',
  创新: 'innovation',
  民生: 'people',
  绿色: 'green',
  安全: 'security',
  其他: 'other',
} as const

/** A category in the language of the interface; one of the user's own as the user calls it. */
export function sayCategory(category: string, t: Translate): string {
  const known = CATEGORIES[category as keyof typeof CATEGORIES]
  return known === undefined ? category : t(`targets:category.${known}`)
}

/** Whether another document of the table would be called the same: the reports of two provinces. */
export function needsPlace(document: MatrixDocument, matrix: Matrix, t: Translate): boolean {
  const name = docName(document, t)
  return (
    document.region !== null &&
    matrix.documents.some((other) => other.documentId !== document.documentId && docName(other, t) === name)
  )
}

/** A document in a few characters: 十四五规划, 2025 报告, 讨论稿 beside another stage of the same document. */
export function briefName(document: MatrixDocument, matrix: Matrix, t: Translate): string {
  if (document.side.type === 'draft') return t('common:draft')
  const siblings = matrix.documents.filter(({ documentId }) => documentId === document.documentId)
  if (siblings.length > 1)
    return document.stage ? t(`common:stage.${document.stage}`) : (document.date ?? t('common:noStage'))
  return docName(document, t)
}

/** A document by all that tells it from the others: 十五五规划 讨论稿, 浙江省 2025 报告. */
export function fullName(document: MatrixDocument, matrix: Matrix, t: Translate): string {
  const brief = briefName(document, matrix, t)
  const name = docName(document, t)
  const place = needsPlace(document, matrix, t) ? document.region : null
  return [place, name, brief === name ? null : brief].filter(Boolean).join(' ')
}

/** The document's own short name, whatever stands beside it. */
export function docName(document: MatrixDocument, t: Translate): string {
  const { periodFrom: from, periodTo: to, kind } = document
  const nameOf = i18n.language === 'en' ? planOrdinal : planName
  const plan = from !== null && to !== null ? nameOf(from, to) : null
  if (kind === 'five-year-plan' && plan !== null) return t('targets:name.plan', { plan })
  if (kind === 'government-report' && to !== null) return t('targets:name.report', { year: to })
  if (kind === 'bulletin' && to !== null) return t('targets:name.bulletin', { year: to })
  const title = shortTitle(document.title)
  return title.length > 9 ? `${title.slice(0, 8)}…` : title
}

/** A figure with its words, for lists and for screen readers: 突破1400亿元. */
export function sayFigure(target: StatedTarget): string {
  const { before, figure, after } = figureWords(target)
  return `${before}${figure}${target.value === null ? '' : target.unit}${after}`
}

/** `2025` → 2025 年; `2026-2030` → 2026—2030 年. */
export function sayPeriod(period: string, t: Translate): string {
  return period === '' ? '' : t('targets:year', { year: period.replace('-', '—') })
}

export interface ChangeWord {
  readonly kind: TargetChangeKind
  readonly glyph: string
  readonly text: string
}

/** A change in words, the first in full: 上调 25 亿元; what else changed in a word: 力度, 属性. */
export function sayChange(matrix: Matrix, row: MatrixRow, change: MatrixChange, t: Translate): ChangeWord[] {
  return verdictsOf(change).map((kind, index) => {
    const glyph = TARGET_GLYPH[kind]
    if (index === 0) return { kind, glyph, text: `${t(`common:targetChange.${kind}`)}${amountOf(change, row, t)}` }
    return { kind, glyph, text: t(`targets:also.${alsoWord(matrix, change, kind)}`) }
  })
}

function amountOf({ change, delta }: MatrixChange, { unit }: MatrixRow, t: Translate): string {
  if (!delta || delta.absolute === 0 || (change !== 'raised' && change !== 'lowered')) return ''
  return ` ${inWords(formatDelta(Math.abs(delta.absolute), unit).replace(/^\+/, ''), t)}`
}

/** Percentage points in the language of the interface; other units are the text's own. */
export function inWords(amount: string, t: Translate): string {
  return amount.replace('个百分点', t('targets:points'))
}

/** What a further verdict is about; 增强 and 减弱 come from the verb, or from 以上 and 左右. */
function alsoWord(matrix: Matrix, { left, right }: MatrixChange, kind: TargetChangeKind) {
  if (kind === 'stronger' || kind === 'weaker') {
    const before =
      matrix.baseline === null || left === null ? undefined : matrix.documents[matrix.baseline]?.targets[left]
    const after = matrix.draft === null || right === null ? undefined : matrix.documents[matrix.draft]?.targets[right]
    if (!before || !after) return 'strength'
    const verb = STRENGTHS.indexOf(before.strength) - STRENGTHS.indexOf(after.strength)
    return (kind === 'stronger' ? verb > 0 : verb < 0) ? 'strength' : 'bound'
  }
  const word = { reattributed: 'attribute', redefined: 'definition', rescheduled: 'period' } as const
  return kind === 'reattributed' || kind === 'redefined' || kind === 'rescheduled' ? word[kind] : 'value'
}

const MINUS = '−'

/** A sum as written, up to four digits behind the point. */
export function sayAmount(value: number): string {
  return String(Number(value.toFixed(Math.abs(value) < 1 ? 4 : 2))).replace('-', MINUS)
}

/** 2021—2023, or one year. */
export function sayYears(from: number, to: number | null): string {
  return to === null || to === from ? String(from) : `${from}—${to}`
}

/** The unit of a progress: totals of per cent compound, so that they stay per cent. */
export function sayUnit({ unit, kind }: Pick<Progress, 'unit' | 'kind'>, t: Translate): string {
  return inWords(unit === '%' && kind === 'sum' ? '个百分点' : unit, t)
}

/** 6.4% of compound growth, or 0.12 a year in the row's own unit. */
export function sayRate(kind: Pace['kind'], value: number): string {
  if (kind === 'rate') return `${(value * 100).toFixed(1).replace('-', MINUS)}%`
  const size = Math.abs(value)
  return value.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : 2).replace('-', MINUS)
}
