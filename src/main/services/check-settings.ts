import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { CheckSettings } from '../../shared/checks/check-settings.ts'
import { type OwnPhrase, phrasesWith } from '../../shared/checks/own-phrases.ts'
import { type PhraseRule, parsePhraseList } from '../../shared/checks/phrase-list.ts'
import { phraseRules } from '../../shared/contract/phrase-schemas.ts'
import { settings as settingsSchema } from '../../shared/contract/schemas.ts'
import type { Context } from './context.ts'
import { resourcePath } from './resource-path.ts'

/** The setting that holds what the user made of the phrase list. */
export const OWN_PHRASES = 'phrases'

const { disabledChecks } = settingsSchema.shape
const stored = z.array(z.object({ preferred: z.string(), rule: phraseRules.element.nullable() }))

let builtIn: readonly PhraseRule[] | null = null

/** The phrase list that comes with the program. Read once. */
export function builtInPhrases(): readonly PhraseRule[] {
  builtIn ??= parsePhraseList(readFileSync(resourcePath('lexicon', 'phrases.csv'), 'utf8')).rules
  return builtIn
}

/** What the user made of the list; nothing where it cannot be read. */
export function readOwnPhrases(settings: Readonly<Record<string, unknown>>): readonly OwnPhrase[] {
  const parsed = stored.safeParse(settings[OWN_PHRASES])
  return parsed.success ? parsed.data : []
}

/** What the user says of the checks: kinds switched off, and the phrase list in force. */
export async function checkSettings({ library }: Pick<Context, 'library'>): Promise<CheckSettings> {
  const settings = await library.settings.all()
  return {
    disabled: disabledChecks.catch([]).parse(settings['disabledChecks']),
    phrases: phrasesWith(builtInPhrases(), readOwnPhrases(settings)),
  }
}
