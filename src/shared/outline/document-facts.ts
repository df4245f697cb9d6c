/** 五年规划, 政府工作报告, 专项规划, 统计公报, 法规, 其他. */
export const DOCUMENT_KINDS = [
  'five-year-plan',
  'government-report',
  'special-plan',
  'bulletin',
  'law',
  'other',
] as const
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]

/** 国家, 省, 市, 县. */
export const REGION_LEVELS = ['nation', 'province', 'city', 'county'] as const
export type RegionLevel = (typeof REGION_LEVELS)[number]

/** 初稿, 讨论稿, 征求意见稿, 送审稿, 印发稿 (also 公布稿). */
export const STAGES = ['first-draft', 'discussion', 'consultation', 'review', 'issued'] as const
export type Stage = (typeof STAGES)[number]

/** The years a document commits itself for: 2021–2025 for a plan, one year twice for a report. */
export interface Period {
  readonly from: number
  readonly to: number
}

/** Where a guess comes from: the field, and the words of the canonical text or file name that say so. */
export interface FactEvidence {
  readonly field: 'kind' | 'period' | 'region' | 'level' | 'stage' | 'date'
  readonly quote: string
  /** null when the words stand in the file name. */
  readonly start: number | null
  readonly end: number | null
}

/** What a document says it is. Guessed from its text, editable by the user; null where the text does not say. */
export interface DocumentFacts {
  readonly kind: DocumentKind
  readonly period: Period | null
  readonly region: string | null
  readonly level: RegionLevel | null
  readonly stage: Stage | null
  /** ISO date, when the text gives one. */
  readonly date: string | null
  readonly evidence: readonly FactEvidence[]
}
