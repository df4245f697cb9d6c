import { ACTION_VERBS, HEAD_ADVERBS, longestFirst, NOUN_AFTER_VERB, SCOPES } from './vocabulary.ts'

/** A noun phrase in folded text with what was taken off before it. */
export interface Head {
  readonly start: number
  readonly end: number
  /** The action verb before the noun (新增, 改造提升), or null. */
  readonly verb: string | null
  readonly scope: string | null
}

const ADVERB = new RegExp(`^(?:${longestFirst(HEAD_ADVERBS)})`)
const SCOPE = new RegExp(`^(?:${longestFirst(SCOPES)})`)
const TIME =
  /^(?:(?:到|至|在)?(?:20\d\d|二[〇零○][〇零○一二三四五六七八九]{2})年(?:底|末|前|以前|年底|度)?(?:前|时)?|“?十[一二三四五六七八九]五”?(?:时期|期间|末|规划期)?|每[年月周季][度]?|[上下]半年)/
const VERB = new RegExp(`^(?:${longestFirst(ACTION_VERBS)})`)
const ANY_VERB = new RegExp(`(?:${longestFirst(ACTION_VERBS)})`, 'g')
const PUNCTUATION = /^[、：，—\-]+/

/** Strips stance, time and scope from the beginning of `text[start, end)`. */
export function stripHead(text: string, start: number, end: number): Head {
  let at = start
  let scope: string | null = null
  for (;;) {
    const rest = text.slice(at, end)
    const found = PUNCTUATION.exec(rest) ?? TIME.exec(rest) ?? adverb(rest) ?? SCOPE.exec(rest)
    if (found === null || found[0].length === 0 || found[0].length > rest.length) break
    if (SCOPE.test(rest) && found[0] === SCOPE.exec(rest)?.[0]) {
      // 全社会研发经费 and 全国 stay in the name where nothing but they make it one.
      if (rest.length - found[0].length < 2) break
      scope = found[0]
    }
    at += found[0].length
  }
  return { start: at, end, verb: null, scope }
}

/** An adverb is taken off only when a name of two characters or more is left: 对外贸易 keeps its 对. */
function adverb(rest: string): RegExpExecArray | null {
  const found = ADVERB.exec(rest)
  if (found === null) return null
  if (/^(?:为|对|在|由|从|将|把|和|及|与|以|并|再|让|使|能|要|还|到|至|也|即|是|另|共)$/.test(found[0])) {
    return /^(?:对外|由于|从业|并网|能源|能耗|和美|及时|为民|要素|再生|以旧|在校|在岗|在建|共同|共享|与会|以上|到位|对口|使用|再贷款|再制造|让利|即时|共建|在册|在营)/.test(
      rest,
    )
      ? null
      : found
  }
  if (
    /^(?:基本|保障|加强|优化|持续|综合|重点|集中|计划|高水平|高标准|高质量|各类|保持|分类|五年|有效|通过|累计|统筹|精心|新一轮|预期)/.test(
      found[0],
    )
  ) {
    return /^(?:基本(?:养老|医疗|公共|农田|建设|药物|殡葬|单元)|保障(?:性|房|水平|人口|金|范围)|重点(?:项目|工程|企业|群体|领域|人群|产业|水|县|镇|流域|行业|城市|实验室|高校|建设|片区|村|人才|工业)|集中(?:供|式|连片|居住)|计划(?:生育|投资|总投资)|高标准农田|高水平(?:大学|人才|医院|创新|科研|学校|研究|平台|学科|高校|师资)|高质量(?:就业|发明|发展|专利)|有效(?:发明|投资|灌溉|期|专利|率)|综合|累计[^完实建新]|高水平$|统筹区)/.test(
      rest,
    )
      ? null
      : found
  }
  return found
}

/**
 * Finds the object of an action: 「力争新增国家高新企业」 gives 国家高新企业 with verb 新增. Looks first at the beginning (behind
 * adverbs), then for the first action verb inside (利用…场地新改建体育场地). `verb` is null when there is none.
 */
export function findObject(text: string, start: number, end: number): Head {
  const head = stripHead(text, start, end)
  const first = VERB.exec(text.slice(head.start, end))
  if (first !== null && isVerb(text, head.start, first[0], end)) return afterVerb(text, head, head.start, first[0])
  ANY_VERB.lastIndex = 0
  const rest = text.slice(head.start, end)
  for (let found = ANY_VERB.exec(rest); found !== null; found = ANY_VERB.exec(rest)) {
    const at = head.start + found.index
    if (
      found.index >= 2 &&
      found.index + found[0].length < rest.length &&
      found[0].length > 1 &&
      isVerb(text, at, found[0], end)
    )
      return afterVerb(text, head, at, found[0])
  }
  return head
}

function isVerb(text: string, at: number, verb: string, end: number): boolean {
  const rest = text.slice(at + verb.length, end)
  return rest === '' || !NOUN_AFTER_VERB.test(rest)
}

/** Behind the verb, and behind verbs joined to it (新建和改造提升, 培育、引进). */
function afterVerb(text: string, head: Head, at: number, verb: string): Head {
  let next = at + verb.length
  let said = verb
  for (;;) {
    const joined = /^(?:和|及|、|并|或)?/.exec(text.slice(next, head.end))?.[0] ?? ''
    const more = VERB.exec(text.slice(next + joined.length, head.end))
    if (more === null || more[0].length < 2 || !isVerb(text, next + joined.length, more[0], head.end)) break
    if (next + joined.length + more[0].length >= head.end && joined === '') break
    said += joined + more[0]
    next += joined.length + more[0].length
  }
  const object = stripHead(text, next, head.end)
  return { start: object.start, end: head.end, verb: said, scope: object.scope ?? head.scope }
}
