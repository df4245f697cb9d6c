import { invisibleCharacters } from './invisible-characters.ts'
import { joinedLines } from './joined-lines.ts'
import { htmlEntities, literalEscapes } from './literal-escapes.ts'
import { markdownMarks } from './markdown-marks.ts'
import { pageFurniture } from './page-furniture.ts'
import { removedSpaces } from './removed-spaces.ts'
import { splitLines } from './split-lines.ts'
import type { Step } from './step.ts'
import { tableOfContents } from './table-of-contents.ts'

/** All steps in the order they run. Blanks go before lines are measured; lines are split before they are joined. */
export const STEPS: readonly Step[] = [
  literalEscapes,
  htmlEntities,
  invisibleCharacters,
  markdownMarks,
  pageFurniture,
  tableOfContents,
  splitLines,
  removedSpaces,
  joinedLines,
]
