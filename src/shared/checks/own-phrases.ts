import type { PhraseRule } from './phrase-list.ts'

/** What the user made of one phrase: another rule or one of their own; null where a built-in one was taken out. */
export interface OwnPhrase {
  readonly preferred: string
  readonly rule: PhraseRule | null
}

/** The list in force: the built-in phrases with the user's in their places, then the user's own. */
export function phrasesWith(builtIn: readonly PhraseRule[], own: readonly OwnPhrase[]): PhraseRule[] {
  const changed = new Map(own.map(({ preferred, rule }) => [preferred, rule]))
  const known = new Set(builtIn.map(({ preferred }) => preferred))
  return [
    ...builtIn.flatMap((rule) => {
      const mine = changed.get(rule.preferred)
      return mine === null ? [] : [mine ?? rule]
    }),
    ...own.flatMap(({ preferred, rule }) => (rule === null || known.has(preferred) ? [] : [rule])),
  ]
}

/**
 * What of a list is the user's doing. Only that is kept, so that phrases which a later program brings along come in by
 * themselves. Two rules of one phrase become one.
 */
export function ownPhrases(builtIn: readonly PhraseRule[], rules: readonly PhraseRule[]): OwnPhrase[] {
  const wanted = new Map<string, PhraseRule>()
  for (const rule of rules) {
    const first = wanted.get(rule.preferred)
    wanted.set(rule.preferred, first === undefined ? rule : merged(first, rule))
  }
  const given = new Map(builtIn.map((rule) => [rule.preferred, rule]))
  const gone = builtIn.filter(({ preferred }) => !wanted.has(preferred))
  const changed = [...wanted.values()].filter((rule) => !sameRule(rule, given.get(rule.preferred)))
  return [
    ...gone.map(({ preferred }) => ({ preferred, rule: null })),
    ...changed.map((rule) => ({ preferred: rule.preferred, rule })),
  ]
}

/** A list with the rules of another one put over it: the same phrase is replaced, others are added. */
export function phrasesPutOver(rules: readonly PhraseRule[], over: readonly PhraseRule[]): PhraseRule[] {
  const own = ownPhrases([], over)
  return phrasesWith(rules, own)
}

function merged(a: PhraseRule, b: PhraseRule): PhraseRule {
  return {
    preferred: a.preferred,
    avoid: [...new Set([...a.avoid, ...b.avoid])],
    note: a.note === '' ? b.note : a.note,
  }
}

/** Whether two rules say the same. */
export function sameRule(a: PhraseRule, b: PhraseRule | undefined): boolean {
  return b !== undefined && a.preferred === b.preferred && a.note === b.note && a.avoid.join('|') === b.avoid.join('|')
}
