/** What a unit measures. Two values can be compared only within one kind. */
export type UnitKind =
  | 'money'
  | 'people'
  | 'percent'
  | 'points'
  | 'multiple'
  | 'length'
  | 'area'
  | 'volume'
  | 'mass'
  | 'power'
  | 'energy'
  | 'time'
  | 'ratio'
  | 'count'
  | 'number'

/** A unit as written, with what it measures and how many of the kind's base units it is. */
export interface Unit {
  readonly text: string
  readonly kind: UnitKind
  readonly factor: number
}

type Row = readonly [text: string, kind: UnitKind, factor: number]

/** Measuring units; the factor is to the first unit of the kind. Currencies other than 元 keep their own name. */
const MEASURES: readonly Row[] = [
  ['元人民币', 'money', 1],
  ['毛钱', 'money', 0.1],
  ['分钱', 'money', 0.01],
  ['元', 'money', 1],
  ['美元', 'money', 1],
  ['欧元', 'money', 1],
  ['港元', 'money', 1],
  ['日元', 'money', 1],
  ['人次', 'people', 1],
  ['人民', 'number', 1],
  ['人', 'people', 1],
  ['%', 'percent', 1],
  ['‰', 'percent', 0.1],
  ['个百分点', 'points', 1],
  ['百分点', 'points', 1],
  ['个千分点', 'points', 0.1],
  ['个位次', 'points', 1],
  ['位次', 'points', 1],
  ['个名次', 'points', 1],
  ['个档次', 'points', 1],
  ['倍', 'multiple', 1],
  ['公里', 'length', 1],
  ['千米', 'length', 1],
  ['海里', 'length', 1.852],
  ['华里', 'length', 0.5],
  ['延米', 'length', 0.001],
  ['米', 'length', 0.001],
  ['厘米', 'length', 0.000_01],
  ['毫米', 'length', 0.000_001],
  ['平方公里', 'area', 1_500],
  ['平方千米', 'area', 1_500],
  ['平方米', 'area', 0.0015],
  ['平米', 'area', 0.0015],
  ['㎡', 'area', 0.0015],
  ['公顷', 'area', 15],
  ['亩次', 'area', 1],
  ['亩', 'area', 1],
  ['立方米', 'volume', 1],
  ['立方', 'volume', 1],
  ['方', 'volume', 1],
  ['㎥', 'volume', 1],
  ['m³', 'volume', 1],
  ['升', 'volume', 0.001],
  ['吨标准煤', 'energy', 8141],
  ['吨标煤', 'energy', 8141],
  ['吨公里', 'count', 1],
  ['吨', 'mass', 1],
  ['公斤', 'mass', 0.001],
  ['千克', 'mass', 0.001],
  ['斤', 'mass', 0.0005],
  ['克', 'mass', 0.000_001],
  ['毫克', 'mass', 1e-9],
  ['微克', 'mass', 1e-12],
  ['千瓦时', 'energy', 1],
  ['瓦时', 'energy', 0.001],
  ['兆瓦时', 'energy', 1000],
  ['吉瓦时', 'energy', 1_000_000],
  ['千卡', 'energy', 0.001_163],
  ['大卡', 'energy', 0.001_163],
  ['度电', 'energy', 1],
  ['度', 'energy', 1],
  ['千瓦', 'power', 1],
  ['兆瓦', 'power', 1000],
  ['吉瓦', 'power', 1_000_000],
  ['GW', 'power', 1_000_000],
  ['MW', 'power', 1000],
  ['kW', 'power', 1],
  ['瓦', 'power', 0.001],
  ['千伏安', 'power', 1],
  ['千伏', 'number', 1],
  ['岁', 'time', 1],
  ['年', 'time', 1],
  ['个月', 'time', 1 / 12],
  ['个工作日', 'time', 1 / 250],
  ['工作日', 'time', 1 / 250],
  ['天', 'time', 1 / 365],
  ['小时', 'time', 1 / 8760],
  ['个小时', 'time', 1 / 8760],
  ['分钟', 'time', 1 / 525_600],
  ['秒', 'time', 1 / 31_536_000],
  ['标准集装箱', 'count', 1],
  ['标准箱', 'count', 1],
  ['标箱', 'count', 1],
  ['TEU', 'count', 1],
  ['PFLOPS', 'count', 1],
  ['EFLOPS', 'count', 1000],
  ['Gbps', 'count', 1],
  ['Mbps', 'count', 0.001],
  ['Tbps', 'count', 1000],
  ['P', 'count', 1],
  ['分贝', 'number', 1],
  ['成', 'percent', 10],
  ['分', 'number', 1],
  ['/10万', 'ratio', 1],
  ['/万', 'ratio', 10],
]

/** Count words of Chinese; two-character ones first where one is the beginning of the other. */
const COUNT_WORDS =
  '类 客位 座席 人次 架次 班次 车次 场次 户次 家次 件次 项次 台次 台套 台（套） 台件 处次 个 家 项 条 名 位 座 台 套 所 件 辆 艘 架 列 场 次 户 种 支 处 栋 幢 批 对 组 宗 门 部 篇 首 张 头 只 羽 株 棵 口 眼 盏 片 块 间 床 节 站 路 村 镇 班 团 队 份 期 轮 册 枚 道 段 根 匹 尾 颗 粒 起 例 单 笔 款 层 趟 大 星 乡镇 县 市 区 院 校 馆 厂 桩 圈 端 本 户籍 孔 把 艇 箱 班级 星级 航线 盘 员 粒 机组 标段 树 园 港 桥 榜'
    .split(' ')
    .filter((word) => !['户籍', '粒', '榜', '员'].includes(word))

