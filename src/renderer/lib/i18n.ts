import { createInstance, type i18n as I18n, type TFunction } from 'i18next'
import { useSyncExternalStore } from 'react'
import { checks as checksEn } from '../locales/en/checks.ts'
import { common as commonEn } from '../locales/en/common.ts'
import { compare as compareEn } from '../locales/en/compare.ts'
import { errors as errorsEn } from '../locales/en/errors.ts'
import { importing as importingEn } from '../locales/en/import.ts'
import { library as libraryEn } from '../locales/en/library.ts'
import { settings as settingsEn } from '../locales/en/settings.ts'
import { targets as targetsEn } from '../locales/en/targets.ts'
import { checks } from '../locales/zh-CN/checks.ts'
import { common } from '../locales/zh-CN/common.ts'
import { compare } from '../locales/zh-CN/compare.ts'
import { errors } from '../locales/zh-CN/errors.ts'
import { importing } from '../locales/zh-CN/import.ts'
import { library } from '../locales/zh-CN/library.ts'
import { settings } from '../locales/zh-CN/settings.ts'
import { targets } from '../locales/zh-CN/targets.ts'

export const LOCALES = ['zh-CN', 'en'] as const
export type Locale = (typeof LOCALES)[number]

export const NAMESPACES = ['common', 'library', 'import', 'compare', 'targets', 'checks', 'settings', 'errors'] as const

/** All words of the interface. A test holds both languages to the same keys. */
export const resources = {
  'zh-CN': { common, library, import: importing, compare, targets, checks, settings, errors },
  en: {
    common: commonEn,
    library: libraryEn,
    import: importingEn,
    compare: compareEn,
    targets: targetsEn,
    checks: checksEn,
    settings: settingsEn,
    errors: errorsEn,
  },
} as const

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: (typeof resources)['zh-CN']
  }
}

export type Translate = TFunction<typeof NAMESPACES>

/** The i18next instance. */
export const i18n: I18n = createInstance()

/** Numbers make ever new sentences; beyond this many the memory begins afresh. */
const MOST_WORDS = 5000

/** Words of the language in use, remembered: after every keystroke a plan's chips and tags ask for the same ones. */
function createTranslate(): Translate {
  const words = new Map<string, string>()
  const lookUp = (key: string, options?: object): string => {
    const asked = options === undefined ? key : `${key}${JSON.stringify(options)}`
    const known = words.get(asked)
    if (known !== undefined) return known
    const t = i18n.t as unknown as (key: string, options?: object) => string
    const found = options === undefined ? t(key) : t(key, options)
    if (words.size >= MOST_WORDS) words.clear()
    words.set(asked, found)
    return found
  }
  return lookUp as unknown as Translate
}

/** Another function for each language, so that whatever shows words is drawn again in another one. */
let current = createTranslate()
i18n.on('languageChanged', () => {
  current = createTranslate()
})

/** Call once before the first rendering. */
export async function startI18n(locale: Locale): Promise<void> {
  await i18n.init({
    resources,
    lng: locale,
    fallbackLng: 'zh-CN',
    ns: [...NAMESPACES],
    defaultNS: 'common',
    interpolation: { escapeValue: false },
  })
  document.documentElement.lang = locale
}

/** Shows the interface in another language at once. */
export async function setLocale(locale: Locale): Promise<void> {
  if (i18n.language === locale) return
  await i18n.changeLanguage(locale)
  document.documentElement.lang = locale
}

/** The words of the interface outside React, in the language in use: `translate('compare:gap.inserted')`. */
export const translate = ((key: string, options?: object) =>
  (current as unknown as (key: string, options?: object) => string)(key, options)) as unknown as Translate

function followLanguage(changed: () => void): () => void {
  i18n.on('languageChanged', changed)
  return () => i18n.off('languageChanged', changed)
}

/** Typed keys of every namespace: `const t = useT(); t('library:title')`. */
export function useT(): Translate {
  return useSyncExternalStore(followLanguage, () => current)
}
