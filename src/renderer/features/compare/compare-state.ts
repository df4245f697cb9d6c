import { createStore } from 'zustand/vanilla'
import type { PastPassage } from '../../../shared/comparison/passage-history.ts'
import type { Annotation } from '../../../shared/review/annotation.ts'
import type { RowDecisions } from '../../../shared/review/match-decisions.ts'
import type { Range } from '../../../shared/text/range.ts'
import type { DraftSummary } from '../../lib/library.ts'
import type { SaveState } from './draft-saver.ts'
import type { Baseline } from './model/baselines.ts'
import { DEFAULT_FILTERS, type Filters } from './model/filters.ts'
import type { NotePlace } from './model/pane-specs.ts'
import type { ViewModel } from './model/view-model.ts'
import type { VisualRows } from './model/visual-rows.ts'
import type { SideText } from './sides.ts'

export const TABS = ['change', 'history', 'targets', 'checks', 'notes'] as const
export type Tab = (typeof TABS)[number]

/** A remark with the answers to it, and where its words stand now. */
export interface Thread {
  readonly note: Annotation
  readonly answers: readonly Annotation[]
  /** null when the words are gone. */
  readonly place: NotePlace | null
}

/** What the baselines say in place of the block in hand (历次表述). */
export interface History {
  /** The block asked about, in the text of the comparison; null where the draft has none. */
  readonly block: Range | null
  /** What has been said so far of this block, by version. While a newer draft is asked about, what was said of the former. */
  readonly said: ReadonlyMap<string, PastPassage>
  readonly failed: ReadonlySet<string>
  readonly status: 'idle' | 'asking' | 'done' | 'cancelled' | 'broken'
}

export const NO_HISTORY: History = { block: null, said: new Map(), failed: new Set(), status: 'idle' }

/** A span that a remark is about to be made on. */
export interface NoteDraft {
  readonly side: 'left' | 'right'
  readonly from: number
  readonly to: number
  readonly quote: string
}

export interface CompareState {
  readonly left: SideText | null
  /** The texts that the draft is held against, oldest first, with the one on the left among them. */
  readonly baselines: readonly Baseline[]
  /** The baseline that is about to take the left side. */
  readonly coming: string | null
  readonly history: History
  readonly right: SideText | null
  /** What failed to load; the screen then shows nothing else. */
  readonly failure: unknown
  readonly model: ViewModel | null
  readonly milliseconds: number
  /** The comparison in hand takes long enough to say so. */
  readonly busy: boolean
  /** Comparing failed; the texts can still be read and edited. */
  readonly compareFailure: string | null
  readonly filters: Filters
  readonly visual: VisualRows
  /** The display row in hand. */
  readonly current: number | null
  /** The target change or finding in the inspector, as `chip-lines` names it. */
  readonly selected: string | null
  readonly tab: Tab
  readonly decisions: readonly (RowDecisions | null)[]
  readonly threads: readonly Thread[]
  readonly openThread: string | null
  readonly noteDraft: NoteDraft | null
  readonly save: SaveState
  /** The document has another draft: typing here must wait for the user's choice. */
  readonly otherDraft: DraftSummary | null
  /** The user has tried to type: the choice is asked for. */
  readonly asking: boolean
  /** Where a click on a move's link came from. */
  readonly cameFrom: number | null
  /** The display row at the top of the screen. */
  readonly top: number
  /** Counts scrolling and changes of layout: whoever draws by it draws again. */
  readonly geometry: number
  /** Counts changes of layout alone. */
  readonly layout: number
}

export function createCompareStore() {
  return createStore<CompareState>(() => ({
    left: null,
    baselines: [],
    coming: null,
    history: NO_HISTORY,
    right: null,
    failure: null,
    model: null,
    milliseconds: 0,
    busy: false,
    compareFailure: null,
    filters: DEFAULT_FILTERS,
    visual: { rows: [], ofDisplay: [] },
    current: null,
    selected: null,
    tab: 'change',
    decisions: [],
    threads: [],
    openThread: null,
    noteDraft: null,
    save: { status: 'idle', savedAt: null, error: null },
    otherDraft: null,
    asking: false,
    cameFrom: null,
    top: 0,
    geometry: 0,
    layout: 0,
  }))
}

export type CompareStore = ReturnType<typeof createCompareStore>
