import { countNonBlank, isHan } from '../../../shared/text/characters.ts'

/** Why a PDF holds no text that can be used; null when it does. */
export type NoText = 'scan' | 'no-unicode-map'

/** Pages of pictures carry at most a stamp or a page number. */
const MIN_CHARS_A_PAGE = 20
/** Above this share of signs that no text has, the fonts have no map to Unicode; below, single signs are lost. */
const MAX_UNUSABLE = 0.15
/** Han characters from which the commonest ones must occur, and the share of them at the least. Running text has 0.7. */
const MIN_HAN = 200
const MIN_COMMON = 0.1

/** The commonest characters of modern Chinese. */
const COMMON = new Set(
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严',
)

/**
 * Decides from all the text of a PDF whether it is text. What counts is what comes out: fonts that are not embedded and have no map of
 * their own (CNKI's files of old newspapers) are still read where pdf.js' character maps know their codes. Compared with
 * the printed pages such a text is whole, figures included; command-line tools that lack those maps give glyph numbers for it.
 */
export function findNoText(text: string, pages: number): NoText | null {
  const chars = countNonBlank(text)
  if (chars < MIN_CHARS_A_PAGE * pages && chars < 400) return 'scan'
  if (chars < (MIN_CHARS_A_PAGE / 4) * pages) return 'scan'
  if (countUnusable(text) > chars * MAX_UNUSABLE) return 'no-unicode-map'
  return isScrambled(text) ? 'no-unicode-map' : null
}

/** Signs that no text has: control and private-use characters, unassigned ones, and scripts no Chinese document is set in. */
export function countUnusable(text: string): number {
  let count = 0
  for (const sign of text) if (!USABLE.test(sign) && /\S/.test(sign)) count += 1
  return count
}

const USABLE =
  /^[\u0020-\u007e\u00a0-\u00ff\u0100-\u017f\u02c6-\u02dd\u0391-\u03c9\u0400-\u0451\u2000-\u206f\u2070-\u209f\u20a0-\u20bf\u2100-\u23ff\u2460-\u27bf\u2e80-\u2fff\u3000-\u30ff\u31c0-\u31ef\u3200-\u33ff\u3400-\u9fff\uf900-\ufaff\ufe10-\ufe4f\uff00-\uffee\u{1f000}-\u{1faff}\u{20000}-\u{3ffff}]$/u

/** Glyph numbers taken for character codes give Han characters too, but rare ones. */
function isScrambled(text: string): boolean {
  let han = 0
  let common = 0
  for (const sign of text) {
    if (!isHan(sign.charAt(0))) continue
    han += 1
    if (COMMON.has(sign)) common += 1
  }
  return han >= MIN_HAN && common < han * MIN_COMMON
}
