import { nameKey } from '../../shared/targets/canonical.ts'
import type { IndicatorEntry, Lexicon } from '../../shared/targets/lexicon.ts'
import type { OwnEntry } from '../db/repositories/lexicon-repo.ts'

/** Where an entry of the lexicon in use comes from. */
export type EntryOrigin = 'built-in' | 'changed' | 'own' | 'removed'

export interface ListedEntry {
  /** The name it is kept under: of a changed entry the built-in one. */
  readonly key: string
  readonly entry: IndicatorEntry
  readonly origin: EntryOrigin
}

/** The built-in entries with the user's in their places, then the user's own. Entries taken out are listed as they came. */
export function listEntries(builtIn: Lexicon, own: readonly OwnEntry[]): ListedEntry[] {
  const byName = new Map(own.map(({ name, entry }) => [name, entry]))
  const known = new Set(builtIn.indicators.map(({ name }) => name))
  const first = builtIn.indicators.map((entry): ListedEntry => {
    const changed = byName.get(entry.name)
    if (changed === undefined) return { key: entry.name, entry, origin: 'built-in' }
    if (changed === null) return { key: entry.name, entry, origin: 'removed' }
    return { key: entry.name, entry: changed, origin: 'changed' }
  })
  const added = own.flatMap(({ name, entry }): ListedEntry[] =>
    known.has(name) || entry === null ? [] : [{ key: name, entry, origin: 'own' }],
  )
  return [...first, ...added]
}

/** The lexicon in use, with the fields of policy that come with the program. A synonym that the user gave to an entry is no longer one of a built-in entry. */
export function lexiconOf(entries: readonly ListedEntry[], fields: Lexicon['fields']): Lexicon {
  const used = entries.filter(({ origin }) => origin !== 'removed')
  const users = used.filter(({ origin }) => origin !== 'built-in').map(({ entry }) => entry)
  const claimed = new Set(users.flatMap(({ name, synonyms }) => [name, ...synonyms].map(nameKey)))
  const free = (entry: IndicatorEntry): IndicatorEntry => ({
    ...entry,
    synonyms: entry.synonyms.filter((synonym) => !claimed.has(nameKey(synonym))),
  })
  return { indicators: used.map(({ entry, origin }) => (origin === 'built-in' ? free(entry) : entry)), fields }
}
