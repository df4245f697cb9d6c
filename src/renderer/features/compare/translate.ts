import { i18n, type Translate } from '../../lib/i18n.ts'

const words = new Map<string, string>()
let language = ''

function lookUp(key: string, ...options: unknown[]): string {
  const t = i18n.t as unknown as (key: string, ...options: unknown[]) => string
  if (options.length > 0) return t(key, ...options)
  if (language !== i18n.language) words.clear()
  language = i18n.language
  const known = words.get(key)
  if (known !== undefined) return known
  const found = t(key)
  words.set(key, found)
  return found
}

/** The words of the interface outside React. Plain words are remembered: a plan's chips ask for the same few a thousand times. */
export const translate = lookUp as unknown as Translate
