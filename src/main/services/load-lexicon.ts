import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { IndicatorEntry, Lexicon } from '../../shared/targets/lexicon.ts'
import { loadFields } from './load-fields.ts'
import { resourcePath } from './resource-path.ts'

/**
 * Reads the lexicon: indicators and fields of policy.
 * @param directory the folder of `indicators.json` and `fields.csv`; by default the program's own `resources/lexicon`
 * @throws when the file is missing or is no lexicon: the program cannot work without it
 */
export function loadLexicon(directory: string = resourcePath('lexicon')): Lexicon {
  const file = join(directory, 'indicators.json')
  const entries: unknown = JSON.parse(readFileSync(file, 'utf8'))
  if (!Array.isArray(entries)) throw new Error(`${file} is not a list of indicators`)
  const indicators = entries.map((entry, i) => readEntry(entry, `${file}, entry ${i + 1}`))
  return { indicators, fields: loadFields(directory) }
}

const POLARITIES = ['up', 'down', 'none']

function readEntry(value: unknown, place: string): IndicatorEntry {
  const entry = value as Partial<IndicatorEntry>
  const isEntry =
    typeof entry.name === 'string' &&
    Array.isArray(entry.synonyms) &&
    Array.isArray(entry.units) &&
    typeof entry.category === 'string' &&
    POLARITIES.includes(entry.polarity ?? '')
  if (!isEntry) throw new Error(`${place}: name, synonyms, units, category and polarity are needed`)
  return { ...(entry as IndicatorEntry), note: entry.note ?? '' }
}
