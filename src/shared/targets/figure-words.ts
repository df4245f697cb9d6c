import type { Bound, Target } from './target.ts'

/** A target's figure as a cell of a table says it: 突破 | 1400 |, 力争 | 3 | 以上, [17]. */
export interface FigureWords {
  readonly before: string
  /** The number as written, in [ ] where it is a sum over the years; a goal without a number in its own words. */
  readonly figure: string
  readonly after: string
}

/** Words before a number that say how firm it is; longer ones first where one ends another. */
const BEFORE =
  /(?:力争(?:突破|超过)?|确保|突破|超过|不低于|不少于|不高于|不超过|稳定在|保持在|控制在|高于|低于|接近|逾|约|近)(?=[^，。；、]{0,4}$)/gu
const AFTER = /^[^，。；、]{0,8}?(以上|以下|以内|之内|左右|上下)/u
/** 累计降低17%, 五年新增: a sum over the years of the plan, in tables written in square brackets. */
const CUMULATIVE = /累计|[[［]\s*-?\d[\d.]*\s*[\]］]/u

const SUFFIX: Readonly<Record<Bound, string>> = {
  'at-least': '以上',
  'at-most': '以内',
  around: '左右',
  exact: '',
  range: '',
}

/** Whether a figure is the sum over the years that the target spans. */
export function isCumulative(target: Pick<Target, 'quote' | 'measure' | 'value'>): boolean {
  return target.value !== null && target.measure !== 'level' && CUMULATIVE.test(target.quote)
}

/** The figure with the words of its own sentence around it. A corrected figure has none in the text: it takes those of its bound. */
export function figureWords(target: Target): FigureWords {
  if (target.value === null) return { before: '', figure: wordingOf(target), after: '' }
  const place = target.correction === undefined ? placeOfNumber(target) : null
  const number = place?.text ?? String(target.value)
  const upper = target.max === null ? '' : `–${target.max}`
  const figure = isCumulative(target) ? `[${number}${upper}]` : `${number}${upper}`
  if (!place) return { before: '', figure, after: SUFFIX[target.bound] }
  const before = [...place.before.matchAll(BEFORE)].at(-1)?.[0] ?? ''
  const after = AFTER.exec(place.after)?.[1] ?? ''
  return {
    before,
    figure,
    after: after === '' && !/^[不逾约近]/.test(before) && !SAYS_BOUND.test(before) ? SUFFIX[target.bound] : after,
  }
}

/** Words that say a bound by themselves, so that none has to be added behind the number. */
const SAYS_BOUND = /突破|超过|高于|低于|接近|控制在/

interface NumberPlace {
  readonly text: string
  readonly before: string
  readonly after: string
}

/** Where the quote writes the value; null where it is in words, or of another magnitude. */
function placeOfNumber({ quote, value }: Target): NumberPlace | null {
  const plain = quote.replace(/[０-９．]/gu, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0))
  const found = [...plain.matchAll(/\d+(?:\.\d+)?/gu)].findLast((match) => Number(match[0]) === value)
  if (!found) return null
  const end = found.index + found[0].length
  return { text: found[0], before: plain.slice(0, found.index), after: plain.slice(end) }
}

/** The words of a goal without a number, without the indicator that stands beside them: 高于全省平均水平. */
function wordingOf({ quote, indicator }: Target): string {
  const rest = quote.replace(/^[—\s]+/u, '')
  const at = rest.indexOf(indicator)
  return at >= 0 && rest.length > at + indicator.length ? rest.slice(at + indicator.length) : rest
}
