import type { Block } from './block.ts'
import type { DocumentKind } from './document-facts.ts'
import { type FactSource, type Guess, guessByPattern, ofRoles } from './fact-source.ts'

type Patterns = readonly (readonly [DocumentKind, RegExp])[]

const NTH_FIVE = '[“"]?(?:二?十[一二三四五六七八九]?|[六七八九])五[”"]?'

/** What titles and file names say, first match first: what a document is about comes after what it is. */
const TITLES: Patterns = [
  ['other', /(?:批复|公示|请示|[关于].{4,}函)$|政府工作报告》?[^，。]{0,12}(?:决议|分工|分解|解读|辅导)/],
  ['other', /(?:规划|计划|纲要)[^，。]{0,12}》?的(?:说明|解读|决议|报告|批复)$/],
  ['other', /(?:规划|计划|纲要)(?:[（(]?草案[）)]?)?(?:的)?(?:执行|实施)情况|中期评估|计划草案的报告/],
  ['government-report', /政\s*府\s*工\s*作\s*报\s*告/],
  ['bulletin', /(?:统计|发展|状况|普查[^，。]{0,4})公报/],
  ['law', /(?:条例|规定|办法|细则|(?<![办方想做说看手])法|解释)(?:[（(][^（()）]*[）)])?$/],
  [
    'five-year-plan',
    new RegExp(
      `国民经济和社会发展[^。，]{0,30}?(?:五年|规划|纲要|远景|${NTH_FIVE})[^。，]{0,20}?(?:规划|计划|纲要|目标)?`,
    ),
  ],
  ['five-year-plan', new RegExp(`${NTH_FIVE}(?:规划|计划)(?:[^。，]{0,20})?纲要|${NTH_FIVE}计划`)],
  ['special-plan', /[^，。]{0,8}规划|行动计划/],
  [
    'other',
    /(?:意见|方案|通知|决定|决议|通报|函|公告|通告|要点|总结|讲话|清单|措施|说明|标准|规范|规程|指南|制度|指引|预案)$/,
  ],
]

/** What the first paragraphs say of the document they stand in. */
const OPENINGS: Patterns = [
  ['government-report', /我(?:谨)?代表[^。；]{2,20}?(?:报告|作)[^。；]{0,14}?工作/],
  ['five-year-plan', /《[^》]*国民经济和社会发展[^》]*(?:规划|计划|纲要)/],
  ['five-year-plan', /国民经济和社会发展第[^。，]{1,4}个五年[^。，]{0,16}?(?:规划|计划)/],
  ['special-plan', /(?:制定|编制)(?:实施)?本规划|本规划(?:是|期|根据|基准)/],
  ['law', /制定本(?:法|条例|规定|办法|细则|解释)/],
]

/** What an excerpt of a report says that nothing else does. */
const REPORT_WORDS = [
  /各位代表(?=[！!，,：:。])/,
  /建议[^，。；]{0,10}(?:经济社会|国民经济|全[省市县区州])[^，。；]{0,14}主要(?:预期)?目标/,
]
/** So many articles make a law of a text without title. */
const FEWEST_ARTICLES = 5

/** Guesses what a document is: from its title, the file's name, its first paragraphs, and last from words that only reports use. */
export function guessKind(
  text: string,
  blocks: readonly Block[],
  sources: readonly FactSource[],
): Guess<DocumentKind> | null {
  const named = guessByPattern(ofRoles(sources, 'title', 'file'), TITLES)
  if (named !== null) return named
  const lines = ofRoles(sources, 'line')
  const opening =
    guessByPattern(
      lines,
      TITLES.filter(([kind]) => kind !== 'special-plan' && kind !== 'other'),
    ) ?? guessByPattern(ofRoles(sources, 'line', 'body'), OPENINGS)
  return opening ?? guessByWords(text) ?? guessByArticles(text, blocks)
}

function guessByWords(text: string): Guess<DocumentKind> | null {
  for (const pattern of REPORT_WORDS) {
    const match = pattern.exec(text)
    if (match) return { value: 'government-report', quote: match[0], start: match.index }
  }
  return null
}

function guessByArticles(text: string, blocks: readonly Block[]): Guess<DocumentKind> | null {
  const articles = blocks.filter(({ label }) => label !== null && /^第.{1,6}条/.test(label))
  const first = articles[0]
  if (first === undefined || articles.length < FEWEST_ARTICLES) return null
  const quote = first.label ?? ''
  return { value: 'law', quote, start: text.indexOf(quote, first.start) }
}
