import { ACTION_VERBS, HEAD_ADVERBS, HEAD_NOUNS, longestFirst, NOUN_AFTER_VERB, SCOPES } from './vocabulary.ts'

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
  /^(?:(?:到|至|在)?(?:20\d\d|二[〇零○][〇零○一二三四五六七八九]{2})年(?:底|末|度|前|以前)?(?:前|时)?|“?十[一二三四五六七八九]五”?(?:时期|期间|末|规划期)?|每[年月周季]度?|[上下]半年)/
const VERB = new RegExp(`^(?:${longestFirst(ACTION_VERBS)})`)
const ANY_VERB = new RegExp(`(?:${longestFirst(ACTION_VERBS)})`, 'g')
const PUNCTUATION = /^[、：，—-]+/

/** Strips stance, time and scope from the beginning of `text[start, end)`. */
export function stripHead(text: string, start: number, end: number): Head {
  let at = start
  let scope: string | null = null
  for (;;) {
    const rest = text.slice(at, end)
    const found = PUNCTUATION.exec(rest) ?? TIME.exec(rest) ?? adverb(rest)
    if (found !== null) {
      at += found[0].length
      continue
    }
    const covers = SCOPE.exec(rest)?.[0]
    // 全国 stays where hardly anything else makes the name.
    if (covers === undefined || rest.length - covers.length < 2) break
    scope = covers
    at += covers.length
  }
  return { start: at, end, verb: null, scope }
}

/** A stance word, unless it begins a noun (对外贸易, 基本养老保险). */
function adverb(rest: string): RegExpExecArray | null {
  return HEAD_NOUNS.some((noun) => noun.test(rest)) ? null : ADVERB.exec(rest)
}

/**
 * Finds the object of an action: 「力争新增国家高新企业」 gives 国家高新企业 with verb 新增. Looks first at the beginning (behind
 * adverbs), then for the first action verb inside (利用…场地新改建体育场地). `verb` is null when there is none.
 */
export function findObject(text: string, start: number, end: number): Head {
  const head = stripHead(text, start, end)
  const rest = text.slice(head.start, end)
  const first = VERB.exec(rest)
  if (first !== null && isVerb(rest, 0, first[0])) return afterVerb(text, head, head.start, first[0])
  for (const found of rest.matchAll(ANY_VERB)) {
    const verb = found[0]
    const behind = found.index + verb.length
    if (found.index < 2 || verb.length < 2 || behind >= rest.length || !isVerb(rest, found.index, verb)) continue
    return afterVerb(text, head, head.start + found.index, verb)
  }
  return head
}

/** The object of the verb that a phrase begins with, or null when it begins with none or has no object. */
export function leadingObject(text: string, head: Head): Head | null {
  const first = VERB.exec(text.slice(head.start, head.end))
  if (first === null || !isVerb(text.slice(head.start, head.end), 0, first[0])) return null
  const object = afterVerb(text, head, head.start, first[0])
  return object.start < object.end ? object : null
}

function isVerb(rest: string, at: number, verb: string): boolean {
  const behind = rest.slice(at + verb.length)
  return behind === '' || !NOUN_AFTER_VERB.test(behind)
}

/** Behind the verb, and behind verbs joined to it (新建和改造提升, 培育、引进). */
function afterVerb(text: string, head: Head, at: number, verb: string): Head {
  let next = at + verb.length
  let said = verb
  for (;;) {
    const rest = text.slice(next, head.end)
    const joined = /^(?:和|及|、|并|或)?/.exec(rest)?.[0] ?? ''
    const more = VERB.exec(rest.slice(joined.length))?.[0] ?? ''
    if (more.length < 2 || !isVerb(rest, joined.length, more)) break
    // A last verb alone is the object: 实施 城中村改造, 完成 整治.
    if (joined.length + more.length === rest.length && joined === '' && said.length < 4) break
    said += joined + more
    next += joined.length + more.length
  }
  const object = stripHead(text, next, head.end)
  return { start: object.start, end: head.end, verb: said, scope: object.scope ?? head.scope }
}

/** True when `text[start, end)` is nothing but stance words and action verbs: 改造提升, 力争新增. */
export function isOnlyVerb(text: string, start: number, end: number): boolean {
  const head = stripHead(text, start, end)
  let rest = text.slice(head.start, end)
  if (rest === '') return false
  while (rest !== '') {
    const found = VERB.exec(rest)?.[0] ?? /^(?:和|及|、|并|或)/.exec(rest)?.[0]
    if (found === undefined) return false
    rest = rest.slice(found.length)
  }
  return true
}
