import type { DocumentKind, Stage } from './document-facts.ts'
import { type FactSource, type Guess, guessByPattern, ofRoles } from './fact-source.ts'

const STAGES: readonly (readonly [Stage, RegExp])[] = [
  ['consultation', /征求意见稿?|公开征求意见/],
  ['discussion', /讨论稿|政治协商稿|协商稿/],
  ['review', /送审稿|审议稿|[（(]\s*草\s*案\s*[）)]|报批稿|上会稿/],
  ['first-draft', /初\s*稿|代拟稿/],
  ['issued', /印发稿|公布稿|[（(]印发[）)]/],
]
/** What the lines below a title say of a plan or law that has been passed. */
const PASSED: readonly (readonly [Stage, RegExp])[] = [
  ['issued', /(?:会议|会|院)(?:通过|批准)|(?:修正|修订|公布|发布)(?=[）)]?(?:$|\s))/],
]

/** Guesses the stage of a text from its file name, its title and the lines below the title; a draft mentioned in a paragraph is another document. */
export function guessStage(sources: readonly FactSource[], kind: DocumentKind): Guess<Stage> | null {
  const said = guessByPattern(ofRoles(sources, 'file', 'title', 'line'), STAGES)
  return said ?? (kind === 'government-report' ? null : guessByPattern(ofRoles(sources, 'line'), PASSED))
}
