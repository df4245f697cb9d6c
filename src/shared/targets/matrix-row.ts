import type { BaselineRole } from '../checks/check-against.ts'
import type { Finding, FindingCode } from '../checks/finding.ts'
import type { Analysis } from '../comparison/comparison.ts'
import type { Range } from '../text/range.ts'
import type { IndicatorEntry } from './lexicon.ts'
import type { Pace, SeriesPoint } from './pace.ts'
import type { Progress, ProgressPart } from './progress.ts'
import type { Target } from './target.ts'
import type { TargetChange } from './target-change.ts'

export interface MatrixInput {
  readonly analyses: readonly Analysis[]
  /** Indexes of the pair whose changes are shown. */
  readonly baseline: number | null
  readonly draft: number | null
  /** Kinds of findings that the user has switched off. */
  readonly disabled?: readonly FindingCode[]
}

type Indexed<T> = { readonly [K in keyof T]: T[K] extends SeriesPoint ? MatrixPoint : T[K] }

export interface MatrixPoint extends Omit<SeriesPoint, 'target'> {
  /** Index among the targets of its document. */
  readonly target: number
}

export interface MatrixPace extends Indexed<Omit<Pace, 'past'>> {
  readonly past: Indexed<NonNullable<Pace['past']>> | null
}

export interface MatrixProgress extends Omit<Progress, 'goal' | 'parts'> {
  readonly goal: Omit<Progress['goal'], 'target'> & { readonly target: number }
  readonly parts: readonly (Omit<ProgressPart, 'target'> & { readonly target: number })[]
}

export interface MatrixChange extends Omit<TargetChange, 'left' | 'right' | 'alsoAt'> {
  readonly left: number | null
  readonly right: number | null
}

/** Words of one document of the matrix. */
export interface MatrixPlace extends Range {
  readonly document: number
  readonly quote: string
}

/** What a check found of an indicator, in one document or beside another one of the matrix. */
export interface MatrixFinding extends Pick<Finding, 'code' | 'severity' | 'message'> {
  /** The document it is about. */
  readonly document: number
  /** What the other document is to this one; null where only this one was read. */
  readonly role: BaselineRole | null
  /** The words on both sides, those of `document` first; of what was dropped there are none in it. */
  readonly places: readonly MatrixPlace[]
}

export interface MatrixRow {
  readonly key: string
  readonly indicator: string
  readonly canonical: string | null
  readonly category: string
  readonly synonyms: string[]
  readonly polarity: IndicatorEntry['polarity']
  readonly note: string
  readonly measure: Target['measure']
  /** Which way a growth goes, where all figures say the same. */
  readonly direction: 'up' | 'down' | null
  readonly scope: string | null
  readonly unit: string
  readonly cells: number[][]
  readonly changes: MatrixChange[]
  /** Figures on the line of years; totals of several years are in `progress`. */
  readonly points: MatrixPoint[]
  /** Of a level: how fast it has to go to its target. */
  readonly pace: MatrixPace | null
  /** Of a total of several years: how far it has come. */
  readonly progress: MatrixProgress | null
  readonly findings: MatrixFinding[]
}
