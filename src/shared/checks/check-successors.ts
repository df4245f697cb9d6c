import { findIndicator, indexLexicon, nameKey } from '../targets/canonical.ts'
import { identityOf } from '../targets/identity.ts'
import { nameSimilarity } from '../targets/name-similarity.ts'
import type { Target } from '../targets/target.ts'
import type { DocumentPair } from './check-against.ts'
import type { Finding } from './finding.ts'
import { figureOf } from './same-indicator.ts'

/** Names so alike go on under another name. */
const ALIKE = 0.75
/** Sections that state the headline goals of a plan. */
const HEADLINE = /目标|指标/

/**
 * Headline commitments of the last plan that this document says nothing of any more: no target, result or goal in words of the
 * same indicator, nor its name anywhere in the text. They stand at the document's first goal, with the old sentence as evidence.
 */
export function checkSuccessors({ document, baseline, lexicon }: DocumentPair): Finding[] {
  const index = indexLexicon(lexicon)
  const place = document.targets.find(({ kind }) => kind === 'target') ?? { start: 0, end: 0 }
  const own = new Set(document.targets.map(identityOf))
  const seen = new Set<string>()
  return baseline.targets.filter(isHeadline).flatMap((old) => {
    const identity = identityOf(old)
    if (seen.has(identity)) return []
    seen.add(identity)
    if (
      own.has(identity) ||
      document.targets.some((target) => nameSimilarity(target.indicator, old.indicator) >= ALIKE)
    )
      return []
    const entry = old.canonical === null ? null : findIndicator(index, old.canonical)
    const names = [old.indicator, ...(entry === null ? [] : [entry.name, ...entry.synonyms])]
    return names.some((name) => document.text.includes(name) || document.text.includes(nameKey(name)))
      ? []
      : [finding(old, place)]
  })
}

function isHeadline(target: Target): boolean {
  if (target.kind !== 'target' || target.measure === 'addition') return false
  if (target.attribute !== null || target.inTable === true) return true
  return target.canonical !== null && target.section.some((title) => HEADLINE.test(title))
}

function finding(old: Target, { start, end }: { start: number; end: number }): Finding {
  const binding = old.attribute === 'binding'
  const kind = binding ? '约束性指标' : '目标'
  return {
    code: 'no-successor',
    severity: binding ? 'warning' : 'info',
    message: `上期规划的${kind}“${old.indicator}”（${old.period}年 ${figureOf(old)}）在本文中没有对应的目标，也没有提到。`,
    start,
    end,
    expected: old.value,
    found: null,
    related: [],
    against: [{ start: old.start, end: old.end }],
  }
}