const MAGNITUDES: readonly (readonly [string, number])[] = [
  ['万亿', 1e12],
  ['千亿', 1e11],
  ['百亿', 1e10],
  ['十亿', 1e9],
  ['千万', 1e7],
  ['百万', 1e6],
  ['十万', 1e5],
  ['亿', 1e8],
  ['万', 1e4],
  ['千', 1e3],
  ['百', 1e2],
]

const BASE_UNITS: ReadonlyMap<string, Row> = new Map([
  ...COUNT_WORDS.map((word) => [word, [word, 'count', 1] as Row] as const),
  ...MEASURES.map((row) => [row[0], row] as const),
])
const LONGEST_UNIT = Math.max(...[...BASE_UNITS.keys()].map((word) => word.length))
/** What a unit can be taken per, after 「/」 or 每: 元/人, 微克/立方米, 分/千瓦时. */
const PER =
  /(?:\/|每)(千瓦时|立方米|平方公里|平方米|万元|亿元|百亿元|千亿元|百万元|千万元|元|公里|公顷|千人|万人|十万人|百万人|人|户|亩|吨|升|天|日|月|年|次|秒|度|家|小时|时|床|件)/y

/** 7万套（间）, 12处（个）: another count word for the same. */
const ALSO = /（[间套个户家台条处所件座辆]）/y

/** A unit read at a place of folded text, with where it ends. */
export interface UnitAt extends Unit {
  readonly end: number
}

/** 8500万棒以上, 20万樽。: behind a magnitude any single word that ends there is what is counted. */
const OPEN_COUNT =
  /(?![级以左余多余上下的了和及与或至到个等、之])[\u4e00-\u9fff](?=以[上下内]|左右|之间|[，。；、！）]|$)/y

/** Reads a magnitude (万, 亿, 千万 …), a unit or both at `at`; null when neither stands there. */
export function readUnit(text: string, at: number): UnitAt | null {
  const magnitude = MAGNITUDES.find(([word]) => text.startsWith(word, at))
  const baseAt = at + (magnitude?.[0].length ?? 0)
  const base = readBase(text, baseAt) ?? (magnitude === undefined ? null : readBase(text, at))
  if (base === null && magnitude === undefined) return null
  const scale = magnitude?.[1] ?? 1
  if (base === null) return openCount(text, at, baseAt, scale)
  PER.lastIndex = base.end
  ALSO.lastIndex = base.end
  const also = base.kind === 'count' ? (ALSO.exec(text)?.[0].length ?? 0) : 0
  const per = base.kind === 'percent' ? null : PER.exec(text)
  const end = base.end + (per?.[0].length ?? also)
  const kind = per === null ? base.kind : 'ratio'
  return { text: text.slice(at, end), kind, factor: scale * base.factor, end }
}

/** A magnitude alone, or with a count word that no list knows. */
function openCount(text: string, at: number, end: number, factor: number): UnitAt {
  OPEN_COUNT.lastIndex = end
  return OPEN_COUNT.test(text)
    ? { text: text.slice(at, end + 1), kind: 'count', factor, end: end + 1 }
    : { text: text.slice(at, end), kind: 'number', factor, end }
}

function readBase(text: string, at: number): (Unit & { end: number }) | null {
  for (let length = Math.min(LONGEST_UNIT, text.length - at); length > 0; length -= 1) {
    const row = BASE_UNITS.get(text.slice(at, at + length))
    if (row !== undefined) return { text: row[0], kind: row[1], factor: row[2], end: at + length }
  }
  return null
}

/** The unit that a whole string names, for units that stand in a table column or a target; unknown ones count as 'count'. */
export function parseUnit(text: string): Unit {
  if (text === '') return { text, kind: 'number', factor: 1 }
  const read = readUnit(text, 0)
  if (read !== null && read.end === text.length) return read
  return { text, kind: text.includes('/') ? 'ratio' : 'count', factor: read?.kind === 'number' ? read.factor : 1 }
}

/**
 * True when numbers in both units can be compared after conversion by `factor`. Counts compare only under the same word:
 * 家 and 个 count the same things in different texts, so these two are one.
 */
export function comparableUnits(left: Unit, right: Unit): boolean {
  if (left.text === right.text) return true
  if (left.kind !== right.kind) return isCounting(left) && isCounting(right)
  if (left.kind === 'money') return currency(left.text) === currency(right.text)
  if (left.kind === 'ratio') return left.text.split(/[/每]/)[1] === right.text.split(/[/每]/)[1]
  return true
}

function isCounting(unit: Unit): boolean {
  return unit.kind === 'count' || unit.kind === 'people' || unit.kind === 'number'
}

function currency(text: string): string {
  return /[美欧港日]元/.exec(text)?.[0] ?? '元'
}
