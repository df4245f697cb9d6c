import type { Anchor } from '../../../../shared/review/anchor.ts'
import type { Decision } from '../../../../shared/review/decision.ts'
import type { Verdict } from '../reviewing.ts'

/** How long after the last keystroke a reason is kept. */
const PAUSE_MS = 600

/** What the dock shows of a decision; without one 采纳 is what 确认 would say. */
export function verdictOf(decision: Decision | null): Verdict {
  return { status: decision?.status ?? 'accepted', reason: decision?.reason ?? '', basis: decision?.basis ?? null }
}

function same(a: Verdict, b: Verdict): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/**
 * Keeps what is written in the dock of one change without being asked: after a pause where a decision stands, and at the latest
 * when another change is taken in hand or the page goes. A reason without a decision is then kept as 待定.
 */
export class VerdictKeeper {
  readonly #anchor: Anchor
  readonly #decide: (anchor: Anchor, verdict: Verdict, former: Decision | null) => Promise<void>
  #former: Decision | null
  #written: Verdict
  #stored: Verdict
  #timer: ReturnType<typeof setTimeout> | undefined
  readonly #listeners = new Set<() => void>()

  constructor(
    anchor: Anchor,
    decision: Decision | null,
    decide: (anchor: Anchor, verdict: Verdict, former: Decision | null) => Promise<void>,
  ) {
    this.#anchor = anchor
    this.#decide = decide
    this.#former = decision
    this.#written = verdictOf(decision)
    this.#stored = this.#written
  }

  /** What the dock shows. */
  readonly read = (): Verdict => this.#written

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  get isKept(): boolean {
    return same(this.#written, this.#stored)
  }

  /** Something was typed or chosen. */
  write(verdict: Verdict): void {
    this.#show(verdict)
    clearTimeout(this.#timer)
    if (this.#former) this.#timer = setTimeout(() => void this.keep(this.#written), PAUSE_MS)
  }

  async keep(verdict: Verdict): Promise<void> {
    clearTimeout(this.#timer)
    this.#show(verdict)
    if (this.#former && this.isKept) return
    this.#stored = verdict
    await this.#decide(this.#anchor, verdict, this.#former)
  }

  /** Another decision holds now: kept here (then what is being typed stays), undone, redone, or made beside the row. */
  follow(decision: Decision | null): void {
    this.#former = decision
    const holds = verdictOf(decision)
    if (same(holds, this.#stored)) return
    this.#stored = holds
    this.#show(holds)
    clearTimeout(this.#timer)
  }

  #show(verdict: Verdict): void {
    this.#written = verdict
    for (const listener of this.#listeners) listener()
  }

  leave(): void {
    if (!this.isKept) void this.keep(this.#former ? this.#written : { ...this.#written, status: 'pending' })
  }
}
