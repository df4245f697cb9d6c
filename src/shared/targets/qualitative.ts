import { clauseEnd, type Span } from './clauses.ts'
import { stripHead } from './head.ts'

/** A goal without a number: its clause and the indicator in it. */
export interface QualitativeGoal extends Span {
  readonly indicator: string
}

/** 主要目标是：, 主要预期目标为：, 主要目标概括为六个方面：: what follows are goals. */
const GOAL_LIST =
  /(?:主要|发展|预期|奋斗|总体|具体|工作)(?:预期)?目标(?:任务)?(?:概括|归纳)?(?:是|为)?(?:[一二三四五六七八九十]个方面)?[：:]|(?:主要|预期|发展)目标(?:是|为)[，：:]?/
/** What a goal without number ends with: how the matter is to stand. */
const PREDICATE =
  /(?:同步|平衡|稳定|提高|提升|增强|改善|完善|健全|优化|巩固|下降|减少|上升|增长|扩大|缩小|进展|成效|突破|保障|形成|显现|呈现|稳中(?:有|提|向|求).|防控|一致|均衡|普惠|充分|充分发挥|协调|和谐|前列|领先|台阶|新高度|新水平|标杆|好转|达标|全覆盖|基本建成|加快.{2,6}|新步伐|新风尚|新高地|基本框架|“应.尽.”|便利可及|融合发展|高效运转|完备|步伐加快|更趋合理|拓展|彰显|深入人心|繁荣|规范|高效|释放|丰富|得到.{2,8}|更加.{2,8}|更趋.{2,6}|更多的.{2,4}感|持续.{2,6}|明显.{2,4}|显著.{2,4}|(?:完成|实现|达到|满足).*(?:指标|任务|目标|计划|要求|标准))$/
/** 高于全省平均水平, 达到国家二级标准: measured against others. */
const AGAINST_OTHERS =
  /(?:高于|快于|超过|低于|达到|好于|优于|保持)(?:全[国省市县区州]|世界|国际|发达|国家|沿海|同类)[^，]{0,10}(?:水平|平均|标准|前列)$/
/** Clauses that say how to go about it, and what speaks of goals instead of setting one. */
const NO_GOAL =
  /^(?:推动|推进|加快|加强|强化|深化|坚持|围绕|按照|为|通过|着力|努力与|体现|综合考虑|考虑|保持.{0,8}投资|更加注重|根据|要?按照)|(?:上述|以上|以下|如下|下列|这些|各项)[^，]{0,10}(?:目标|指标|任务|要求)|^以.+为(?:目标|重点|抓手|核心|主线|引领|导向)$/
const LONGEST = 60
/** 一是…, 二要…: counts the goals, and is no part of one. */
const COUNT = /^\s*(?:——|[一二三四五六七八九十]{1,3}[是要])/
/** The 2.5 of PM2.5 is no figure. */
const PARTICLES = /PM(?:2\.5|10)/g

/** Where the goals of a sentence begin, when it lists goals; null otherwise. */
export function goalListStart(text: string, sentence: Span): number | null {
  const found = GOAL_LIST.exec(text.slice(sentence.start, sentence.end))
  return found === null ? null : sentence.start + found.index + found[0].length
}

/**
 * The clauses of `span`, the goals of one sentence, that state a goal without a number. `taken` are the spans of goals with one.
 */
export function qualitativeGoals(text: string, span: Span, taken: readonly Span[]): QualitativeGoal[] {
  if (isHeadline(text, span)) return []
  const goals: QualitativeGoal[] = []
  for (let start = span.start; start < span.end; ) {
    const end = clauseEnd(text, start, span.end)
    const clause = { start: start + (COUNT.exec(text.slice(start, end))?.[0].length ?? 0), end }
    start = end + 1
    if (taken.some((other) => other.start < clause.end && other.end > clause.start)) continue
    const words = text.slice(clause.start, clause.end)
    if (!isGoal(words)) continue
    const head = stripHead(text, clause.start, clause.end)
    goals.push({ ...clause, indicator: subject(text.slice(head.start, head.end)) })
  }
  return goals
}

function isGoal(words: string): boolean {
  if (words.length < 5 || words.length > LONGEST || /\d/.test(words.replace(PARTICLES, ''))) return false
  return (PREDICATE.test(words) || AGAINST_OTHERS.test(words)) && !NO_GOAL.test(words)
}

/** 「——人民生活持续改善。」 before the sentence that says how: a title of the goals, none itself. */
function isHeadline(text: string, span: Span): boolean {
  const words = text.slice(span.start, span.end)
  return !words.includes('，') && text.charAt(span.end) === '。' && span.end + 1 < text.length && words.length <= 24
}

const SUBJECT_END =
  /(?:增长)?(?:与经济增长|和经济增长|与.{2,10}同步|高于|快于|超过|低于|基本|继续|明显|显著|进一步|持续|稳步|逐步|不断|更加|更趋|稳中|有效|全面|完成|达到|趋向|实现|得到|加快|取得|保持|总体|大幅|普遍|比较|有较?大|有很大|有新|迈[上出入]|再上|初步|力争|成为|进入|优于|深入人心|充分发挥)/
/** How a matter is to stand, where nothing leads up to it: 自主创新能力增强. */
const STANDS = /(?:提高|提升|增强|改善|完善|健全|优化|巩固|下降|减少|上升|扩大|缩小|加快|好转|稳定|平衡|协调|繁荣)$/

/** The matter that a goal speaks of: what stands before its predicate. */
function subject(clause: string): string {
  const done = /^(?:完成|实现|达到)(?:.{0,8}?下达的)?(.{2,24}?)$/.exec(clause)
  if (done !== null) return done[1] ?? clause
  const end = SUBJECT_END.exec(clause.slice(2))
  if (end !== null) return clause.slice(0, end.index + 2)
  const matter = clause.replace(STANDS, '')
  return matter.length < 2 ? clause : matter
}
