import type { RegionLevel } from './document-facts.ts'
import { type FactSource, type Guess, place } from './fact-source.ts'

/** A place and its level of government. */
export interface Region {
  readonly name: string
  readonly level: RegionLevel
}

/** The province-level units, by the names that stand in titles: 23 provinces, 5 autonomous regions, 4 municipalities, 2 special regions. */
const PROVINCES =
  '河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾'
const PROVINCE = new RegExp(
  `(?:${PROVINCES})省|内蒙古自治区|广西壮族自治区|西藏自治区|宁夏回族自治区|新疆维吾尔自治区|(?:北京|天津|上海|重庆)市|(?:香港|澳门)特别行政区`,
)
const NATION = /中华人民共和国|全国人民代表大会|国务院|国家(?=“?十)/
const COUNTY = /([\u4e00-\u9fff]{1,7}?(?:自治县|自治旗|县|旗|林区))(?!级|域|委|城|乡|政|长|人|区)/
const DISTRICT = /([\u4e00-\u9fff]{2,6}?(?:新区|区))(?!域|级|块|间|位|县|委|长|政府|人)/
const CITY = /([\u4e00-\u9fff]{2,7}?(?:自治州|地区(?!生产)|市|盟))(?!级|域|委|场|区|政|长|人|民|辖|县|政府)/
/** Words that name no place: 全市, 本县, 各地区. */
const GENERIC = /^(?:[全我本各该省]{1,2}(?:省|市|县|区|地区|盟|旗)|地区)$/

/**
 * Guesses the place a document speaks for. The most local name in the earliest source wins: 保定市清苑区 is 清苑区, a county-level unit.
 * A national mark counts only where no other place is named before the first sentence ends.
 */
export function guessRegion(sources: readonly FactSource[]): Guess<Region> | null {
  for (const source of sources) {
    const guess = localRegion(source) ?? provinceRegion(source)
    if (guess) return guess
    const nation = NATION.exec(source.text)
    if (nation)
      return { value: { name: '全国', level: 'nation' }, quote: nation[0], start: place(source, nation.index) }
  }
  return null
}

function provinceRegion(source: FactSource): Guess<Region> | null {
  const match = PROVINCE.exec(source.text)
  if (!match) return null
  return { value: { name: match[0], level: 'province' }, quote: match[0], start: place(source, match.index) }
}

/** A county or city named after its province or city, or at a word boundary: 省、市, 年, 在 before it are not part of its name. */
function localRegion(source: FactSource): Guess<Region> | null {
  const province = PROVINCE.exec(source.text)
  const rest = province ? source.text.slice(province.index + province[0].length) : source.text
  const shift = source.text.length - rest.length
  const head = /^[^。，；]{0,40}/.exec(rest)?.[0] ?? ''
  const clean = head.replace(/[0-9０-９〇○零一二三四五六七八九十]+年?|——|在|中共/g, (found) => ' '.repeat(found.length))
  for (const [pattern, level] of [
    [COUNTY, 'county'],
    [DISTRICT, 'county'],
    [CITY, 'city'],
  ] as const) {
    const match = pattern.exec(clean)
    const name = match?.[1]?.replace(/^.*?[市州]/, (prefix) => (prefix.length < (match[1]?.length ?? 0) ? '' : prefix))
    if (!match || !name || name.length < 2 || GENERIC.test(name) || (province !== null && match.index > 0)) continue
    const start = shift + match.index + (match[1] ?? '').length - name.length
    return { value: { name, level }, quote: name, start: place(source, start) }
  }
  return null
}
