import { columnOrder } from './column-order.ts'
import { inlineBreaks } from './inline-breaks.ts'
import { invisibleCharacters } from './invisible-characters.ts'
import { joinedLines } from './joined-lines.ts'
import { htmlEntities, literalEscapes, lostCharacters } from './literal-escapes.ts'
import { markdownMarks } from './markdown-marks.ts'
import { pageFurniture } from './page-furniture.ts'
import { removedSpaces } from './removed-spaces.ts'
import { repeatedArticle } from './repeated-article.ts'
import { sentenceLines } from './sentence-lines.ts'
import { splitHeadings } from './split-headings.ts'
import { splitLines } from './split-lines.ts'
import type { Step } from './step.ts'
import { tableOfContents } from './table-of-contents.ts'
import { webPage } from './web-page.ts'

/**
 * All steps in the order they run. Pages go before lines are joined, because they break sentences; blanks inside words go after, because lines are measured as they were set; what needs whole
 * paragraphs to be recognised (Markdown, web pages, second copies) comes after joining, so that a wrapped text gives what the same text gives unwrapped.
 */
export const STEPS: readonly Step[] = [
  literalEscapes,
  htmlEntities,
  lostCharacters,
  invisibleCharacters,
  columnOrder,
  pageFurniture,
  splitHeadings,
  tableOfContents,
  joinedLines,
  removedSpaces,
  splitLines,
  sentenceLines,
  markdownMarks,
  repeatedArticle,
  webPage,
  inlineBreaks,
]
