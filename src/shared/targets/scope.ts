/** What a figure covers as far as the indicator's name says it: 户籍, 规上 …; null otherwise. */
export function scopeOf(indicator: string): string | null {
  return /(户籍|常住|规上|规模以上|不变价|限额以上|城镇|农村|城乡|全员)/.exec(indicator)?.[0] ?? null
}
