import type { Block } from '../outline/block.ts'
import { clauseEnd, type Span, sentences } from '../targets/clauses.ts'
import { type Folded, fold, unfold } from '../targets/fold.ts'
import { findQuantities, type Quantity } from '../targets/quantities.ts'
import { comparableUnits, parseUnit } from '../targets/units.ts'
import type { Range } from '../text/range.ts'
import { CheckMemory } from './check-memory.ts'
import type { DocumentSource } from './document-source.ts'
import type { Finding } from './finding.ts'
import { cleanSum, roundingSlack, writtenSum } from './round-sum.ts'

/** 三次产业结构调整为8.7:48.5:42.8: shares that make the whole. */
const SHARES = /三次产业[^，。；\d]{0,14}?(\d+(?:\.\d+)?)(?:%)?[:：∶](\d+(?:\.\d+)?)(?:%)?[:：∶](\d+(?:\.\d+)?)/g
/** Shares are rounded to whole percents or tenths. */
const SHARES_SLACK = 0.31
/** Before a number that adds up those before it. */
const TOTAL_BEFORE = /(?:合计|共计|总计|合并|加起来共)(?:为|达|达到|有)?$/
/** Between parts that overlap or are of another kind: then the numbers add up to nothing. */
const NO_LIST = /其中|比上年|比去年|增长|下降|增加|减少|提高|平均|以上|以下|超过|不少于|左右|约|至少|累计/
/** Pairs and triples of names that share out a whole between them. */
const COMPLETE: readonly (readonly RegExp[])[] = [
  [/城镇/, /乡村|农村/],
  [/出口/, /进口/],
  [/^税收/, /^非税/],
  [/男性|男(?=\d|$)/, /女性|女(?=\d|$)/],
  [/第一产业|一产/, /第二产业|二产/, /第三产业|三产/],
  [/活期/, /定期/],
]

/** Parts that do not make up their whole: shares of 三次产业, numbers behind 合计, and parts named behind 其中. */
export function checkSums({ text, blocks }: DocumentSource, { sums } = new CheckMemory()): Finding[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'title') return []
    const said = text.slice(block.start, block.end)
    return SUM_WORDS.test(said) ? sums.get(said, block.start, () => checkBlock(text, block)) : []
  })
}

/** What every sum is said with, however it is spaced; looked for before a block is read, which keeps a keystroke cheap. */
const SUM_WORDS = /三\s*次|[合共总]\s*计|合\s*并|其\s*中|加\s*起/

function checkBlock(text: string, block: Block): Finding[] {
  const folded = fold(text, block)
  const found = checkShares(folded)
  const quantities = findQuantities(folded.text)
  for (const sentence of sentences(folded.text)) {
    const within = quantities.filter((q) => q.start >= sentence.start && q.end <= sentence.end)
    found.push(...checkTotals(folded, sentence, within), ...checkParts(folded, sentence, within))
  }
  return found
}

function checkShares(folded: Folded): Finding[] {
  return [...folded.text.matchAll(SHARES)].flatMap((match) => {
    const values = match.slice(1, 4).map(Number)
    const sum = cleanSum(values)
    if (Math.abs(sum - 100) <= SHARES_SLACK) return []
    const range = unfold(folded, match.index, match.index + match[0].length)
    const message = `三次产业比例合计不等于 100：${writtenSum(values)}=${sum}。`
    return [finding(range, message, { expected: 100, found: sum, related: [] })]
  })
}

/** A 12人、B 5人，合计18人. */
function checkTotals(folded: Folded, sentence: Span, quantities: readonly Quantity[]): Finding[] {
  return quantities.flatMap((total, i) => {
    if (!TOTAL_BEFORE.test(folded.text.slice(sentence.start, total.start)) || !isPlain(total)) return []
    const from = lastTotalEnd(folded, sentence, quantities, i)
    const parts = quantities.slice(0, i).filter((part) => part.start >= from)
    const same = parts.filter((part) => part.unit === total.unit)
    const words = folded.text.slice(from, total.start)
    if (same.length < 2 || same.length !== parts.length || NO_LIST.test(words) || !same.every(isPlain)) return []
    return judge(folded, total, same, '合计')
  })
}

/** Where the list of this total begins: behind the total before it, or at the sentence. */
function lastTotalEnd(folded: Folded, sentence: Span, quantities: readonly Quantity[], at: number): number {
  const before = quantities
    .slice(0, at)
    .findLast((quantity) => TOTAL_BEFORE.test(folded.text.slice(sentence.start, quantity.start)))
  return before?.end ?? sentence.start
}

