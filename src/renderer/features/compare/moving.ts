import type { ChangeSet } from '@codemirror/state'
import type { ViewUpdate } from '@codemirror/view'
import type { TargetChange } from '../../../shared/targets/target-change.ts'
import type { Side } from '../../editor/pane-pair.ts'
import type { PaneAction } from '../../editor/pane-spec.ts'
import type { CompareController } from './compare-controller.ts'
import type { Tab } from './compare-state.ts'
import { targetId } from './model/chip-lines.ts'
import { step } from './model/navigation.ts'
import { shownItemAt, shownItems, type ViewModel } from './model/view-model.ts'

/** A row in hand, remembered over a comparison by a place in its text. */
export interface Place {
  readonly side: Side
  readonly offset: number
  readonly selectedName: string | null
}

function nameOfSelected(model: ViewModel, selected: string | null): string | null {
  if (!selected?.startsWith('target:')) return null
  const change = model.comparison.targets[Number(selected.slice('target:'.length))]
  const target = change?.right ?? change?.left
  return target ? (target.canonical ?? target.indicator) : null
}

/** Where a quote stands nearest to a place; the place itself where it is gone. */
function nearest(text: string, quote: string, start: number): number {
  const before = text.lastIndexOf(quote, start)
  const after = text.indexOf(quote, start)
  if (before < 0 || after < 0) return Math.max(before, after, before === after ? start : -1)
  return start - before <= after - start ? before : after
}

/** Where the reader is: the row in hand, what is selected in it, what is folded, and how to get from one to the next. */
export class Moving {
  readonly #controller: CompareController
  #scheduled = false
  #laidOut = false

  constructor(controller: CompareController) {
    this.#controller = controller
  }

  /** Takes a row in hand; the screen does not move. */
  take(display: number): void {
    const { store } = this.#controller
    const { model, filters, current } = store.getState()
    if (!model || current === display) return
    const item = shownItemAt(model, filters, display)
    const first = item?.targets[0]
    this.#set(display, first === undefined ? null : targetId(first))
  }

  /** Takes a row in hand and brings it to one third of the height; a fold over it opens. */
  goTo(display: number, tab?: Tab): void {
    this.#unfold(display)
    this.take(display)
    const { store, panes } = this.#controller
    if (tab) store.setState({ tab })
    const row = store.getState().visual.ofDisplay[display]
    if (row !== undefined) panes?.reveal(row)
  }

  /** F7, Shift+F7: the next or previous change that the filters show. */
  stepChange(direction: 1 | -1): void {
    const { model, filters, current } = this.#controller.store.getState()
    if (!model) return
    const next = step(
      shownItems(model, filters).map((item) => item.display),
      current,
      direction,
    )
    if (next !== null) this.goTo(next)
  }

  /** F8, Shift+F8: the next or previous target change, also within one row. */
  stepTarget(direction: 1 | -1): void {
    const { store } = this.#controller
    const { model, current, selected } = store.getState()
    if (!model) return
    const all = model.items.flatMap((item) =>
      item.targets.map((target) => ({ id: targetId(target), display: item.display })),
    )
    const here = all.findIndex(({ id }) => id === selected)
    if (here >= 0) {
      const next = all[(here + direction + all.length) % all.length]
      if (next) this.select(next.id)
      return
    }
    const display = step([...new Set(all.map((each) => each.display))], current, direction)
    const found = all.find((each) => each.display === display)
    if (found) this.select(found.id)
  }

  /** Selects a target change or a finding and goes where it stands. */
  select(id: string): void {
    const { store } = this.#controller
    const { model } = store.getState()
    if (!model) return
    const [type, number] = id.split(':')
    const index = Number(number)
    const display =
      type === 'finding' ? model.findingRows[index] : model.items.find((item) => item.targets.includes(index))?.display
    if (display === undefined || display === null) return
    this.#unfold(display)
    // Whoever reads what earlier documents said of one target goes on to the next with it.
    if (type === 'finding') store.setState({ tab: 'checks' })
    else if (store.getState().tab !== 'history') store.setState({ tab: 'change' })
    this.#set(display, id)
    this.#reveal(display, true)
  }

  followLink(display: number): void {
    const { store } = this.#controller
    const from = store.getState().model?.rows[display]?.partner ?? null
    this.goTo(display)
    store.setState({ cameFrom: from })
  }

  /** 返回 after a move's link. */
  goBack(): void {
    const { store } = this.#controller
    const { cameFrom } = store.getState()
    if (cameFrom !== null) this.goTo(cameFrom)
    store.setState({ cameFrom: null })
  }

  /** Goes where a place of one text stands. */
  goToOffset(side: Side, offset: number): void {
    const display = this.#controller.store.getState().model?.find[side](offset)
    if (display !== undefined && display !== null) this.goTo(display)
  }

  /** Goes where words of one text stand: to the target change that they state, else to their row. */
  goToWords({ side, start, quote }: { readonly side: Side; readonly start: number; readonly quote: string }): void {
    const { model } = this.#controller.store.getState()
    if (!model) return
    const { text } = model.comparison[side]
    const at = text.startsWith(quote, start) ? start : nearest(text, quote, start)
    const states = (change: TargetChange) => change[side]?.start === at && change[side]?.quote === quote
    const index = model.comparison.targets.findIndex(states)
    const shown = index >= 0 && model.items.some((item) => item.targets.includes(index))
    if (shown) this.select(targetId(index))
    else this.goToOffset(side, at)
  }

  openFold(display: number, all: boolean): void {
    const { store, folds } = this.#controller
    if (all) folds.openAll()
    else this.#openAt(display)
    this.#controller.redraw()
    store.setState({ cameFrom: null })
  }

