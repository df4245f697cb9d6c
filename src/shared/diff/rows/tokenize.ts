/** What a token is; decides what it may match, how much it weighs and what a change of it amounts to. */
export type TokenKind = 'label' | 'number' | 'unit' | 'qualifier' | 'reference' | 'term' | 'word' | 'mark' | 'anchor'

/** A piece of blank-free text with its kind. */
export interface WordPiece {
  readonly text: string
  readonly kind: TokenKind
}

/** Splits text into words; the words joined are the text again. */
export type WordSplitter = (text: string) => readonly string[]

const NUMERALS = '〇零一二三四五六七八九十百千万亿两'
const NUMERAL = `[${NUMERALS}]`
/** Arabic with thousand commas and decimals; fractions and decimals in characters. Bare numerals are found among the words. */
const NUMBER = `[0-9]{1,3}(?:,[0-9]{3})+(?:[.][0-9]+)?|[0-9]+(?:[.][0-9]+)*|[百千万]分之${NUMERAL}+(?:点${NUMERAL}+)?|${NUMERAL}+点[〇零一二三四五六七八九]+`
/** Units that follow a number, longest first. Official statistics use these; an unlisted one is simply a word of its own. */
const UNITS =
  '[个]?百分点|[十百千万亿]*(?:立方米|平方公里|平方千米|平方米|千瓦时|千瓦小时|千瓦|公里|千米|厘米|毫米|公顷|公斤|千克|毫克|微克|兆瓦|分贝|吨标准煤|标准煤|个工作日|人次|人天|美元|欧元|港元|元|人|个|家|户|亩|斤|吨|米|所|项|岁|倍|件|座|张|套|辆|艘|位|名|处|条|种|场|间|床|册|部|台|班|周岁|周年|年|月|日|学时|小时|分钟|次|平方|字|卷)|[十百千万亿]+|[%‰℃]'
/** What bounds a number: the difference between 3%以上 and 3% is one of these. */
const QUALIFIER = '以上|以内|以下|以外|左右|上下|之间'
/** Places of the same or another law: 第十一条, 第二款, 第（三）项. */
const REFERENCE = `第\\(?(?:${NUMERAL}+|[0-9]+)\\)?(?:条之${NUMERAL}+|[条款项章](?!件))`
/** Names that stand or fall as a whole. Indicator names come from the caller. */
const SET_TERMS = '约束性|预期性'
const QUOTED = '(?<=[“「])[\\p{Script=Han}A-Za-z0-9]{2,10}(?=[”」])'
const PIECES = new RegExp(
  `(?<reference>${REFERENCE})|(?<term>${SET_TERMS}|${QUOTED})|(?<number>${NUMBER})(?<unit>${UNITS})?(?<qualifier>${QUALIFIER})?|(?<han>(?:(?!${REFERENCE}|${SET_TERMS}|[百千万]分之${NUMERAL}|${NUMERAL}+点[〇零一二三四五六七八九])\\p{Script=Han}\\p{M}*)+)|(?<word>[A-Za-z]+|[[\\p{L}\\p{M}\\p{Nl}\\p{No}]--\\p{Script=Han}]+)|(?<mark>[\\s\\S]\\p{M}*)`,
  'gv',
)
/** A word that the platform's segmenter takes apart, 委员|会 or even 委员|会对; but not in 全体委员会议. */
const UNSPLIT = /(委员会(?!议))/u
const NUMERAL_RUN = new RegExp(`^${NUMERAL}+$`, 'u')
const COUNTED = new RegExp(`^(${NUMERAL}+)([个项条款章节篇部届年月日倍成次批类]|方面|领域|任务|工程)$`, 'u')

