import type { IndicatorEntry, Lexicon } from './lexicon.ts'

/** A lexicon made ready for look-up. */
export interface LexiconIndex {
  readonly byName: ReadonlyMap<string, IndicatorEntry>
  /** What the name of each entry leads to, as it stands in the lexicon. */
  readonly byCanonical: ReadonlyMap<string, IndicatorEntry>
}

const indexes = new WeakMap<Lexicon, LexiconIndex>()

/** The index of a lexicon; built once per lexicon object. */
export function indexLexicon(lexicon: Lexicon): LexiconIndex {
  const known = indexes.get(lexicon)
  if (known !== undefined) return known
  const byName = new Map<string, IndicatorEntry>()
  for (const entry of lexicon.indicators)
    for (const name of [entry.name, ...entry.synonyms]) {
      const key = nameKey(name)
      if (key !== '' && !byName.has(key)) byName.set(key, entry)
    }
  const byCanonical = new Map(lexicon.indicators.map(({ name }) => [name, byName.get(nameKey(name))]))
  const index = {
    byName,
    byCanonical: new Map([...byCanonical].flatMap(([name, entry]) => (entry ? [[name, entry]] : []))),
  }
  indexes.set(lexicon, index)
  return index
}

/** Ways of writing that make no other indicator. Applied in order to names and synonyms alike. */
const REWRITES: readonly (readonly [RegExp, string])[] = [
  [/[\s“”"'‘’《》（）()、，]/g, ''],
  [/^(?:全市|全省|全县|全区|全州|全国(?!重点实验室)|我国|我省|我市|我县|我区|全社会|其中|全年|本市|年度)+/, ''],
  [/(?:国内|地区|全市|全省|全县|全区)?生产总值/g, 'GDP'],
  [/(?:gdp|Gdp)/g, 'GDP'],
  [/(?:GDP){2,}/g, 'GDP'],
  [/研究与?(?:试验|实验)(?:发展)?|科学研究与试验发展|R&D|科研/gi, '研发'],
  [/(?:研发){2,}/g, '研发'],
  [/研发(?:经费)?(?:支出|投入)?(?:强度|(?:占|相当于|与)(?:GDP)?(?:的|之)?(?:比重|比例|比)|占比)/, '研发投入强度'],
  [/(?:相当于|与)(?=.*(?:比例|比重|之比)$)/, '占'],
  [/(?:的)?(?:比重|比例|占比|份额)$/, '比重'],
  [/规模以上|规上/g, '规上'],
  [/人均期望寿命|平均(?:预期|期望)寿命|居民(?:人均)?(?:预期|期望)寿命/g, '人均预期寿命'],
  [/(?:年均)?(?:增长率|增速|增幅|涨幅|增长速度|增长)$/, ''],
  [/(?:能源消耗|能耗)(?:量)?(?:降低率|下降率|降幅|降低|下降)?$/, '能耗'],
  [/二氧化碳排放(?:量)?(?:降低率|下降率|降幅|降低|下降)?$/, '二氧化碳排放'],
  [/(?:数量|总数)$/, ''],
]

/** Keys of names met before: the same few hundred names are asked for at every keystroke. */
const keys = new Map<string, string>()
const MOST_KEYS = 20_000

/** The form of a name by which it is looked up and compared. */
export function nameKey(name: string): string {
  const known = keys.get(name)
  if (known !== undefined) return known
  if (keys.size >= MOST_KEYS) keys.clear()
  const key = rewrite(name)
  keys.set(name, key)
  return key
}

function rewrite(name: string): string {
  let key = name.normalize('NFKC')
  for (const [pattern, by] of REWRITES) key = key.replace(pattern, by)
  return key === '' ? name.normalize('NFKC') : key
}

/** The entry that a name as written belongs to, or null. */
export function findIndicator(index: LexiconIndex, name: string): IndicatorEntry | null {
  return index.byName.get(nameKey(name)) ?? null
}
