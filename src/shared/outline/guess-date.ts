import { parseChineseNumber } from '../text/chinese-number.ts'
import type { DocumentKind } from './document-facts.ts'
import { type FactSource, type Guess, ofRoles, place } from './fact-source.ts'
import { parseYear } from './guess-period.ts'

const DATE =
  /([0-9０-９]{4}|[〇○零一二三四五六七八九]{4})\s*年\s*([0-9０-９]{1,2}|[一二三四五六七八九十]{1,2})\s*月\s*([0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})\s*日/
/** The date in a file's name: 2021-08-25, 20210825. */
const FILE_DATE = /(?<!\d)((?:19|20)\d{2})[-._]?(0?[1-9]|1[0-2])[-._]?(0[1-9]|[12]\d|3[01])(?!\d)/
/** A line of particulars that gives the date of the document in figures. */
const DATED = /(?:成文|发文|印发|公布)(?:日期|时间)[：:]/
/** What a law's date is: that of its last change. 施行 is when it comes into force. */
const PASSED = /通过|公布|发布|修订|修正|批准|令第/
/** When a page was put on the web says nothing of the document. */
const PUBLISHED = /发布时间|发布日期|来源|浏览|上传/

/**
 * Guesses the date of a text, as ISO date: of a report when it was given, of a law when it was last changed, of a letter when it was
 * signed. Dates in paragraphs are of other things.
 */
export function guessDate(sources: readonly FactSource[], kind: DocumentKind): Guess<string> | null {
  const lines = ofRoles(sources, 'title', 'line').filter(({ text }) => !PUBLISHED.test(text))
  if (kind === 'law') {
    const changes = lines.filter(({ text }) => PASSED.test(text)).flatMap(datesIn)
    const last = changes.reduce<Guess<string> | null>(
      (late, one) => (late === null || one.value > late.value ? one : late),
      null,
    )
    if (last !== null) return last
  }
  const dated = lines.filter(({ text }) => DATED.test(text))
  const signed = ofRoles(sources, 'end').filter(({ text }) => text.trim().replace(DATE, '') === '')
  return (
    firstDate(lines, DATE) ??
    firstDate(dated, FILE_DATE) ??
    firstDate(signed, DATE) ??
    firstDate(ofRoles(sources, 'file'), DATE) ??
    firstDate(ofRoles(sources, 'file'), FILE_DATE)
  )
}

function firstDate(sources: readonly FactSource[], pattern: RegExp): Guess<string> | null {
  for (const source of sources) {
    const found = dateIn(source, pattern)
    if (found !== null) return found
  }
  return null
}

/** All dates of a line: what a city passed, its province approves later. */
function datesIn(source: FactSource): readonly Guess<string>[] {
  return [...source.text.matchAll(new RegExp(DATE, 'g'))].flatMap(({ index }) => {
    return dateIn({ ...source, text: source.text.slice(index), offset: place(source, index) }, DATE) ?? []
  })
}

function dateIn(source: FactSource, pattern: RegExp): Guess<string> | null {
  const match = pattern.exec(source.text)
  const year = parseYear(match?.[1])
  const month = parseSmall(match?.[2])
  const day = parseSmall(match?.[3])
  if (!match || year === null || month === null || day === null || month > 12 || day > 31) return null
  const value = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return { value, quote: match[0], start: place(source, match.index) }
}

function parseSmall(text: string | undefined): number | null {
  if (text === undefined) return null
  const ascii = text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
  const value = /^[0-9]+$/.test(ascii) ? Number(ascii) : parseChineseNumber(ascii)
  return value !== null && value > 0 ? value : null
}
