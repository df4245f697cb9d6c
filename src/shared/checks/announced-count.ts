import { parseChineseNumber } from '../text/chinese-number.ts'

/** 以下五个方面：, 七个方面的大事：, 11方面重点工作。: a count at the end of its block, with the list behind it. */
const ANNOUNCED =
  /([一二两三四五六七八九十]{1,3}|\d{1,2})\s*(?:个|大)?\s*(?:方面|大事|件大事|件实事|件民生实事|项(?:重点)?(?:工作|任务|行动|民生实事)|大(?:工程|行动|任务))(?:的?(?:重点|主要|具体)?(?:大事|工作|任务|举措|要求|原则|关系|目标|内容|实事)){0,2}[：:。]?\s*$/
/** 组织实施制造业提质七大行动，逐项明确…: inside a block; it counts the items behind it whose titles say 行动 too. */
const NAMED =
  /(?:实施|开展|推进|抓好|做好|办好|打好|推动|落实|启动|打响)[^，。；：！？]{0,20}?(?<![第之“])([二三四五六七八九十]{1,3}|\d{1,2})\s*[大项个](行动|工程|计划|战役|专项|任务|举措|攻坚战)(?=[，。：；])/
/** What is counted so, looked for first: it is rare, which keeps a keystroke cheap. */
const COUNTED = /[大项个](?:行动|工程|计划|战役|专项|任务|举措|攻坚战)[，。：；]/
/** No announcement at the end of a block is longer. */
const LONGEST_ANNOUNCEMENT = 64

/** A count that a block announces. */
export interface Announced {
  /** What is announced, and where in the block it begins. */
  readonly quote: string
  readonly from: number
  readonly count: number
  /** The word that the titles of the items say, too; null where the count ends its block and counts whatever follows. */
  readonly titled: string | null
}

/** The count that a block announces at its end or within, of two or more. */
export function readAnnounced(text: string): Announced | null {
  const tail = Math.max(0, text.trimEnd().length - LONGEST_ANNOUNCEMENT)
  const atEnd = ANNOUNCED.exec(text.slice(tail))
  const found = atEnd ?? (COUNTED.test(text) ? NAMED.exec(text) : null)
  const count = found === null ? null : readCount(found[1] ?? '')
  if (found === null || count === null || count < 2) return null
  const quote = found[0].replace(/[：:。\s]+$/, '')
  return { quote, from: found.index + (atEnd ? tail : 0), count, titled: atEnd ? null : (found[2] ?? '') }
}

/** A count in digits or in Chinese; null for what is none. */
export function readCount(text: string): number | null {
  return /^\d+$/.test(text) ? Number(text) : parseChineseNumber(text)
}
