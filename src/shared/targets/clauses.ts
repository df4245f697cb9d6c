import type { Quantity } from './quantities.ts'

/** A span of folded text, end exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

const SENTENCE_END = /[。！？；]/g
const CLAUSE_MARK = '，；：。！？①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮'

/** Splits folded text at 。！？；. */
export function sentences(text: string): Span[] {
  const spans: Span[] = []
  let start = 0
  for (const found of text.matchAll(SENTENCE_END)) {
    if (found.index > start) spans.push({ start, end: found.index })
    start = found.index + 1
  }
  if (start < text.length) spans.push({ start, end: text.length })
  return spans
}

/**
 * Where the clause of a position begins: behind the last ，；： before it, not inside brackets that close before it; an open
 * bracket that is not closed is a boundary too.
 */
export function clauseStart(text: string, at: number, from: number): number {
  let depth = 0
  for (let i = at - 1; i >= from; i -= 1) {
    const char = text.charAt(i)
    if (char === '）') depth += 1
    else if (char === '（') {
      if (depth === 0) return i + 1
      depth -= 1
    } else if (depth === 0 && CLAUSE_MARK.includes(char)) return i + 1
  }
  return from
}

/** Where the clause of a position ends: at the next ，；：。 or closing bracket on its own level. */
export function clauseEnd(text: string, at: number, to: number): number {
  let depth = 0
  for (let i = at; i < to; i += 1) {
    const char = text.charAt(i)
    if (char === '（') depth += 1
    else if (char === '）') {
      if (depth === 0) return i
      depth -= 1
    } else if (depth === 0 && CLAUSE_MARK.includes(char)) return i
  }
  return to
}

/** A quantity within its clause, with its neighbours there. */
export interface Placed {
  readonly quantity: Quantity
  readonly clause: Span
  /** The quantity before it in the same clause. */
  readonly before: Quantity | null
  readonly after: Quantity | null
  /** Where the words of its list item begin. */
  readonly itemStart: number
  /** Set when a connector joins it to the one before: 40家、100家; 10所和20所. */
  readonly joined: boolean
}

export const CONNECTOR_FIRST = /^(?:、|和|及|以及|与|或|并|暨)/
export const CONNECTOR_LAST = /(?:、|和|及|以及|与)$/

/** 7个项目征地384亩, 12个小区外墙改造5万平方米: whose work the second number measures. */
const TASK_OF =
  /^(?:项目|工程|企业|小区|村庄?|社区|园区|乡镇)(?=[\u4e00-\u9fff]{2,}(?:征收|改造|建设|整治|治理|修复|铺设|绿化|拆迁|流转|安装)$|$)/

/**
 * Where the second noun of 「66个重点县和豫东平原」 begins, what stands between two numbers: the first noun is counted by the
 * number before, the second by the one behind. 0 where there is no such connector.
 */
export function innerConnector(gap: string, of: Quantity): number {
  const task = of.kind === 'count' ? (TASK_OF.exec(gap)?.[0].length ?? 0) : 0
  if (task > 0) return task
  return /^[\u4e00-\u9fff]{2,}?(?:、|和(?![美谐平睦])|以及|及|与)(?=[^、和及与]{2,}$)/.exec(gap)?.[0].length ?? 0
}

/** Sets the quantities of one sentence into their clauses. */
export function placeQuantities(text: string, sentence: Span, quantities: readonly Quantity[]): Placed[] {
  const spans = quantities.map((quantity) => ({
    start: clauseStart(text, quantity.start, sentence.start),
    end: clauseEnd(text, quantity.end, sentence.end),
  }))
  let itemStart = sentence.start
  return quantities.map((quantity, i) => {
    const clause = spans[i] ?? sentence
    const before = spans[i - 1]?.start === clause.start ? (quantities[i - 1] ?? null) : null
    const after = spans[i + 1]?.start === clause.start ? (quantities[i + 1] ?? null) : null
    const gap = before === null ? '' : text.slice(before.end, quantity.start)
    const connector = CONNECTOR_FIRST.exec(gap)?.[0].length ?? (CONNECTOR_LAST.test(gap) ? gap.length : 0)
    const joined = before !== null && connector > 0
    const inner = before === null || joined ? 0 : innerConnector(gap, before)
    if (before === null) itemStart = clause.start
    else if (joined) itemStart = before.end + connector
    else if (inner > 0) itemStart = before.end + inner
    return { quantity, clause, before, after, itemStart, joined: joined || inner > 0 }
  })
}
