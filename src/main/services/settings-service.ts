import type { z } from 'zod'
import type { Handlers } from '../../shared/contract/contract.ts'
import { settings as schema } from '../../shared/contract/schemas.ts'
import type { Context } from './context.ts'
import { given } from './given.ts'
import { recountAll } from './recount.ts'

export type Settings = z.output<typeof schema>

/** A first run: Chinese, the system's theme, and the classes that carry meaning. */
export const DEFAULT_SETTINGS: Settings = {
  locale: 'zh-CN',
  theme: 'system',
  reviewer: '',
  textSize: 16,
  filters: { targets: true, substance: true, wording: true, punctuation: false, numbering: false, layout: false },
  disabledChecks: [],
  targetsColumns: null,
}

/** Stored settings over the defaults; what is missing or no longer valid falls back to its default, the others stay. */
export function readSettings(stored: Readonly<Record<string, unknown>>): Settings {
  const valid = Object.entries(schema.shape).flatMap(([name, field]) => {
    const parsed = field.safeParse(stored[name])
    return parsed.success ? [[name, parsed.data]] : []
  })
  return { ...DEFAULT_SETTINGS, ...(Object.fromEntries(valid) as Partial<Settings>) }
}

export function settingsService(context: Context): Pick<Handlers, 'settings:get' | 'settings:set'> {
  const { settings } = context.library
  return {
    'settings:get': async () => ({ settings: readSettings(await settings.all()) }),
    'settings:set': async ({ settings: changed }) => {
      const { disabledChecks } = changed
      // What was found in each version is counted without the checks that are off.
      await settings.put(given(changed), context.now(), disabledChecks !== undefined)
      if (disabledChecks !== undefined) recountAll(context)
      return { settings: readSettings(await settings.all()) }
    },
  }
}
