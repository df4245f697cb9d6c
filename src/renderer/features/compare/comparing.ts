import type { ChangeSet } from '@codemirror/state'
import type { Side } from '../../editor/pane-pair.ts'
import { translate } from '../../lib/i18n.ts'
import { useSettings } from '../../lib/settings.ts'
import { showToast } from '../../lib/toast.ts'
import { compareWorker } from '../../workers/compare-worker.ts'
import type { ComingBaseline } from './baselines.ts'
import { BusySign } from './busy-sign.ts'
import type { CompareController } from './compare-controller.ts'
import { LiveComparison, type LiveResult } from './live-comparison.ts'
import { toViewModel } from './model/view-model.ts'
import { type ComparedTexts, inputOf, knownOf } from './sides.ts'

/** Words that the comparison opens at; `start` is where they stood, a hint only. */
export interface OpeningPlace {
  readonly side: Side
  readonly start: number
  readonly quote: string
}

/** What goes to the worker and what becomes of what it answers: the comparison on the screen. */
export class Comparing {
  readonly #controller: CompareController
  readonly #live: LiveComparison
  readonly #busy: BusySign
  /** A result that came while an input method was composing. */
  #held: LiveResult | null = null
  #openingAt: OpeningPlace | null = null
  /** The right text is no longer the one that was loaded. */
  #touched = false
  /** The baseline whose comparison is awaited while the former one is on the screen. */
  #coming: ComingBaseline | null = null

  constructor(controller: CompareController) {
    const { store } = controller
    this.#controller = controller
    this.#busy = new BusySign((busy) => store.setState({ busy }))
    this.#live = new LiveComparison({
      borrowWorker: () => compareWorker.borrow(),
      onResult: (result) => this.#arrived(result),
      onFailure: (message) => this.#failed(message),
      onBusy: (busy) => this.#busy.set(busy),
    })
  }

  /** Compares two texts that the panes are about to show. `at`: where to open; null for the first changed target. */
  start({ left, right, words }: ComparedTexts, at: OpeningPlace | null): void {
    this.#openingAt = at
    this.#touched = right.draft !== null
    this.#live.start(inputOf(left), words)
    this.compare(right.text)
  }

  /** Compares with another baseline; the former comparison stays on the screen until that is done. */
  rebase(coming: ComingBaseline): void {
    this.#coming = coming
    this.#live.rebase(inputOf(coming.left))
    this.compare()
  }

  compare(text = this.#controller.panes?.right.state.doc.toString()): void {
    const { right } = this.#controller.store.getState()
    if (!right || text === undefined) return
    const { disabledChecks } = useSettings.getState().settings
    this.#live.compare({ text, known: knownOf(right, !this.#touched) }, disabledChecks)
  }

  edited(changes: ChangeSet, composing: boolean): void {
    this.#touched = true
    this.#live.edited(changes)
    // Half-typed syllables of an input method are no text yet.
    if (!composing) this.compare()
  }

  /** An input method is done. */
  composed(): void {
    // CodeMirror reads the composed text after this event.
    setTimeout(() => {
      const held = this.#held
      this.#held = null
      if (held) this.#take(held)
      this.compare()
    })
  }

  cancel(): void {
    this.#live.cancel()
    this.#failed('cancelled')
  }

  again(): void {
    this.#controller.store.setState({ compareFailure: null })
    this.compare()
  }

  /** The edits since the text of the comparison on the screen; null when there were none. */
  drift(): ChangeSet | null {
    return this.#live.drift()
  }

  destroy(): void {
    this.#live.destroy()
    this.#busy.set(false)
  }

  #arrived(result: LiveResult): void {
    if (this.#controller.panes?.right.composing) this.#held = result
    else this.#take(result)
  }

  #take({ comparison, milliseconds, left, step }: LiveResult): void {
    const { store, moving, reviewing, baselines } = this.#controller
    const model = toViewModel(comparison)
    const coming = this.#coming?.left.versionId === left ? this.#coming : null
    const place = coming ? moving.placeInDraft() : moving.place()
    if (coming) this.#putOnLeft(coming, place?.offset ?? null)
    store.setState({ model, milliseconds, compareFailure: null })
    if (coming) reviewing.start(coming.review)
    else reviewing.match()
    // Whoever has nothing in hand is shown the first change, with another baseline too.
    const afresh = step === null || (coming !== null && place === null)
    if (afresh) moving.takeFirst()
    else moving.keep(place, step)
    this.#controller.redraw()
    if (afresh) moving.revealCurrent()
    if (this.#openingAt) moving.goToWords(this.#openingAt)
    this.#openingAt = null
    if (coming) baselines.arrived()
    moving.tellGeometry()
  }

  /** Everything that is said of the former left text goes with it. `inHand`: the place of the compared draft that the reader is at. */
  #putOnLeft({ left, at }: ComingBaseline, inHand: number | null): void {
    const controller = this.#controller
    this.#coming = null
    this.#openingAt = at === null ? null : { side: 'left', start: at, quote: '' }
    controller.folds.forgetPlaces()
    controller.panes?.setLeft(left.text, inHand === null ? null : controller.toNow(inHand))
    controller.store.setState({ left, cameFrom: null, noteDraft: null, openThread: null })
  }

  /** A comparison with another baseline that failed leaves the former one, which still holds. */
  #failed(message: string): void {
    const { store, baselines } = this.#controller
    const { left } = store.getState()
    this.#busy.set(false)
    if (!this.#coming || !left) {
      store.setState({ compareFailure: message })
      return
    }
    this.#coming = null
    this.#live.rebase(inputOf(left))
    baselines.gaveUp()
    if (message !== 'cancelled') showToast(translate('compare:baselines.failed'))
    this.compare()
  }
}
