import type { Span } from './clauses.ts'
import type { Attribute } from './target.ts'

/** Right behind a figure: 14%作为约束性指标, 62%（约束性）. */
const SAID =
  /^[^，。；、（）]{0,4}(?:[（(](约束|预期)性(?:指标)?[）)]|(?:作为|列为|定为|属于|是|为)(?:主要)?(约束|预期)性指标)/
/** 将全社会研发经费投入强度作为约束性指标: what the words between are made. */
const MADE = /[将把]([^，。；：、\d]{3,40}?)(?:继续|明确|一并)?(?:作为|列为|定为|确定为|调整为|纳入)(约束|预期)性指标/g

/** The attribute said of a figure by what stands behind it, or null. */
export function attributeBehind(behind: string): Attribute | null {
  const found = SAID.exec(behind)
  return found === null ? null : attributeNamed(found[1] ?? found[2])
}

/** An indicator that a sentence makes 约束性 or 预期性 without giving its figure. */
export interface AttributeMention extends Span {
  readonly indicator: string
  readonly attribute: Attribute
}

/** The indicators of `span` whose attribute is said without a figure. */
export function attributeMentions(text: string, span: Span): AttributeMention[] {
  return [...text.slice(span.start, span.end).matchAll(MADE)].map((found) => ({
    start: span.start + found.index + 1,
    end: span.start + found.index + found[0].length,
    indicator: found[1] ?? '',
    attribute: attributeNamed(found[2]),
  }))
}

function attributeNamed(word: string | undefined): Attribute {
  return word === '约束' ? 'binding' : 'expected'
}
