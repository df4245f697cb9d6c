import type { DocumentKind, RegionLevel } from './document-facts.ts'
import { type FactSource, type Guess, ofRoles, place } from './fact-source.ts'
import { cityLevel, type Region, readPlace } from './place-name.ts'

const NATION = /中华人民共和国|全国人民代表大会|全国人大|国务院|最高人民(?:法院|检察院)|国家(?=“?十)/
/** What stands before the name of a place in a title or a file's name. */
const BEFORE_NAME =
  /^(?:[\s\d０-９—\-–_.（()）《“]+|[〇零○一二三四五六七八九十]{2,4}(?=年)|标题[：:]|年度?|中共|关于|印发|公布|同意|批准|报送|审议)+/
/** Where a text says who speaks: before whom, in whose name, in what office. The place stands behind these words. */
const SPEAKS = [
  /我(?:谨)?代表(?=[^，。]{2,20}?人民政府)/,
  /(?:日|会议)?在(?=[^，。]{2,24}?第?[一二三四五六七八九十]+届人民代表大会)/,
  /^(?=[^，。]{2,20}?人民政府(?:代)?[省市县区州盟旗]长)/,
  /^(?=[^，。]{2,24}?第?[一二三四五六七八九十]+届(?:人民代表大会|人大))/,
  /(?:日|^)\s*(?=[^，。]{2,20}?第?[一二三四五六七八九十]+届人民代表大会)/,
]

/** How an excerpt names the place it speaks for: 对永康来说, beside 全市 or 我市. */
const SELF = /对([\u4e00-\u9fff]{2,3}?)(?:来说|而言)|是([\u4e00-\u9fff]{2,3}?)(?:经济社会)?发展(?:史上|历程|进程)/g
const NO_PLACE =
  /我们|他们|她们|大家|我[国省市县区]|中国|世界|国家|[全各本]|企业|农[民村业]|群众|人[民类们]|干部|政府|个[人体]|市场|当前|今[年后]|社会|地方|基层|城[市乡]|经济|历史|改革|行业|产业/
const OWN: readonly (readonly [string, RegExp])[] = [
  ['市', /[全我]市/g],
  ['县', /[全我]县/g],
  ['区', /[全我]区/g],
  ['省', /[全我]省/g],
]
const FEWEST_MENTIONS = 3

/**
 * Guesses the place a document speaks for: from its title, then from where it says in whose name it speaks, then from the file's
 * name. A place that is only mentioned, or addressed, is not its own.
 */
export function guessRegion(text: string, sources: readonly FactSource[], kind: DocumentKind): Guess<Region> | null {
  return (
    first(ofRoles(sources, 'title'), (one) => leadingPlace(one) ?? nation(one)) ??
    first(ofRoles(sources, 'line', 'body'), speaker) ??
    first(ofRoles(sources, 'file'), (one) => leadingPlace(one) ?? nation(one)) ??
    (kind === 'other'
      ? null
      : (first(ofRoles(sources, 'line', 'body'), nation) ?? selfNamed(text) ?? lawOfNation(text, kind)))
  )
}

function first(
  sources: readonly FactSource[],
  read: (source: FactSource) => Guess<Region> | null,
): Guess<Region> | null {
  for (const source of sources) {
    const guess = read(source)
    if (guess !== null) return guess
  }
  return null
}

/** The place a title begins with, behind its year. */
function leadingPlace(source: FactSource): Guess<Region> | null {
  return placeAt(source, BEFORE_NAME.exec(source.text)?.[0].length ?? 0)
}

function speaker(source: FactSource): Guess<Region> | null {
  for (const pattern of SPEAKS) {
    const match = pattern.exec(source.text)
    const found = match === null ? null : placeAt(source, match.index + match[0].length)
    if (found !== null) return found
  }
  return null
}

function placeAt(source: FactSource, index: number): Guess<Region> | null {
  const found = readPlace(source.text.slice(index))
  if (found === null) return null
  const { name, level } = found
  return { value: { name, level }, quote: name, start: place(source, index + found.index) }
}

function nation(source: FactSource): Guess<Region> | null {
  const match = NATION.exec(source.text)
  if (match === null) return null
  return { value: { name: '全国', level: 'nation' }, quote: match[0], start: place(source, match.index) }
}

function selfNamed(text: string): Guess<Region> | null {
  const counts = OWN.map(([suffix, pattern]) => [suffix, text.match(pattern)?.length ?? 0] as const)
  const [suffix, count] = counts.reduce((best, one) => (one[1] > best[1] ? one : best))
  if (count === 0) return null
  for (const match of text.matchAll(SELF)) {
    const word = match[1] ?? match[2] ?? ''
    if (word === '' || NO_PLACE.test(word) || text.split(word).length <= FEWEST_MENTIONS) continue
    const name = word.endsWith(suffix) ? word : word + suffix
    return { value: { name, level: levelOf(name, suffix) }, quote: match[0], start: match.index }
  }
  return null
}

function levelOf(name: string, suffix: string): RegionLevel {
  if (suffix === '市') return cityLevel(name)
  return suffix === '省' ? 'province' : 'county'
}

/** A law that names no place of its own and rests on a law of the nation is the nation's. */
function lawOfNation(text: string, kind: DocumentKind): Guess<Region> | null {
  const match = kind === 'law' ? NATION.exec(text) : null
  return match === null ? null : { value: { name: '全国', level: 'nation' }, quote: match[0], start: match.index }
}
