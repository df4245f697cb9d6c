/**
 * Numbers that are no quantity: parts of names and slogans (“1+1+5+N”, G60, 5A级, 330国道), dates, ordinals, versions.
 * All functions work on folded text.
 */

const OPENING = '“‘《〈「『【'
const CLOSING = '”’》〉」』】'
/** A quotation longer than this is speech, whose numbers count; shorter ones are names. */
const LONGEST_NAME = 40

/** For each character of `text`, whether it stands inside a quoted name or a title. */
export function quotedSpans(text: string): Uint8Array {
  const inside = new Uint8Array(text.length)
  const open: number[] = []
  for (let i = 0; i < text.length; i += 1) {
    const char = text.charAt(i)
    if (OPENING.includes(char)) open.push(i)
    else if (CLOSING.includes(char)) {
      const start = open.pop()
      if (start !== undefined && i - start <= LONGEST_NAME) inside.fill(1, start, i + 1)
    }
  }
  return inside
}

/** Acronyms of indicators that a number may follow directly: 占GDP3%. Any other letter before a number makes a name. */
const ACRONYM_BEFORE = /(?:GDP|CPI|PPI|FDI|AED|EOD|R&D|APP|GEP|ETC|LNG|VC|PE|REITs|[Ⅰ-Ⅻ])$/i
const DATE_AFTER = /^(?:年(?!限|龄|期)|周年|月(?!均)|日(?!均|元)|号|时(?!间)|点(?!\d)|世纪|年代)/
const NAME_AFTER =
  /^(?:(?:个|大|项)?(?:方面|统筹|坚持|更加|维度)|国道|省道|县道|乡道|号|强(?!度)|版|方案|代|期(?!间)|级(?:以上)?|届|次(?:全会|会议|全体|代表|党代会)|分钟(?:[^以左内，。、；]{0,8}圈)|小时[^以左内，。、；]{0,10}圈|周岁|型|系列|式|连冠|制|维|个常态化|\+|×)/
const LETTER_AFTER = /^[A-Za-z]/
const UNIT_LETTERS = /^(?:m³|GW|MW|kW|km|TEU|PFLOPS|EFLOPS|P(?![A-Za-z])|Gbps|Mbps|Tbps|G(?=bps))/

/** True when the number from `start` to `end` of `text` belongs to a name, a date, an ordinal or a version. */
export function isPartOfName(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 16), start)
  const after = text.slice(end, end + 14)
  const last = before.at(-1) ?? ''
  if (/[A-Za-z]/.test(last) && !ACRONYM_BEFORE.test(before)) return true
  if ('第+×Ⅲ○'.includes(last) && last !== '') return true
  if (last === '.' || (last === '-' && !/\d.{0,3}-$/.test(before)) || last === '/') return true
  if (LETTER_AFTER.test(after) && !UNIT_LETTERS.test(after)) return true
  // 1：2.58: a proportion of two parts.
  if (/^[：:]\d/.test(after) || /\d[：:]$/.test(before)) return true
  // 青年50人论坛
  if (/^人(?:论坛|团|谈|组(?!织)|辩|足球|篮球|排球)/.test(after)) return true
  if (NAME_AFTER.test(after)) return true
  if (isDate(text, start, end, after)) return true
  return /^(?:条|项|招|点|策|举措|个)/.test(after) && isPolicyCount(before, after)
}

function isDate(text: string, start: number, end: number, after: string): boolean {
  const number = text.slice(start, end)
  if (/^(?:19|20|21)\d\d$/.test(number) && /^(?:年|[-/]|—)/.test(after)) return true
  if (/^二[〇零○]/.test(number)) return true
  if (/^\d{1,2}$/.test(number) && /^月(?:\d|份|底|末|初|中|上|下|前|，|。|、|以|起|正|至|-|$)/.test(after)) return true
  return DATE_AFTER.test(after) && !after.startsWith('年')
}

/** 人才新政20条, 民营经济32条政策: counts inside the name of a policy. */
function isPolicyCount(before: string, after: string): boolean {
  return (
    /(?:新政|政策|措施|意见|条例|办法|举措|细则)$/.test(before) ||
    (/(?:方案|工程)$/.test(before) && /^[条招点策]/.test(after)) ||
    (before.endsWith('新') && after.startsWith('条')) ||
    /^(?:条[^，。、；\d]{0,4}|[项招])(?:政策|措施|意见|新政|举措|细则|办法|禁令|军规|铁律)/.test(after) ||
    (/(?:落实|执行|兑现|贯彻|坚持|[、，）])[^，。；、]{0,3}$|(?:落实|执行|兑现)[^，。；]{0,12}$/.test(before) &&
      /^[条项招][^，。、；\d]{1,4}(?:政策|措施|规定|要求|制度|原则|禁令)/.test(after))
  )
}