/** 总人口58.1万人，其中城镇25.2万人，乡村32.9万人. */
function checkParts(folded: Folded, sentence: Span, quantities: readonly Quantity[]): Finding[] {
  const { text } = folded
  const found: Finding[] = []
  for (let at = text.indexOf('其中', sentence.start); at >= 0 && at < sentence.end; at = text.indexOf('其中', at + 2)) {
    const next = text.indexOf('其中', at + 2)
    const end = next < 0 || next > sentence.end ? sentence.end : next
    const whole = quantities.findLast((q) => q.end <= at && isPlain(q) && isLevel(text, q, sentence))
    if (whole === undefined || at - clauseEnd(text, whole.end, sentence.end) > 12) continue
    const parts = quantities.filter((q) => q.start >= at && q.end <= end && isPart(text, q, whole, at))
    const named = completeParts(text, parts, at)
    if (named !== null) found.push(...judge(folded, whole, named, '其中各项相加'))
    else found.push(...parts.flatMap((part) => tooLarge(folded, whole, part)))
  }
  return found
}

function isPlain({ bound, max, form }: Quantity): boolean {
  return bound === null && max === null && (form === 'arabic' || form === 'chinese')
}

/** Not a growth, a rate or a change: only amounts add up. */
function isLevel(text: string, quantity: Quantity, sentence: Span): boolean {
  if (['percent', 'points', 'multiple', 'time', 'ratio'].includes(quantity.kind)) return false
  return !/(?:增长|增加|减少|下降|提高|多|少|增|减)$/.test(text.slice(sentence.start, quantity.start))
}

function isPart(text: string, part: Quantity, whole: Quantity, from: number): boolean {
  if (!isPlain(part) || part.kind !== whole.kind) return false
  if (/(?:增长|增加|减少|下降|提高|增|减|增支|增收)$/.test(text.slice(from, part.start))) return false
  const a = parseUnit(part.unit)
  const b = parseUnit(whole.unit)
  return comparableUnits(a, b) && (a.kind !== 'count' || part.unit === whole.unit)
}

/** The parts whose names share out the whole, each named once; null where the names do not. */
function completeParts(text: string, parts: readonly Quantity[], from: number): Quantity[] | null {
  const names = parts.map((part, i) =>
    text.slice(parts[i - 1]?.end ?? from, part.start).replace(/^其中[：:，]?|^[，、；。]/g, ''),
  )
  for (const set of COMPLETE) {
    const chosen = set.map((pattern) => names.filter((name) => pattern.test(name)))
    if (!chosen.every((matching) => matching.length === 1)) continue
    const own = parts.filter((_, i) => set.some((pattern) => pattern.test(names[i] ?? '')))
    if (own.length === set.length && own.length === parts.length) return own
  }
  return null
}

function judge(folded: Folded, total: Quantity, parts: readonly Quantity[], how: string): Finding[] {
  const unit = parseUnit(total.unit)
  const values = parts.map((part) => convert(part, unit.factor))
  const sum = cleanSum(values)
  if (Math.abs(sum - total.value) <= slackOf(total, values)) return []
  const message = `分项与总数不符：${how}${writtenSum(values)}=${sum}${total.unit}，文中总数为 ${total.value}${total.unit}。`
  const related = parts.map((part) => unfold(folded, part.start, part.end))
  return [finding(unfold(folded, total.start, total.end), message, { expected: sum, found: total.value, related })]
}

function tooLarge(folded: Folded, whole: Quantity, part: Quantity): Finding[] {
  const value = convert(part, parseUnit(whole.unit).factor)
  if (value <= whole.value + slackOf(whole, [value])) return []
  const message = `“其中”一项大于总数：其中 ${part.value}${part.unit}，总数 ${whole.value}${whole.unit}。`
  const related = [unfold(folded, whole.start, whole.end)]
  return [finding(unfold(folded, part.start, part.end), message, { expected: whole.value, found: value, related })]
}

/** People and things are counted, not rounded; amounts and numbers in 万 are. */
function slackOf(total: Quantity, values: readonly number[]): number {
  const unit = parseUnit(total.unit)
  const counted = unit.factor === 1 && ['count', 'people'].includes(unit.kind)
  return counted ? 1e-9 : roundingSlack([...values, total.value])
}

function convert(part: Quantity, factor: number): number {
  return Number(((part.value * parseUnit(part.unit).factor) / factor).toPrecision(12))
}

interface Evidence {
  readonly expected: number
  readonly found: number
  readonly related: readonly Range[]
}

function finding(range: Range, message: string, evidence: Evidence): Finding {
  return { code: 'sum-mismatch', severity: 'warning', message, ...range, ...evidence }
}
