import { redo, undo } from '@codemirror/commands'
import type { ChangeSet } from '@codemirror/state'
import type { ViewUpdate } from '@codemirror/view'
import type { Output } from '../../../shared/contract/contract.ts'
import { PanePair } from '../../editor/pane-pair.ts'
import { api } from '../../lib/api.ts'
import { i18n, translate } from '../../lib/i18n.ts'
import { useSettings } from '../../lib/settings.ts'
import type { Pair } from '../../lib/versions.ts'
import { Baselines } from './baselines.ts'
import { createCompareStore } from './compare-state.ts'
import { Comparing, type OpeningPlace } from './comparing.ts'
import { Drafting, rightToOpen } from './drafting.ts'
import { drawingOf, OpenFolds, visualRowsOf } from './drawing.ts'
import { HistoryKeeper } from './history-keeper.ts'
import type { Filters } from './model/filters.ts'
import { paneText } from './model/pane-specs.ts'
import { takeBaseline } from './model/take-baseline.ts'
import { Moving } from './moving.ts'
import { Reviewing } from './reviewing.ts'
import { type ComparedTexts, loadTexts } from './sides.ts'

export interface PaneHosts {
  readonly scroller: HTMLElement
  readonly left: HTMLElement
  readonly right: HTMLElement
}

/** Which texts to open, and where. */
export interface Opening extends Pair {
  /** Words to open at; null for the first changed target. */
  readonly at: OpeningPlace | null
}

/**
 * One comparison on the screen: the two texts in their editors, the worker that compares them, the draft that is kept safe and the
 * review. The texts live in the editors; all that the components show lives in the store.
 */