/** Cuts folded text into tokens that are compared as wholes: numbers are never cut, units and qualifiers stand apart. */
export function cutWords(key: string, splitWords: WordSplitter, terms: TermFinder): WordPiece[] {
  const pieces: WordPiece[] = []
  let from = 0
  for (const { start, end } of terms(key)) {
    cutPlain(key.slice(from, start), splitWords, pieces)
    pieces.push({ text: key.slice(start, end), kind: 'term' })
    from = end
  }
  cutPlain(key.slice(from), splitWords, pieces)
  return pieces
}

function cutPlain(text: string, splitWords: WordSplitter, into: WordPiece[]): void {
  for (const { groups, 0: all } of text.matchAll(PIECES)) {
    if (groups?.['number'] !== undefined) {
      into.push({ text: groups['number'], kind: 'number' })
      if (groups['unit'] !== undefined) into.push({ text: groups['unit'], kind: 'unit' })
      if (groups['qualifier'] !== undefined) into.push({ text: groups['qualifier'], kind: 'qualifier' })
    } else if (groups?.['han'] !== undefined) cutHan(all, splitWords, into)
    else if (groups?.['reference'] !== undefined) into.push({ text: all, kind: 'reference' })
    else if (groups?.['term'] !== undefined) into.push({ text: all, kind: 'term' })
    else into.push({ text: all, kind: groups?.['word'] === undefined ? 'mark' : 'word' })
  }
}

/** Words of a run of characters, with numerals (二十五, 十四五) kept whole and apart from what they count. */
function cutHan(run: string, splitWords: WordSplitter, into: WordPiece[]): void {
  let numeral = ''
  const flush = (): void => {
    if (numeral !== '') into.push({ text: numeral, kind: 'number' })
    numeral = ''
  }
  const words = run.includes('委员会')
    ? run.split(UNSPLIT).flatMap((part) => (UNSPLIT.test(part) ? [part] : splitWords(part)))
    : splitWords(run)
  for (const word of withoutPreposition(words)) {
    if (NUMERAL_RUN.test(word)) {
      numeral += word
      continue
    }
    const counted = COUNTED.exec(word)
    if (counted) {
      numeral += counted[1] ?? ''
      flush()
      into.push({ text: counted[2] ?? '', kind: 'unit' })
      continue
    }
    flush()
    into.push({ text: word, kind: 'word' })
  }
  flush()
}

/** 应当在 is 应当 and 在: what a segmenter takes for one word must not hide that the verb is the same. */
function withoutPreposition(words: readonly string[]): readonly string[] {
  if (!words.some((word) => word.length === 3 && VERB_WITH_PREPOSITION.test(word))) return words
  return words.flatMap((word) => {
    const found = VERB_WITH_PREPOSITION.exec(word)
    return found ? [found[1] ?? '', found[2] ?? ''] : [word]
  })
}

const VERB_WITH_PREPOSITION = /^(应当|可以|必须|不得|不能|能够|需要)([在对由向将从与为以按])$/u

export type TermFinder = (text: string) => readonly { readonly start: number; readonly end: number }[]

/** Finds set terms (indicator names) in a text, the longest at each place, none overlapping. */
export function termFinder(terms: readonly string[]): TermFinder {
  const byFirst = new Map<string, string[]>()
  for (const term of [...new Set(terms)]
    .filter((t) => t.length > 1)
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))) {
    const first = term.charAt(0)
    byFirst.set(first, [...(byFirst.get(first) ?? []), term])
  }
  if (byFirst.size === 0) return () => []
  return (text) => {
    const found: { start: number; end: number }[] = []
    for (let i = 0; i < text.length; i += 1) {
      const term = byFirst.get(text.charAt(i))?.find((t) => text.startsWith(t, i))
      if (term === undefined) continue
      found.push({ start: i, end: i + term.length })
      i += term.length - 1
    }
    return found
  }
}

/** The words of the platform's own segmenter. Feed it clauses, not whole texts: its cost grows steeply with length. */
export function splitWordsBySegmenter(text: string): string[] {
  if (text.length < 2) return text === '' ? [] : [text]
  return Array.from(segmenter.segment(text), (part) => part.segment)
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
