import type { Anchor } from '../../../shared/review/anchor.ts'
import type { Annotation } from '../../../shared/review/annotation.ts'
import type { Decision, DecisionStatus } from '../../../shared/review/decision.ts'
import { makeAnchor } from '../../../shared/review/make-anchor.ts'
import { matchDecisions } from '../../../shared/review/match-decisions.ts'
import { makeRowAnchor } from '../../../shared/review/row-anchor.ts'
import type { Side } from '../../editor/pane-pair.ts'
import type { CompareController } from './compare-controller.ts'
import { stepToOpen } from './model/navigation.ts'
import { toThreads } from './model/threads.ts'
import { shownItems } from './model/view-model.ts'
import { ReviewSession, type ReviewState } from './review-session.ts'

/** What the dock says of a change. */
export interface Verdict {
  readonly status: DecisionStatus
  readonly reason: string
  readonly basis: Decision['basis']
}

/** The review of the comparison on the screen: decisions on its rows, remarks on its words. */
export class Reviewing {
  readonly #controller: CompareController
  #session: ReviewSession | null = null
  #state: ReviewState = { decisions: [], annotations: [] }

  constructor(controller: CompareController) {
    this.#controller = controller
  }

  start(review: ReviewState & { readonly comparisonId: string }): void {
    this.#state = review
    this.#session = new ReviewSession(review.comparisonId, review, (state) => {
      const remarked = state.annotations !== this.#state.annotations
      this.#state = state
      this.match()
      // Decisions stand on the spine and in the inspector: the panes do not draw them.
      if (remarked) this.#controller.redraw()
    })
    this.match()
  }

  get canUndo(): boolean {
    return this.#session?.canUndo ?? false
  }

  get lastStepAt(): number {
    return this.#session?.lastStepAt ?? 0
  }

  async undo(): Promise<void> {
    await this.#session?.undo()
  }

  async redo(): Promise<void> {
    await this.#session?.redo()
  }

  /** Finds decisions and remarks again in the texts as they are. */
  match(): void {
    const { store } = this.#controller
    const { model, left, right } = store.getState()
    const { decisions, annotations } = this.#state
    if (!left || !right) return
    const texts = { left: left.text, right: model?.comparison.right.text ?? right.text }
    store.setState({
      decisions: model ? matchDecisions(model.comparison.rows, texts.left, texts.right, decisions) : [],
      threads: toThreads(annotations, texts),
    })
  }

  /** What a decision on the change drawn at a row is remembered by. */
  anchorOf(display: number): Anchor | null {
    const { model } = this.#controller.store.getState()
    const row = model?.comparison.rows[model.rows[display]?.row ?? -1]
    return model && row ? makeRowAnchor(row, model.comparison.left.text, model.comparison.right.text) : null
  }

  /** Says something of a change. `former` is the decision that holds until now. */
  async decide(anchor: Anchor, verdict: Verdict, former: Decision | null): Promise<void> {
    await this.#session?.decide({ subject: 'row', anchor, ...verdict }, former)
  }

  /** ✓ and ✗ beside a row: reason and basis stay as they were; the same sign again changes nothing. */
  async decideQuickly(display: number, status: DecisionStatus): Promise<void> {
    const { model, decisions } = this.#controller.store.getState()
    const former = decisions[model?.rows[display]?.row ?? -1]?.decision
    const anchor = this.anchorOf(display)
    if (!anchor || former?.status === status) return
    await this.decide(anchor, { status, reason: former?.reason ?? '', basis: former?.basis ?? null }, former ?? null)
  }

  /** The same for many rows at once, those left out that have this status already; one step to take back. */
  async decideTogether(displays: readonly number[], status: DecisionStatus): Promise<void> {
    const { model, decisions } = this.#controller.store.getState()
    const said = displays.flatMap((display) => {
      const former = decisions[model?.rows[display]?.row ?? -1]?.decision ?? null
      const anchor = this.anchorOf(display)
      if (!anchor || former?.status === status) return []
      const decision = {
        subject: 'row' as const,
        anchor,
        status,
        reason: former?.reason ?? '',
        basis: former?.basis ?? null,
      }
      return [[decision, former] as const]
    })
    if (said.length > 0) await this.#session?.decideAll(said)
  }

  /** The next change without 采纳 or 不采纳. */
  goToNextOpen(): void {
    const { model, filters, current, decisions } = this.#controller.store.getState()
    if (!model) return
    const items = shownItems(model, filters)
    const isOpen = (display: number) => {
      const row = model.rows[display]?.row ?? -1
      const status = decisions[row]?.decision.status
      return status === undefined || status === 'pending'
    }
    const next = stepToOpen(
      items.map((item) => item.display),
      current,
      isOpen,
    )
    if (next !== null) this.#controller.moving.goTo(next)
  }

  /** Begins a remark on what is selected in one of the panes; the row in hand where nothing is. */
  beginNote(): void {
    const { panes, store } = this.#controller
    if (!panes) return
    const side: Side =
      panes.left.hasFocus || (!panes.right.hasFocus && !panes.left.state.selection.main.empty) ? 'left' : 'right'
    const view = panes[side]
    let { from, to } = view.state.selection.main
    if (from === to) {
      const line = view.state.doc.lineAt(from)
      from = line.from
      to = line.to
    }
    if (from === to) return
    store.setState({
      noteDraft: { side, from, to, quote: view.state.sliceDoc(from, to) },
      tab: 'notes',
      openThread: null,
    })
  }

  dropNote(): void {
    this.#controller.store.setState({ noteDraft: null })
    this.#controller.panes?.right.focus()
  }

  async saveNote(text: string): Promise<void> {
    const { store, panes } = this.#controller
    const { noteDraft } = store.getState()
    if (!noteDraft || !panes || text.trim() === '') return
    const { side, from, to } = noteDraft
    const anchor = makeAnchor(panes[side].state.doc.toString(), side, { start: from, end: to })
    const id = await this.#session?.annotate({ anchor, replyTo: null, text: text.trim() })
    if (id) store.setState({ noteDraft: null, openThread: id })
  }

  async reply(note: Annotation, text: string): Promise<void> {
    if (text.trim() === '') return
    await this.#session?.annotate({ anchor: note.anchor, replyTo: note.id, text: text.trim() })
  }

  async resolve(note: Annotation, resolved: boolean): Promise<void> {
    await this.#session?.resolve(note, resolved)
  }

  async remove(note: Annotation): Promise<void> {
    await this.#session?.remove(note)
  }

  /** Opens a thread in the inspector and goes to its words. */
  showThread(id: string): void {
    const { store, moving } = this.#controller
    const thread = store.getState().threads.find(({ note }) => note.id === id)
    store.setState({ tab: 'notes', openThread: id, noteDraft: null })
    if (thread?.place) moving.goToOffset(thread.place.side, thread.place.range.start)
  }
}
