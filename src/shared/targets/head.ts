import { plainSet, wordAt, wordBefore } from './word-set.ts'
import { ACTION_VERBS, NOUN_AFTER_VERB } from './words/action-verbs.ts'
import { HEAD_ADVERBS, HEAD_NOUNS, SCOPES } from './words/name-words.ts'

/** A noun phrase in folded text with what was taken off before it. */
export interface Head {
  readonly start: number
  readonly end: number
  /** The action verb before the noun (新增, 改造提升), or null. */
  readonly verb: string | null
  readonly scope: string | null
}

const ADVERBS = plainSet(HEAD_ADVERBS)
const SCOPE_WORDS = plainSet(SCOPES)
const VERBS = plainSet(ACTION_VERBS)
const TIME =
  /^(?:(?:到|至|在)?(?:(?:19|20)\d\d|二[〇零○][〇零○一二三四五六七八九]{2})年(?:底|末|度|前|以前)?(?:前|时)?|“?十[一二三四五六七八九]五”?(?:时期|期间|末|规划期)?|“[六七八九]五”(?:时期|期间|末)?按?|每[年月周季]度?|[上下]半年|用[一二两三四五\d]年(?:左右)?的?时间|[一二三四五六七八九]是(?!否))/
const TIME_START = '到至在12“十每上下用一二三四五六七八九'
const TAKES_PART = /^(?:主导|参与|牵头|主持)/
const PUNCTUATION = '、：，—-'
const JOINT = /^(?:和|及|、|并|或)/

/** Strips stance, time and scope from the beginning of `text[start, end)`. */
export function stripHead(text: string, start: number, end: number): Head {
  let at = start
  let scope: string | null = null
  for (;;) {
    const length = stanceLength(text, at, end)
    if (length > 0) {
      at += length
      continue
    }
    const covers = wordAt(SCOPE_WORDS, text, at, end)
    // 全国 stays where hardly anything else makes the name.
    if (covers === '' || end - at - covers.length < 2) break
    scope = covers
    at += covers.length
  }
  return { start: at, end, verb: null, scope }
}

/** Length of the punctuation, time or stance word at `at`; 0 where the noun begins (对外贸易, 基本养老保险). */
function stanceLength(text: string, at: number, end: number): number {
  if (at >= end) return 0
  const first = text.charAt(at)
  if (PUNCTUATION.includes(first)) return 1
  if (TIME_START.includes(first)) {
    const time = TIME.exec(text.slice(at, Math.min(end, at + 16)))
    if (time !== null) return time[0].length
  }
  const word = wordAt(ADVERBS, text, at, end)
  if (word === '') return 0
  const ahead = text.slice(at, Math.min(end, at + 8))
  return HEAD_NOUNS.some((noun) => noun.test(ahead)) ? 0 : word.length
}

/**
 * Finds the object of an action: 「力争新增国家高新企业」 gives 国家高新企业 with verb 新增. Looks first at the beginning (behind
 * adverbs), then for the first action verb inside (利用…场地新改建体育场地). `verb` is null when there is none.
 */
export function findObject(text: string, start: number, end: number): Head {
  const head = stripHead(text, start, end)
  const first = verbAt(text, head.start, end)
  if (first !== '') return afterVerb(text, head, head.start, first)
  // 主导和参与制定国家标准: what is counted is the taking part.
  if (TAKES_PART.test(text.slice(head.start, end))) return { ...head, verb: text.slice(head.start, head.start + 2) }
  for (let at = head.start + 2; at < end; at += 1) {
    const verb = verbAt(text, at, end)
    if (verb.length >= 2 && at + verb.length < end && !ATTRIBUTIVE.test(verb)) return afterVerb(text, head, at, verb)
    if (verb.length >= 2) at += verb.length - 1
  }
  return head
}

/** Verbs that stand inside names: 农业创新驿站, 养老服务站点. */
const ATTRIBUTIVE = /^(?:创新|服务|研发|销售|养殖|登记|配送|监测|检查|转化|孵化|巩固|检验|加装)$/

/** The object of the verb that a phrase begins with, or null when it begins with none or has no object. */
export function leadingObject(text: string, head: Head): Head | null {
  const first = verbAt(text, head.start, head.end)
  if (first === '') return null
  const object = afterVerb(text, head, head.start, first)
  return object.start < object.end ? object : null
}

/** The action verb of two characters or more that ends at `end`, or ''. */
export function actionVerbBefore(text: string, from: number, end: number): string {
  const verb = wordBefore(VERBS, text, from, end)
  return verb.length >= 2 ? verb : ''
}

/** The action verb at `at`, or '' where the word begins a noun (建设用地, 服务业). 新增, 新建 … never do. */
function verbAt(text: string, at: number, end: number): string {
  // 五年共建成: 共 belongs to no verb.
  if (text.startsWith('共建成', at)) return ''
  const verb = wordAt(VERBS, text, at, end)
  if (verb.startsWith('新')) return verb
  if (verb === '') return renewedVerb(text, at, end)
  const behind = text.slice(at + verb.length, Math.min(end, at + verb.length + 4))
  // 完成投资, 争取资金: verbs that hardly begin a noun.
  if (
    /^(?:完成|实现|达成|争取|引进|取得|获得|建成|谋划|签约|储备|开工|减少|减轻|削减|缩减|核减|压减|取消|停征|帮助|帮扶|扶持|吸引|淘汰|关停|清理|惠及|盘活|共建)$/.test(
      verb,
    )
  )
    return /^(?:率|度|量|额|情况|费|力度)/.test(behind) ? '' : verb
  return behind !== '' && NOUN_AFTER_VERB.test(behind) ? '' : verb
}

/** 新栽植, 新打造: 新 before any verb of two characters; '' where there is none. */
function renewedVerb(text: string, at: number, end: number): string {
  const verb = text.charAt(at) === '新' ? wordAt(VERBS, text, at + 1, end) : ''
  return verb.length >= 2 ? `新${verb}` : ''
}

/** Behind the verb, and behind verbs joined to it (新建和改造提升, 培育、引进). */
function afterVerb(text: string, head: Head, at: number, verb: string): Head {
  let next = at + verb.length + (verb.length > 1 && '好了'.includes(text.charAt(at + verb.length) || ' ') ? 1 : 0)
  let said = verb
  for (;;) {
    const joined = JOINT.exec(text.slice(next, next + 1))?.[0] ?? ''
    const more = verbAt(text, next + joined.length, head.end)
    if (more.length < 2) break
    // A last verb alone is the object: 实施 城中村改造, 完成 整治.
    if (next + joined.length + more.length === head.end && joined === '' && said.length < 4) break
    said += joined + more
    next += joined.length + more.length
  }
  const object = stripHead(text, next, head.end)
  return { start: object.start, end: head.end, verb: said, scope: object.scope ?? head.scope }
}

/** True when `text[start, end)` is nothing but stance words and action verbs: 改造提升, 力争新增. */
export function isOnlyVerb(text: string, start: number, end: number): boolean {
  let at = stripHead(text, start, end).start
  if (at >= end) return false
  while (at < end) {
    const found = wordAt(VERBS, text, at, end) || renewedVerb(text, at, end) || (JOINT.exec(text.charAt(at))?.[0] ?? '')
    if (found === '') return false
    at += found.length
  }
  return true
}
