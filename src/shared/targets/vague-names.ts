import type { Target } from './target.ts'
import { parseUnit } from './units.ts'

/** Names that many different things go by. */
const SAYS_LITTLE =
  /^(?:重大|重点|省级|市级|国家级|新增|主要|各类)?(?:项目|企业|平台|人员|人口|资金|投资|活动|工程|任务|机构|岗位)$/
/** The smaller figure is at least this share of the larger where such a name may still mean one matter. */
const ALIKE = 0.4

/** 重大项目500个 in one section and 重大项目100个 in another are seldom one matter: same words, other place, other size. */
export function areTooVague(a: Target, b: Target): boolean {
  if (a.canonical !== null || b.canonical !== null || a.section.at(-1) === b.section.at(-1)) return false
  if (!SAYS_LITTLE.test(a.indicator) || !SAYS_LITTLE.test(b.indicator)) return false
  const sizes = [a, b]
    .map((target) => Math.abs(target.value ?? 0) * parseUnit(target.unit).factor)
    .sort((x, y) => x - y)
  return (sizes[0] ?? 0) < ALIKE * (sizes[1] ?? 0)
}
