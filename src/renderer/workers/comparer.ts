import type { PhraseRule } from '../../shared/checks/phrase-list.ts'
import { AnalysisMemory } from '../../shared/comparison/analysis-memory.ts'
import type { Analysis, Comparison } from '../../shared/comparison/comparison.ts'
import { type ComparisonSession, createComparisonSession } from '../../shared/comparison/comparison-session.ts'
import { ReadingMemory } from '../../shared/comparison/reading-memory.ts'
import type { Lexicon } from '../../shared/targets/lexicon.ts'
import type { Baseline, WorkerRequest } from './compare-protocol.ts'

/** Texts that are read once and kept, beyond those of the sessions. */
const MOST_READ = 12
/** Drafts change with every keystroke; the last few serve for another baseline and for undoing. */
const MOST_DRAFTS = 4

/** Compares drafts with baselines, and remembers of both what the next comparison needs again. Remembering changes no result. */
export class Comparer {
  readonly #now: () => number
  readonly #most: number
  #lexicon: Lexicon = { indicators: [] }
  #writtenLexicon = ''
  #phrases: readonly PhraseRule[] = []
  #baselines = new AnalysisMemory(MOST_READ)
  #drafts = new AnalysisMemory(MOST_DRAFTS)
  #draftReading = new ReadingMemory()
  /** What was compared last, for the same once more. */
  #last: { readonly session: ComparisonSession; readonly draft: Analysis; readonly comparison: Comparison } | null =
    null
  /** Newest first; the first is the one in use. */
  #sessions: readonly ComparisonSession[] = []

  /** `now` is a monotonic clock in milliseconds; `most` is how many baselines are kept at hand with what was found out about them. */
  constructor(now: () => number, most: number) {
    this.#now = now
    this.#most = most
  }

  /** Compares a draft with the baseline in hand. */
  compare({ right, disabled, limit }: Pick<WorkerRequest, 'right' | 'disabled' | 'limit'>): Comparison {
    const [session] = this.#sessions
    if (!session) throw new Error('a draft came before its baseline')
    const known = { ...right.known, checks: { disabled, phrases: this.#phrases } }
    const draft = this.#drafts.read(right.text, this.#lexicon, known, this.#draftReading)
    const last = this.#last
    if (last?.session === session && last.draft === draft && last.comparison.engine.precise) return last.comparison
    const comparison = session.compare(draft, { now: this.#now, limit, disabled })
    this.#last = { session, draft, comparison }
    return comparison
  }

  /** Takes a baseline in hand. */
  begin({ left, lexicon, phrases }: Baseline): void {
    this.#phrases = phrases
    this.#useLexicon(lexicon)
    const read = this.#baselines.read(left.text, this.#lexicon, left.known)
    const session = this.#sessionOf(read)
    this.#sessions = [session, ...this.#sessions.filter((each) => each !== session)].slice(0, this.#most)
  }

  #sessionOf(left: Analysis): ComparisonSession {
    return this.#sessions.find((each) => each.left === left) ?? createComparisonSession(left, this.#lexicon)
  }

  /** A lexicon comes as a copy each time: only its words say whether it is another one. What was read with another is forgotten. */
  #useLexicon(lexicon: Lexicon): void {
    const written = JSON.stringify(lexicon)
    if (written === this.#writtenLexicon) return
    this.#lexicon = lexicon
    this.#writtenLexicon = written
    this.#sessions = []
    this.#last = null
    this.#baselines = new AnalysisMemory(MOST_READ)
    this.#drafts = new AnalysisMemory(MOST_DRAFTS)
    this.#draftReading = new ReadingMemory()
  }
}
