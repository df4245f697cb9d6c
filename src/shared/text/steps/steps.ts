import { inlineBreaks } from './inline-breaks.ts'
import { invisibleCharacters } from './invisible-characters.ts'
import { joinedLines } from './joined-lines.ts'
import { htmlEntities, literalEscapes, lostCharacters } from './literal-escapes.ts'
import { markdownMarks } from './markdown-marks.ts'
import { pageFurniture } from './page-furniture.ts'
import { removedSpaces } from './removed-spaces.ts'
import { repeatedArticle } from './repeated-article.ts'
import { splitHeadings } from './split-headings.ts'
import { splitLines } from './split-lines.ts'
import type { Step } from './step.ts'
import { tableOfContents } from './table-of-contents.ts'
import { webPage } from './web-page.ts'

/** All steps in the order they run. Blanks go before lines are measured; lines are split before they are joined. */
export const STEPS: readonly Step[] = [
  literalEscapes,
  htmlEntities,
  lostCharacters,
  invisibleCharacters,
  markdownMarks,
  repeatedArticle,
  webPage,
  splitLines,
  splitHeadings,
  pageFurniture,
  tableOfContents,
  removedSpaces,
  joinedLines,
  inlineBreaks,
]
