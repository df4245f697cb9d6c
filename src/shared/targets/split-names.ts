/** 参保率, 产值: what the names of a list share, said behind the last one only. */
const SHARED =
  /(?:参保率|覆盖率|普及率|入学率|入园率|合格率|达标率|利用率|处理率|增加值|总产值|产值|面积|产量|比重|占比)$/
/** 三大主导产业 behind the names that it sums up. */
const SUMMED = /[二两三四五六七八九十]大?[类个]?(?:主导|支柱|特色|优势|重点|新兴)?产业$/
const RESPECTIVELY = /^(.+?)分别(?:实现|达到|完成|为)?(.{0,8})$/
const CONNECTOR = /、|以及|和(?!美|谐)|及|与/

/**
 * The names of a list for as many numbers: 服务贸易、数字贸易、跨境电商出口 → three; 城乡居民收入 → 城镇 and 农村 for two.
 * Empty where there are not as many names.
 */
export function splitNames(text: string, numbers: number): string[] {
  if (numbers < 2) return []
  const said = RESPECTIVELY.exec(text)
  const behind = said?.[2] ?? ''
  const list = (said?.[1] ?? text).replace(SUMMED, '')
  // 汽车及零部件、索具: 及 belongs to a name where the marks alone part as many names as there are numbers.
  const marked = list.split('、').filter((name) => name.length > 1)
  const names = marked.length === numbers ? marked : list.split(CONNECTOR).filter((name) => name.length > 1)
  if (names.length === numbers) return withShared(names, behind)
  return numbers === 2 && text.startsWith('城乡') ? [`城镇${text.slice(2)}`, `农村${text.slice(2)}`] : []
}

/** 养老保险和医疗保险参保率: both are 参保率. */
function withShared(names: readonly string[], behind: string): string[] {
  if (behind !== '') return names.map((name) => name + behind)
  const last = names.at(-1) ?? ''
  // 城镇、农村居民人均可支配收入
  if (
    names.every((name, i) => i === names.length - 1 || /^(?:城镇|城市|农村|乡村)$/.test(name)) &&
    /^(?:城镇|城市|农村|乡村)居民/.test(last)
  )
    return names.map((name) => (name === last ? name : name + last.slice(2)))
  const shared = SHARED.exec(names.at(-1) ?? '')?.[0]
  return shared === undefined ? [...names] : names.map((name) => (SHARED.test(name) ? name : name + shared))
}
