/**
 * Radicals that PDF writers put in place of the characters they look like, where NFKC knows no equivalent
 * (Unicode, EquivalentUnifiedIdeograph.txt).
 */
const RADICALS: Readonly<Record<string, string>> = {
  '⺠': '民',
  '⺟': '母',
  '⻅': '见',
  '⻆': '角',
  '⻉': '贝',
  '⻋': '车',
  '⻓': '长',
  '⻔': '门',
  '⻘': '青',
  '⻙': '韦',
  '⻚': '页',
  '⻛': '风',
  '⻜': '飞',
  '⻝': '食',
  '⻢': '马',
  '⻣': '骨',
  '⻤': '鬼',
  '⻥': '鱼',
  '⻦': '鸟',
  '⻨': '麦',
  '⻩': '黄',
  '⻬': '齐',
  '⻮': '齿',
  '⻰': '龙',
  '⻳': '龟',
}

/**
 * Writes the characters a reader sees for look-alikes that only print formats hold: radicals (⼀ for 一), ligatures (ﬁ),
 * compatibility ideographs. Soft hyphens and zero bytes go.
 */
export function plainCharacters(text: string): string {
  return text
    .replace(/[\u2f00-\u2fdf\ufb00-\ufb06\uf900-\ufaff]/g, (sign) => sign.normalize('NFKC'))
    .replace(/[\u2e80-\u2eff]/g, (sign) => RADICALS[sign] ?? sign)
    .replace(/[\0\u00ad]/g, '')
}
