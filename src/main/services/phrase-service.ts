import { ownPhrases, phrasesPutOver, phrasesWith, sameRule } from '../../shared/checks/own-phrases.ts'
import { formatPhraseList, type PhraseRule, parsePhraseList } from '../../shared/checks/phrase-list.ts'
import type { Handlers } from '../../shared/contract/contract.ts'
import { DuigaoError } from '../../shared/contract/errors.ts'
import { phraseRules } from '../../shared/contract/phrase-schemas.ts'
import { builtInPhrases, OWN_PHRASES, readOwnPhrases } from './check-settings.ts'
import type { Context } from './context.ts'
import { recountAll } from './recount.ts'

type PhraseHandlers = Pick<
  Handlers,
  'phrases:get' | 'phrases:set' | 'phrases:restore' | 'phrases:import' | 'phrases:export'
>

const copy = (rule: PhraseRule) => ({ ...rule, avoid: [...rule.avoid] })

/** The phrase list: the built-in phrases with what the user made of them. A change holds at once, everywhere. */
export function phraseService(context: Context): PhraseHandlers {
  const { library, serially, platform } = context
  const list = async () => {
    const own = readOwnPhrases(await library.settings.all())
    return { rules: phrasesWith(builtInPhrases(), own).map(copy), own: own.length }
  }
  const keep = async (rules: readonly PhraseRule[]) => {
    const own = ownPhrases(builtInPhrases(), rules)
    await library.settings.put({ [OWN_PHRASES]: own }, context.now(), true)
    recountAll(context)
    return list()
  }
  return {
    'phrases:get': list,
    'phrases:set': ({ rules }) => serially(() => keep(rules)),
    'phrases:restore': () => serially(() => keep(builtInPhrases())),
    'phrases:import': ({ bytes }) =>
      serially(async () => {
        const { rules, faulty } = readList(bytes)
        const before = (await list()).rules
        const known = new Map(before.map((rule) => [rule.preferred, rule]))
        const over = phrasesPutOver([], rules)
        const added = over.filter(({ preferred }) => !known.has(preferred)).length
        const same = over.filter((rule) => sameRule(rule, known.get(rule.preferred))).length
        if (same < over.length) await keep(phrasesPutOver(before, over))
        return { added, changed: over.length - added - same, same, faulty }
      }),
    'phrases:export': async () =>
      // The byte order mark tells Excel and WPS that the Chinese is UTF-8.
      platform.saveFile('提法表.csv', new TextEncoder().encode(`\uFEFF${formatPhraseList((await list()).rules)}`)),
  }
}

function readList(bytes: Uint8Array): { rules: readonly PhraseRule[]; faulty: number[] } {
  const { rules, problems } = parsePhraseList(decode(bytes))
  const parsed = phraseRules.safeParse(rules)
  if (parsed.success && rules.length > 0) return { rules: parsed.data, faulty: problems.map(({ line }) => line) }
  const message =
    '这个文件不是提法表：第一行是列名“规范提法,不规范提法,说明”，以下每行写一条，几种不规范提法之间用 | 隔开。'
  throw new DuigaoError({ code: 'bad-request', message })
}

/** UTF-8, or what Chinese Excel writes unasked. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}
