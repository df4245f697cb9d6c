import { nameKey } from './canonical.ts'

/**
 * Words that make another indicator of the same head: a name that has one is never the same as a name that has another of
 * its group, or none where the group says so.
 */
const DISTINGUISHING: readonly { readonly words: RegExp; readonly absentMeans: string | null }[] = [
  { words: /户籍|常住/, absentMeans: null },
  { words: /高价值/, absentMeans: '' },
  { words: /城镇调查|城镇登记|调查|登记/, absentMeans: null },
  { words: /城镇|农村|城乡|全体/, absentMeans: null },
  { words: /规上|限上|限额以上/, absentMeans: '' },
  { words: /国家级|省级|市级|县级|国家|省(?!外)|世界级|国际/, absentMeans: null },
  { words: /第一产业|第二产业|第三产业|服务业|工业|农业|制造业|建筑业/, absentMeans: '' },
  { words: /战略性新兴|高新技术|高技术|数字经济核心|数字经济|装备|文化|旅游|海洋/, absentMeans: '' },
  { words: /出口|进口|进出口/, absentMeans: null },
  { words: /人均|单位|每万人|每千人|每百人|亩均|地均|万元/, absentMeans: '' },
  { words: /比重|比例|占比|率(?!先)|强度|系数|密度/, absentMeans: '' },
  { words: /新能源|老旧|高标准|绿色|智能|数字/, absentMeans: null },
  { words: /[十百千万]亿(?:元)?级|[百千]万(?:元)?级/, absentMeans: null },
  { words: /重点片区|片区/, absentMeans: '' },
  { words: /义务|学前|高中|高等|中等|职业/, absentMeans: null },
  { words: /养老|医疗|失业|工伤|生育/, absentMeans: null },
  { words: /化学需氧量|氨氮|氮氧化物|二氧化硫|挥发性有机物|二氧化碳|PM2\.?5|PM10|臭氧/, absentMeans: null },
  // What is counted: 科技项目 is no 科技成果.
  {
    words:
      /(?:项目|成果|企业|平台|中心|人才|园区|基地|集群|产业链|工厂|站点?|岗位|投资|产值|营收|收入|面积|产量|学位|床位|试点|标准|活动|课程|机构|赛事)$/,
    absentMeans: null,
  },
]

/** A name made ready for many comparisons. */
export interface NameFeatures {
  readonly key: string
  /** For each group of distinguishing words what the name says; null when it leaves it open. */
  readonly said: readonly (string | null)[]
}

export function nameFeatures(name: string): NameFeatures {
  const key = nameKey(name)
  return { key, said: DISTINGUISHING.map((group) => group.words.exec(key)?.[0] ?? group.absentMeans) }
}

/** So much of a shorter name's two-character pieces make it the beginning and end of a longer one. */
const MOST_SHARED = 0.7

/** How alike two indicator names are, 0 to 1; 0 when a word makes them two indicators. */
export function nameSimilarity(left: string, right: string): number {
  return compareNames(nameFeatures(left), nameFeatures(right))
}

/** `nameSimilarity` of names made ready before. */
export function compareNames(left: NameFeatures, right: NameFeatures): number {
  const a = left.key
  const b = right.key
  if (a === b) return 1
  if (left.said.some((word, i) => differ(word, right.said[i] ?? null))) return 0
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  // 绿道 and 串联山水的绿道: what stands before 的 only says which.
  const isHead = short.length >= 2 && long.endsWith(`的${short}`)
  const contained = isHead || (short.length >= 3 && (long.endsWith(short) || long.startsWith(short)))
  const dice = bigramDice(a, b)
  // 节能降碳改造项目 and 节能降碳改造和用能设备更新项目: they begin alike, and the longer one has all of the shorter.
  const shared = (dice * (a.length + b.length - 2)) / 2 / Math.max(1, short.length - 1)
  if (!contained && short.length >= 6 && a.slice(0, 4) === b.slice(0, 4) && shared >= MOST_SHARED)
    return 0.6 + 0.3 * shared
  return contained ? Math.max(dice, 0.6 + 0.35 * (short.length / long.length)) : dice
}

function differ(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && a !== b
}

/** Dice coefficient of the two-character pieces, each counted as often as both names have it. */
export function bigramDice(a: string, b: string): number {
  if (a.length < 2 || b.length < 2) return a === b ? 1 : 0
  const pieces = new Map<string, number>()
  for (let i = 0; i + 1 < a.length; i += 1) {
    const piece = a.slice(i, i + 2)
    pieces.set(piece, (pieces.get(piece) ?? 0) + 1)
  }
  let shared = 0
  for (let i = 0; i + 1 < b.length; i += 1) {
    const piece = b.slice(i, i + 2)
    const left = pieces.get(piece) ?? 0
    if (left > 0) {
      shared += 1
      pieces.set(piece, left - 1)
    }
  }
  return (2 * shared) / (a.length + b.length - 2)
}
