import { COUNTY_LEVEL_CITIES } from './county-level-cities.ts'
import type { RegionLevel } from './document-facts.ts'

/** A place and its level of government. */
export interface Region {
  readonly name: string
  readonly level: RegionLevel
}

/** A place with where its name stands in the text it was read from. */
export interface NamedPlace extends Region {
  readonly index: number
}

/** The province-level units, by the names that stand in titles: 23 provinces, 5 autonomous regions, 4 municipalities, 2 special regions. */
const PROVINCES =
  '河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾'
const PROVINCE = `(?:${PROVINCES})省|内蒙古自治区|广西壮族自治区|西藏自治区|宁夏回族自治区|新疆维吾尔自治区|(?:北京|天津|上海|重庆)市|(?:香港|澳门)特别行政区`
/** The prefectures that are still called 地区. */
const PREFECTURES = '大兴安岭|阿里|阿克苏|喀什|和田|塔城|阿勒泰'

const PREFECTURE = new RegExp(`^(?:${PREFECTURES})地区$`)

const HAN = '[\\u4e00-\\u9fff]'
const CITY = `${HAN}{1,7}?(?:自治州|市|盟)|(?:${PREFECTURES})地区`
const COUNTY = `${HAN}{1,8}?(?:自治县|自治旗|开发区|高新区|新区|林区|县|旗|区|市)`
const PLACE = new RegExp(`^(${PROVINCE})?(${CITY})?(${COUNTY})?`)

/** What ends like the name of a place and is none: 全市, 城市, 社区, 贫困县. */
const COMMON =
  /(?:[全各本我该属辖设每某区县]|城|都|上|超|股|楼|集|夜|门|设区|地级|县级)市$|(?:[全各本我该郡强郊]|贫困|脱贫|重点|示范|试点|先进|产粮大|属)县$|(?:[全各本我该地社园景山库灾林小街片校牧辖专湾市郊城]|保护|示范|先行|试验|自贸|核心|功能|合作|经济特|商务|旅游|民族|自治|学)区$|(?:同|联|结|加)盟$|[国党军红锦]旗$/
/** What stands before a name without being part of it. */
const NOT_A_NAME =
  /(?:的|和|与|及|等|在|对|为|是|建设|加快|推进|支持|促进|深化|全面|进一步|加强|做好|规范|实施|打造|开展|完善|调整|管理|发展|行政)/

/** The most local place whose name a text begins with: 保定市清苑区… is 清苑区. Null when it begins with none. */
export function readPlace(text: string): NamedPlace | null {
  const match = PLACE.exec(text)
  if (match === null) return null
  const province = match[1] ?? ''
  const city = isName(match[2]) ? match[2] : ''
  const county = (match[2] === undefined || city !== '') && isName(match[3]) ? match[3] : ''
  if (county !== '') return { name: county, level: levelOf(county), index: province.length + city.length }
  if (city !== '')
    return { name: city, level: province.endsWith('市') ? 'county' : cityLevel(city), index: province.length }
  return province === '' ? null : { name: province, level: 'province', index: 0 }
}

function isName(name: string | undefined): name is string {
  if (name !== undefined && PREFECTURE.test(name)) return true
  return name !== undefined && name.length >= 2 && !COMMON.test(name) && !NOT_A_NAME.test(name)
}

function levelOf(county: string): RegionLevel {
  return county.endsWith('市') ? cityLevel(county) : 'county'
}

/** Cities are 市; those of county rank are governed like counties. */
export function cityLevel(city: string): RegionLevel {
  return COUNTY_LEVEL_CITIES.has(city.replace(/市$/, '')) ? 'county' : 'city'
}