export class CompareController {
  readonly store = createCompareStore()
  readonly moving: Moving
  readonly reviewing: Reviewing
  readonly drafting = new Drafting(this.store, {
    text: () => this.#panes?.right.state.doc.toString() ?? '',
    apply: (changes) => this.#applyStored(changes),
  })
  readonly folds = new OpenFolds()
  readonly comparing: Comparing
  readonly baselines = new Baselines(this.store, (coming) => this.comparing.rebase(coming))
  readonly history = new HistoryKeeper(this.store, () => this.caretInDraft())
  readonly #ending = new AbortController()
  readonly #loading: {
    readonly texts: Promise<ComparedTexts>
    readonly reviewed: Promise<Output<'review:open'>>
  }
  readonly #openingAt: OpeningPlace | null
  #hosts: PaneHosts | null = null
  #panes: PanePair | null = null
  #lastEditAt = 0
  #replacing = false

  /** Begins to load the texts: they are read while the screen is put together. */
  constructor({ leftVersionId, right, at }: Opening) {
    const ref = rightToOpen(right)
    this.#openingAt = at
    this.#loading = {
      texts: loadTexts(leftVersionId, ref),
      reviewed: api.invoke('review:open', { leftVersionId, right: ref }),
    }
    // What fails is told where it is waited for, unless something else has failed before or the screen is left.
    for (const loading of Object.values(this.#loading)) loading.catch(() => {})
    this.moving = new Moving(this)
    this.reviewing = new Reviewing(this)
    this.store.setState({ filters: useSettings.getState().settings.filters })
    this.comparing = new Comparing(this)
  }

  get panes(): PanePair | null {
    return this.#panes
  }

  /** Begins to follow what the screen depends on; `hosts` is where the editors will stand. Returns the function that takes everything down again. */
  attach(hosts: PaneHosts): () => void {
    const { signal } = this.#ending
    this.#hosts = hosts
    this.#follow(signal)
    this.baselines.follow(signal)
    this.history.follow(signal)
    window.addEventListener('pagehide', () => void this.drafting.flush(), { signal })
    document.addEventListener('visibilitychange', () => void this.drafting.flush(), { signal })
    return () => this.destroy()
  }

  destroy(): void {
    this.#ending.abort()
    this.history.end()
    this.drafting.end()
    this.comparing.destroy()
    this.#panes?.destroy()
    this.#panes = null
    this.#hosts = null
  }

  /** Shows both texts as soon as they are there, and compares them. */
  async open(): Promise<void> {
    const { texts, reviewed } = this.#loading
    try {
      const loaded = await texts
      if (!this.#hosts) return
      this.store.setState({ left: loaded.left, right: loaded.right })
      this.#show(this.#hosts, loaded)
      this.reviewing.start(await reviewed)
      this.redraw()
    } catch (failure) {
      this.store.setState({ failure })
    }
  }

  /** Marks and rows again, for other filters, folds, remarks or words; the texts are as they were. */
  redraw(): void {
    const { model } = this.store.getState()
    if (!model || !this.#panes) return
    this.store.setState((state) => ({ visual: visualRowsOf(state, model, this.folds) }))
    this.#panes.draw(drawingOf(this.store.getState(), model, this.comparing.drift(), translate))
  }

  setFilter(name: keyof Filters, on: boolean): void {
    const filters = { ...this.store.getState().filters, [name]: on }
    this.store.setState({ filters })
    this.redraw()
    void useSettings.getState().change({ filters })
  }

  /** 取底本文字 for a row; undone like any typing. */
  takeBaseline(display: number): void {
    const { model } = this.store.getState()
    const view = this.#panes?.right
    if (!model || !view || !this.#mayEdit()) return
    const replacement = takeBaseline(model.comparison, model.rows, display)
    if (!replacement) return
    const { from, to, insert } = replacement
    const changes = { from: this.toNow(from, -1), to: this.toNow(to, 1), insert }
    view.dispatch({ changes, userEvent: 'baseline' })
  }

  /** A position of the compared right text in the text as it is now. */
  toNow(position: number, assoc: 1 | -1 = -1): number {
    const drift = this.comparing.drift()
    return drift ? drift.mapPos(Math.min(position, drift.length), assoc) : position
  }

  /** The other way: where a position of the text as it is now stood when it was compared. */
  toCompared(position: number): number {
    const drift = this.comparing.drift()
    const view = this.#panes?.right
    return drift && view ? drift.invertedDesc.mapPos(Math.min(position, drift.newLength)) : position
  }

  /** Takes back the last thing done, whether typed or decided. */
  undo(): boolean {
    const view = this.#panes?.right
    if (this.reviewing.lastStepAt > this.#lastEditAt && this.reviewing.canUndo) {
      void this.reviewing.undo()
      return true
    }
    if (view && undo(view)) return true
    void this.reviewing.undo()
    return this.reviewing.canUndo
  }

  redo(): boolean {
    const view = this.#panes?.right
    if (view && redo(view)) return true
    void this.reviewing.redo()
    return true
  }

  /** Goes to a place of a baseline, which takes the left side where it does not stand there. */
  openBaseline(versionId: string, start: number): void {
    if (this.store.getState().left?.versionId === versionId) this.moving.goToOffset('left', start)
    else void this.baselines.switchTo(versionId, start)
  }

  /** The caret of the draft as a place of the text that was compared; null while the draft does not have the focus. */
  caretInDraft(): number | null {
    const view = this.#panes?.right
    return view?.hasFocus ? this.toCompared(view.state.selection.main.head) : null
  }

  /** Other words need other widgets, another text size other heights, other checks another comparison. */
  #follow(signal: AbortSignal): void {
    const redraw = () => this.redraw()
    i18n.on('languageChanged', redraw)
    const stop = useSettings.subscribe(({ settings }, before) => {
      if (settings.textSize !== before.settings.textSize) requestAnimationFrame(() => this.#panes?.remeasure())
      if (settings.disabledChecks !== before.settings.disabledChecks) this.comparing.compare()
    })
    signal.addEventListener('abort', () => {
      i18n.off('languageChanged', redraw)
      stop()
    })
  }

  #show(hosts: PaneHosts, texts: ComparedTexts): void {
    const { right, words } = texts
    // The worker is at it while the page draws the texts.
    this.comparing.start(texts, this.#openingAt)
    this.#panes = this.#createPanes(hosts, texts)
    this.drafting.start(right)
    this.history.start(words.lexicon)
    void this.baselines.start()
  }

  #createPanes(hosts: PaneHosts, { left, right }: ComparedTexts): PanePair {
    const panes = new PanePair({
      ...hosts,
      labels: { left: translate('compare:pane.left'), right: translate('compare:pane.right') },
      texts: { left: paneText(left), right: paneText(right) },
      mayEdit: () => this.#mayEdit(),
      onUndo: () => this.undo(),
      onRedo: () => this.redo(),
      onEdit: (changes, update) => this.#edited(changes, update),
      onSelect: (side, update) => this.moving.selected(side, update),
      onAction: (side, action) => this.moving.acted(side, action),
      onFoldTouched: (at) => this.moving.openFoldAt('right', at),
      onGeometry: (laidOut) => this.moving.geometryChanged(laidOut),
    })
    panes.right.contentDOM.addEventListener('compositionend', () => this.comparing.composed(), {
      signal: this.#ending.signal,
    })
    return panes
  }

  /** A change of the text that is stored already: compared, but not saved again. */
  #applyStored(changes: ChangeSet): void {
    this.#replacing = true
    this.#panes?.right.dispatch({ changes })
    this.#replacing = false
  }

  #mayEdit(): boolean {
    if (this.drafting.mayEdit) return true
    this.store.setState({ asking: true })
    return false
  }

  #edited(changes: ChangeSet, update: ViewUpdate): void {
    this.#lastEditAt = performance.now()
    if (!this.#replacing) this.drafting.edited(changes)
    this.comparing.edited(changes, update.view.composing)
  }
}
