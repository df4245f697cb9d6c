import type { Handlers } from '../../shared/contract/contract.ts'
import { DuigaoError } from '../../shared/contract/errors.ts'
import type { IndicatorEntry, Lexicon } from '../../shared/targets/lexicon.ts'
import type { OwnEntry } from '../db/repositories/lexicon-repo.ts'
import type { Context } from './context.ts'
import { readLexicon, writeLexicon } from './lexicon-csv.ts'
import { type ListedEntry, lexiconOf, listEntries } from './own-lexicon.ts'
import { recountAll } from './recount.ts'

type LexiconHandlers = Pick<
  Handlers,
  'lexicon:get' | 'lexicon:list' | 'lexicon:put' | 'lexicon:restore' | 'lexicon:import' | 'lexicon:export'
>

const copy = (entry: IndicatorEntry) => ({ ...entry, synonyms: [...entry.synonyms], units: [...entry.units] })

function sameEntry(a: IndicatorEntry, b: IndicatorEntry): boolean {
  const flat = ({ name, synonyms, category, polarity, units, note }: IndicatorEntry) =>
    JSON.stringify([name, synonyms, category, polarity, units, note])
  return flat(a) === flat(b)
}

/** Two entries of one name could not be told apart by any text. */
function assertUnique(entries: readonly ListedEntry[], key: string, name: string): void {
  const other = entries.find((each) => each.key !== key && each.origin !== 'removed' && each.entry.name === name)
  if (!other) return
  throw new DuigaoError({ code: 'bad-request', message: `词库里已经有指标“${name}”，请改那一条，或换一个名称。` })
}

/** The indicator lexicon: the built-in entries with what the user made of them. A change holds at once, everywhere. */
export function lexiconService(context: Context, builtIn: Lexicon): LexiconHandlers {
  const { library, serially, platform } = context
  const list = async () => listEntries(builtIn, await library.lexicon.all())
  const use = async (): Promise<void> => {
    context.useLexicon(lexiconOf(await list(), builtIn.fields))
    recountAll(context)
    context.changed()
  }
  const put = async (entries: readonly OwnEntry[]): Promise<void> => {
    await library.lexicon.put(entries, context.now())
    await use()
  }
  return {
    'lexicon:get': () => {
      const { indicators, fields = [] } = context.lexicon()
      const copied = fields.map(({ name, terms }) => ({ name, terms: [...terms] }))
      return { lexicon: { indicators: indicators.map(copy), fields: copied } }
    },
    'lexicon:list': async () => ({ entries: (await list()).map((each) => ({ ...each, entry: copy(each.entry) })) }),
    'lexicon:put': ({ key, entry }) =>
      serially(async () => {
        const name = key ?? entry?.name ?? ''
        if (entry) assertUnique(await list(), key ?? '', entry.name)
        await put([{ name, entry }])
        return {}
      }),
    'lexicon:restore': ({ keys }) =>
      serially(async () => {
        await library.lexicon.restore(keys)
        await use()
        return {}
      }),
    'lexicon:import': ({ bytes }) =>
      serially(async () => {
        const { entries, faulty } = readLexicon(bytes)
        const known = new Map((await list()).map((each) => [each.entry.name, each]))
        const changed = entries.filter((entry) => {
          const found = known.get(entry.name)
          return !found || found.origin === 'removed' || !sameEntry(found.entry, entry)
        })
        if (changed.length > 0)
          await put(changed.map((entry) => ({ name: known.get(entry.name)?.key ?? entry.name, entry })))
        const added = changed.filter(({ name }) => !known.has(name)).length
        return { added, changed: changed.length - added, same: entries.length - changed.length, faulty }
      }),
    'lexicon:export': () => platform.saveFile('指标词库.csv', writeLexicon(context.lexicon().indicators)),
  }
}
