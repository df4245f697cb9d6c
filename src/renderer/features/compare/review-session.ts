import type { Input } from '../../../shared/contract/contract.ts'
import type { Annotation } from '../../../shared/review/annotation.ts'
import type { Decision } from '../../../shared/review/decision.ts'
import { api } from '../../lib/api.ts'
import { showError } from '../../lib/toast.ts'

export type DecisionInput = Input<'review:decide'>['decision']
export type AnnotationInput = Input<'review:annotate'>['annotation']

export interface ReviewState {
  readonly decisions: readonly Decision[]
  readonly annotations: readonly Annotation[]
}

interface Undoable {
  readonly undo: () => Promise<void>
  readonly redo: () => Promise<void>
}

/**
 * The review of one pair: decisions and remarks as main keeps them, each step undoable. Every call shows its failure itself and
 * leaves the state as it was.
 */
export class ReviewSession {
  readonly #onState: (state: ReviewState) => void
  readonly #comparisonId: string
  #state: ReviewState
  #undone: Undoable[] = []
  #done: Undoable[] = []
  /** Decisions made here and now: a reason added to one replaces it and does not make a second entry of the log. */
  readonly #own = new Set<string>()
  /** When the last step was made, to tell it from the last keystroke. */
  lastStepAt = 0

  constructor(comparisonId: string, state: ReviewState, onState: (state: ReviewState) => void) {
    this.#comparisonId = comparisonId
    this.#state = state
    this.#onState = onState
  }

  get canUndo(): boolean {
    return this.#done.length > 0
  }

  /** Says something of a change. `former` is the decision that held until now. */
  async decide(decision: DecisionInput, former: Decision | null): Promise<void> {
    const replaces = former !== null && this.#own.has(former.id) && former.status === decision.status ? former : null
    let made: Decision | null = null
    await this.#step({
      redo: async () => {
        made = (await api.invoke('review:decide', { comparisonId: this.#comparisonId, decision })).decision
        this.#own.add(made.id)
        if (replaces) await api.invoke('review:withdraw', { decisionId: replaces.id })
        this.#setDecisions([...this.#state.decisions.filter(({ id }) => id !== replaces?.id), made])
      },
      undo: async () => {
        const gone = made
        if (!gone) return
        await api.invoke('review:withdraw', { decisionId: gone.id })
        const rest = this.#state.decisions.filter(({ id }) => id !== gone.id)
        if (!replaces) return this.#setDecisions(rest)
        const { subject, anchor, status, reason, basis } = replaces
        const { decision: back } = await api.invoke('review:decide', {
          comparisonId: this.#comparisonId,
          decision: { subject, anchor, status, reason, basis },
        })
        this.#setDecisions([...rest, back])
      },
    })
  }

  async annotate(annotation: AnnotationInput): Promise<string | null> {
    let made: Annotation | null = null
    await this.#step({
      redo: async () => {
        made = (await api.invoke('review:annotate', { comparisonId: this.#comparisonId, annotation })).annotation
        this.#setAnnotations([...this.#state.annotations, made])
      },
      undo: async () => {
        if (made) await this.#remove([made])
      },
    })
    return (made as Annotation | null)?.id ?? null
  }

  /** 解决 or 重新打开. */
  async resolve(annotation: Annotation, resolved: boolean): Promise<void> {
    const set = async (value: boolean) => {
      await api.invoke('review:update-annotation', {
        annotationId: annotation.id,
        text: annotation.text,
        resolved: value,
      })
      this.#setAnnotations(
        this.#state.annotations.map((each) => (each.id === annotation.id ? { ...each, resolved: value } : each)),
      )
    }
    await this.#step({ redo: () => set(resolved), undo: () => set(!resolved) })
  }

  /** Removes a remark and the answers to it. */
  async remove(annotation: Annotation): Promise<void> {
    let thread = this.#state.annotations.filter(({ id, replyTo }) => id === annotation.id || replyTo === annotation.id)
    await this.#step({
      redo: () => this.#remove(thread),
      undo: async () => {
        // The store gives a remark that comes back a new id: the answers must name it.
        const back: Annotation[] = []
        for (const { anchor, replyTo, text } of thread) {
          const parent = back[0]?.id ?? replyTo
          const { annotation: made } = await api.invoke('review:annotate', {
            comparisonId: this.#comparisonId,
            annotation: { anchor, replyTo: back.length > 0 ? parent : replyTo, text },
          })
          back.push(made)
        }
        thread = back
        this.#setAnnotations([...this.#state.annotations, ...back])
      },
    })
  }

  async undo(): Promise<void> {
    const step = this.#done.pop()
    if (!step) return
    await this.#guard(async () => {
      await step.undo()
      this.#undone.push(step)
    })
  }

  async redo(): Promise<void> {
    const step = this.#undone.pop()
    if (!step) return
    await this.#guard(async () => {
      await step.redo()
      this.#done.push(step)
    })
  }

  async #remove(thread: readonly Annotation[]): Promise<void> {
    for (const { id } of [...thread].reverse()) await api.invoke('review:remove-annotation', { annotationId: id })
    const ids = new Set(thread.map(({ id }) => id))
    this.#setAnnotations(this.#state.annotations.filter(({ id }) => !ids.has(id)))
  }

  async #step(step: Undoable): Promise<void> {
    await this.#guard(async () => {
      await step.redo()
      this.#done.push(step)
      this.#undone = []
      this.lastStepAt = performance.now()
    })
  }

  async #guard(work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      showError(error)
    }
  }

  #setDecisions(decisions: readonly Decision[]): void {
    this.#state = { ...this.#state, decisions }
    this.#onState(this.#state)
  }

  #setAnnotations(annotations: readonly Annotation[]): void {
    this.#state = { ...this.#state, annotations }
    this.#onState(this.#state)
  }
}
