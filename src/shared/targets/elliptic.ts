/** Names that only say which side of the indicator before them is meant, with what they add to its name. */
const SIDES: Readonly<Record<string, string>> = {
  总量: '',
  规模: '',
  总规模: '',
  总额: '',
  总值: '',
  数量: '',
  总数: '',
  增速: '增速',
  增幅: '增幅',
  占比: '占比',
  比重: '比重',
}
const HARVEST = /^(?:总产|总产量|产量|单产)$/

/** The whole name of an indicator that is written short behind another: 地区生产总值增长6%，总量突破850亿元. */
export function completeName(name: string, before: string | undefined): string {
  if (before === undefined) return name
  const added = SIDES[name]
  if (added !== undefined) return before.endsWith(added) ? before : before + added
  // 增加值188.99亿元，占GDP的比重为72%
  if (/^占.{2,}(?:比重|比例|份额)$/.test(name) && !before.includes('占')) return before + name
  // 生猪存栏60万头、出栏90万头
  if (/^[存出]栏$/.test(name) && /[存出]栏$/.test(before)) return before.slice(0, -2) + name
  // 粮食播种面积1520万亩、总产125亿斤: the crop is said once.
  return HARVEST.test(name) && before.startsWith('粮食') ? `粮食${name}` : name
}
