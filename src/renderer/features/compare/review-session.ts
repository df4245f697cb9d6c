import type { Input } from '../../../shared/contract/contract.ts'
import type { Anchor } from '../../../shared/review/anchor.ts'
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

function sameAnchor(a: Anchor, b: Anchor): boolean {
  return a.side === b.side && a.start === b.start && a.quote === b.quote
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
  #last: Promise<void> = Promise.resolve()
  /** Ids of what was taken back, and those it came back under. */
  readonly #renamed = new Map<string, string>()
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
  decide(decision: DecisionInput, former: Decision | null): Promise<void> {
    return this.#step(this.#deciding(decision, former))
  }

  /** Says the same of many changes: one step, taken back at once. */
  decideAll(said: readonly (readonly [DecisionInput, Decision | null])[]): Promise<void> {
    const steps = said.map(([decision, former]) => this.#deciding(decision, former))
    return this.#step({
      redo: async () => {
        for (const step of steps) await step.redo()
      },
      undo: async () => {
        for (const step of steps.toReversed()) await step.undo()
      },
    })
  }

  #deciding(decision: DecisionInput, former: Decision | null): Undoable {
    let replaces: Decision | null = null
    let made: Decision | null = null
    return {
      redo: async () => {
        // Only now, when what was said before has its turn behind it, is it known which decision holds.
        if (made === null) replaces = this.#replacedBy(decision, former)
        made = await this.#make(decision, made?.id)
        if (replaces) await this.#withdraw(replaces)
      },
      undo: async () => {
        // The former one first: in between the change would stand there undecided.
        if (replaces) await this.#make(replaces, replaces.id)
        if (made) await this.#withdraw(made)
      },
    }
  }

  /**
   * The decision that one more word on the same change replaces: made here and now, and to the same effect. What the caller knew as
   * the former one may have been replaced itself while this one waited for its turn.
   */
  #replacedBy({ anchor, status }: DecisionInput, former: Decision | null): Decision | null {
    const here = this.#state.decisions.findLast((each) => this.#own.has(each.id) && sameAnchor(each.anchor, anchor))
    const held = here ?? former
    return held && this.#own.has(held.id) && held.status === status ? held : null
  }

  async annotate(annotation: AnnotationInput): Promise<string | null> {
    let made: Annotation | null = null
    await this.#step({
      redo: async () => {
        made = await this.#write(annotation, made?.id)
      },
      undo: async () => {
        if (made) await this.#erase([made])
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
    const thread = this.#state.annotations.filter(
      ({ id, replyTo }) => id === annotation.id || replyTo === annotation.id,
    )
    await this.#step({
      redo: () => this.#erase(thread),
      undo: async () => {
        for (const remark of thread) await this.#write(remark, remark.id)
      },
    })
  }

  undo(): Promise<void> {
    return this.#inTurn(async () => {
      const step = this.#done.at(-1)
      if (!step) return
      await step.undo()
      this.#done.pop()
      this.#undone.push(step)
    })
  }

  redo(): Promise<void> {
    return this.#inTurn(async () => {
      const step = this.#undone.at(-1)
      if (!step) return
      await step.redo()
      this.#undone.pop()
      this.#done.push(step)
    })
  }

  /** The id under which something stands now: what was taken back and comes again gets a new one. */
  #now(id: string): string {
    let found = id
    for (let next = this.#renamed.get(found); next !== undefined; next = this.#renamed.get(found)) found = next
    return found
  }

  async #make({ subject, anchor, status, reason, basis }: DecisionInput, former?: string): Promise<Decision> {
    const { decision } = await api.invoke('review:decide', {
      comparisonId: this.#comparisonId,
      decision: { subject, anchor, status, reason, basis },
    })
    if (former !== undefined) this.#renamed.set(this.#now(former), decision.id)
    this.#own.add(decision.id)
    this.#setDecisions([...this.#state.decisions, decision])
    return decision
  }

  async #withdraw(decision: Decision): Promise<void> {
    const decisionId = this.#now(decision.id)
    await api.invoke('review:withdraw', { decisionId })
    this.#setDecisions(this.#state.decisions.filter(({ id }) => id !== decisionId))
  }

  async #write({ anchor, replyTo, text }: AnnotationInput, former?: string): Promise<Annotation> {
    const { annotation } = await api.invoke('review:annotate', {
      comparisonId: this.#comparisonId,
      annotation: { anchor, replyTo: replyTo === null ? null : this.#now(replyTo), text },
    })
    if (former !== undefined) this.#renamed.set(this.#now(former), annotation.id)
    this.#setAnnotations([...this.#state.annotations, annotation])
    return annotation
  }

  async #erase(thread: readonly Annotation[]): Promise<void> {
    const ids = thread.map(({ id }) => this.#now(id))
    // Answers before what they answer.
    for (const annotationId of ids.toReversed()) await api.invoke('review:remove-annotation', { annotationId })
    this.#setAnnotations(this.#state.annotations.filter(({ id }) => !ids.includes(id)))
  }

  #step(step: Undoable): Promise<void> {
    return this.#inTurn(async () => {
      await step.redo()
      this.#done.push(step)
      this.#undone = []
      this.lastStepAt = performance.now()
    })
  }

  /** One after the other: a step may only be taken back when it has been made. A failure is shown and leaves the rest going. */
  #inTurn(work: () => Promise<void>): Promise<void> {
    this.#last = this.#last.then(work).catch(showError)
    return this.#last
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
