import { i18n, type Translate } from '../../lib/i18n.ts'

const words = new Map<string, string>()
let language = ''

/** Numbers make ever new sentences; beyond this many the memory begins afresh. */
const MOST_WORDS = 5000

function lookUp(key: string, options?: object): string {
  const t = i18n.t as unknown as (key: string, options?: object) => string
  if (language !== i18n.language || words.size > MOST_WORDS) words.clear()
  language = i18n.language
  const asked = options === undefined ? key : `${key}${JSON.stringify(options)}`
  const known = words.get(asked)
  if (known !== undefined) return known
  const found = options === undefined ? t(key) : t(key, options)
  words.set(asked, found)
  return found
}

/** The words of the interface outside React. They are remembered: after every keystroke a plan's chips ask for the same ones. */
export const translate = lookUp as unknown as Translate
