import { analyse } from '../../../../shared/comparison/analyse.ts'
import { compareAnalyses } from '../../../../shared/comparison/compare-analyses.ts'
import type { Comparison } from '../../../../shared/comparison/comparison.ts'
import type { Row } from '../../../../shared/diff/rows/row.ts'
import type { Lexicon } from '../../../../shared/targets/lexicon.ts'
import type { Target } from '../../../../shared/targets/target.ts'
import type { TargetChange } from '../../../../shared/targets/target-change.ts'
import type { Translate } from '../../../lib/i18n.ts'

export const LEXICON: Lexicon = {
  indicators: [
    { name: '研发经费投入强度', synonyms: ['研发经费占比'], category: '创新', polarity: 'up', units: ['%'], note: '' },
    { name: '森林覆盖率', synonyms: [], category: '绿色', polarity: 'up', units: ['%'], note: '' },
  ],
}

/** Two texts, one paragraph a line, compared by the real engine. */
export function compareTexts(left: readonly string[], right: readonly string[]): Comparison {
  return compareAnalyses(analyse(left.join('\n'), LEXICON), analyse(right.join('\n'), LEXICON), LEXICON, {
    now: () => 0,
  })
}

/** Keys instead of words, with their values: `compare:gap.from(number=3)`. */
export const keys = ((key: string, options?: Readonly<Record<string, unknown>>) => {
  const values = Object.entries(options ?? {}).map(([name, value]) => `${name}=${String(value)}`)
  return values.length === 0 ? key : `${key}(${values.join(' ')})`
}) as unknown as Translate

/** A row by the places of its blocks, for tests that need no texts. */
export function row(fields: Partial<Row> & Pick<Row, 'left' | 'right'>): Row {
  const kind = fields.left.length === 0 ? 'inserted' : fields.right.length === 0 ? 'deleted' : 'changed'
  return { kind, moved: false, class: 'substance', edits: [], related: [], precise: true, ...fields }
}

export function target(fields: Partial<Target> = {}): Target {
  return {
    kind: 'target',
    indicator: '研发经费投入强度',
    canonical: '研发经费投入强度',
    value: 3,
    max: null,
    unit: '%',
    bound: 'exact',
    measure: 'level',
    period: '2030',
    strength: 'firm',
    attribute: null,
    scope: null,
    quote: '研发经费投入强度达到3%',
    section: [],
    start: 0,
    end: 12,
    ...fields,
  }
}

export function change(fields: Partial<TargetChange> = {}): TargetChange {
  return { change: 'lowered', also: [], ambition: 'looser', left: target(), right: target(), delta: null, ...fields }
}