  shutFolds(): void {
    this.#controller.folds.shutAll()
    this.#controller.redraw()
  }

  openFoldAt(side: Side, position: number): void {
    const display = this.#displayAt(side, position)
    if (display !== null && this.#openAt(display)) this.#controller.redraw()
  }

  /** The caret or selection of a pane moved: its row is the one in hand. */
  selected(side: Side, update: ViewUpdate): void {
    if (!update.selectionSet || update.docChanged || !update.view.hasFocus) return
    const { main } = update.state.selection
    const display = this.#displayAt(side, main.head)
    if (display === null) return
    // A transaction is under way: what follows from it comes after it.
    queueMicrotask(() => {
      if (this.#openAt(display)) this.#controller.redraw()
      this.take(display)
      this.#controller.history.caretMoved()
    })
  }

  /** After the first comparison: the first changed target is in hand, or the first change where no target has changed. */
  takeFirst(): void {
    const { model, filters } = this.#controller.store.getState()
    const items = model ? shownItems(model, filters) : []
    const first = items.find((item) => item.tag === 'target') ?? items[0]
    const target = first?.targets[0]
    if (first) this.#set(first.display, target === undefined ? null : targetId(target))
  }

  revealCurrent(): void {
    const { current } = this.#controller.store.getState()
    if (current !== null) this.#reveal(current, false)
  }

  /** Where the reader is, so that it is found again in the next comparison. */
  place(): Place | null {
    const { model, current, selected } = this.#controller.store.getState()
    const row = current === null ? null : model?.rows[current]
    if (!model || !row) return null
    const side: Side = row.right ? 'right' : 'left'
    return { side, offset: row[side]?.start ?? 0, selectedName: nameOfSelected(model, selected) }
  }

  /** Where the reader is in the draft, for a comparison with another baseline: of a row that it does not have, the row before. */
  placeInDraft(): Place | null {
    const { model, current, selected } = this.#controller.store.getState()
    if (!model || current === null) return null
    const row = model.rows.slice(0, current + 1).findLast(({ right }) => right !== null)
    return row?.right ? { side: 'right', offset: row.right.start, selectedName: nameOfSelected(model, selected) } : null
  }

  /** Takes the same row in hand after a new comparison. `change` leads from the text compared before to the one compared now. */
  keep(place: Place | null, change: ChangeSet | null): void {
    const { panes } = this.#controller
    const { model, filters } = this.#controller.store.getState()
    if (!place || !model) return
    const offset =
      place.side === 'right' && change ? change.mapPos(Math.min(place.offset, change.length), 1) : place.offset
    let current = model.find[place.side](offset)
    const view = panes?.right
    if (view?.hasFocus && place.side === 'right') {
      current = model.find.right(this.#controller.toCompared(view.state.selection.main.head)) ?? current
    }
    const item = current === null ? null : shownItemAt(model, filters, current)
    const same = item?.targets.find((target) => nameOfSelected(model, targetId(target)) === place.selectedName)
    const target = same ?? item?.targets[0]
    this.#set(current, target === undefined ? null : targetId(target))
    if (current !== null) this.#openAt(current)
  }

  /** Rows moved (`laidOut`) or others came on the screen; several changes of one turn are told once. */
  geometryChanged(laidOut: boolean): void {
    this.#laidOut ||= laidOut
    if (this.#scheduled) return
    this.#scheduled = true
    queueMicrotask(() => this.tellGeometry())
  }

  /** Tells at once what `geometryChanged` would tell at the end of the turn, for whoever changes other things of the screen with it. */
  tellGeometry(): void {
    if (!this.#scheduled) return
    const { store, panes } = this.#controller
    const { visual } = store.getState()
    const top = panes ? (visual.rows[panes.visibleRows().from]?.display ?? 0) : 0
    const layout = this.#laidOut ? 1 : 0
    this.#scheduled = false
    this.#laidOut = false
    store.setState((state) => ({ geometry: state.geometry + 1, layout: state.layout + layout, top }))
  }

  /** A click on something that a pane draws. */
  acted(side: Side, action: PaneAction): void {
    const { reviewing, store } = this.#controller
    switch (action.type) {
      case 'chip':
        this.select(action.id)
        break
      case 'link':
        this.followLink(Number(action.id))
        break
      case 'fold':
        this.openFold(Number(action.id), action.all)
        break
      case 'note':
        reviewing.showThread(action.id)
        break
    }
    if (action.type !== 'note' && side === 'left') store.setState({ noteDraft: null })
  }

  showTab(tab: Tab): void {
    this.#controller.store.setState({ tab })
  }

  #set(current: number | null, selected: string | null): void {
    const { store, panes } = this.#controller
    store.setState({ current, selected })
    panes?.selectChip(selected)
  }

  #reveal(display: number, gently: boolean): void {
    const { store, panes } = this.#controller
    const row = store.getState().visual.ofDisplay[display]
    if (row !== undefined) panes?.reveal(row, gently)
  }

  #displayAt(side: Side, position: number): number | null {
    const { model } = this.#controller.store.getState()
    return model?.find[side](side === 'right' ? this.#controller.toCompared(position) : position) ?? null
  }

  #unfold(display: number): void {
    if (this.#openAt(display)) this.#controller.redraw()
  }

  /** Opens the fold over a row; answers whether there was one. */
  #openAt(display: number): boolean {
    const { store, folds } = this.#controller
    const { model, visual } = store.getState()
    const fold = visual.rows[visual.ofDisplay[display] ?? -1]?.fold
    if (!model || !fold || display < fold.from || display >= fold.to) return false
    folds.open(model, fold)
    return true
  }
}
