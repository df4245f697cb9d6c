import type { Lexicon } from '../../../shared/targets/lexicon.ts'
import type { Range } from '../../../shared/text/range.ts'
import type { SideInput } from '../../workers/compare-protocol.ts'
import { HistoryClient } from '../../workers/history-client.ts'
import { historyWorker } from '../../workers/history-worker.ts'
import { type CompareState, type CompareStore, NO_HISTORY } from './compare-state.ts'
import { blockInHand } from './model/block-in-hand.ts'
import { knownOf, loadVersion, type SideText } from './sides.ts'

/** After a keystroke the old documents wait until nothing has been typed for this long. */
const AFTER_TYPING_MS = 400

/** Stepping from change to change asks nothing; staying at a target does. */
const AFTER_STAYING_MS = 600

/** 历次表述: what the baselines say in place of the block in hand. Asks while it is looked at: in full, or as the figures of a target. */
export class HistoryKeeper {
  readonly #store: CompareStore
  readonly #caret: () => number | null
  readonly #client: HistoryClient
  #lexicon: Lexicon = { indicators: [] }
  /** Baselines that have been read, by version. */
  readonly #texts = new Map<string, Promise<SideText>>()
  #baselines: { readonly key: string; readonly inputs: readonly SideInput[] } = { key: '', inputs: [] }
  #draft: SideInput | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  /** Counts questions, those too that are still being put together. */
  #asked = 0

  /** `caret`: where the draft's caret is in the compared text; null while it has no focus. */
  constructor(store: CompareStore, caret: () => number | null) {
    this.#store = store
    this.#caret = caret
    this.#client = new HistoryClient({
      borrowWorker: () => historyWorker.borrow(),
      onSaid: (key, passage) =>
        this.#change(({ said, failed }) => ({
          said: new Map(said).set(key, passage),
          failed: new Set([...failed].filter((each) => each !== key)),
        })),
      onFailed: (key) => this.#change(({ failed }) => ({ failed: new Set(failed).add(key) })),
      onEnd: (status) => this.#change(() => ({ status })),
    })
  }

  start(lexicon: Lexicon): void {
    this.#lexicon = lexicon
  }

  /** Follows the row in hand, the draft and the list of baselines until `signal` says that the comparison is closed. */
  follow(signal: AbortSignal): void {
    const stop = this.#store.subscribe((state, before) => {
      if (!state.model || !isLookedAt(state) || !isOther(state, before)) return
      const typed = state.model !== before.model && before.model !== null && state.left === before.left
      const delay = state.tab === 'change' ? AFTER_STAYING_MS : 0
      this.#askAfter(typed ? AFTER_TYPING_MS : delay)
    })
    signal.addEventListener('abort', stop)
  }

  /** In a row of several blocks the caret says which one is in hand. */
  caretMoved(): void {
    const state = this.#store.getState()
    if (state.tab === 'history' && this.#block(state)?.start !== state.history.block?.start) this.#askAfter(0)
  }

  /** Asks again after it was called off or has failed. */
  again(): void {
    this.#askAfter(0)
  }

  cancel(): void {
    clearTimeout(this.#timer)
    this.#asked += 1
    this.#client.cancel()
    this.#change(({ status }) => ({ status: status === 'asking' ? 'cancelled' : status }))
  }

  end(): void {
    clearTimeout(this.#timer)
    this.#asked += 1
    this.#client.destroy()
  }

  #block(state: CompareState): Range | null {
    return blockInHand(state, [this.#caret(), placeOfSelected(state)])
  }

  #askAfter(milliseconds: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#ask(), milliseconds)
  }

  async #ask(): Promise<void> {
    this.#asked += 1
    const asked = this.#asked
    const state = this.#store.getState()
    const block = this.#block(state)
    if (!block) {
      this.#client.cancel()
      this.#store.setState({ history: NO_HISTORY })
      return
    }
    this.#begin(block)
    try {
      const baselines = await this.#read(state.baselines.map(({ version }) => version.id))
      const draft = this.#draftOf(state)
      if (asked === this.#asked && draft) this.#client.ask({ baselines, lexicon: this.#lexicon, draft, block })
    } catch {
      if (asked === this.#asked) this.#change(() => ({ status: 'broken' }))
    }
  }

  /** What was said of the same block stays until the newer answers come; of another block nothing is left. */
  #begin(block: Range): void {
    this.#change(({ block: former, said }) => ({
      block,
      status: 'asking',
      failed: new Set(),
      said: former?.start === block.start ? said : new Map(),
    }))
  }

  async #read(ids: readonly string[]): Promise<readonly SideInput[]> {
    const key = ids.join(' ')
    if (key === this.#baselines.key) return this.#baselines.inputs
    const sides = await Promise.all(ids.map((id) => this.#text(id)))
    const inputs = sides.map((side) => ({ key: side.versionId, text: side.text, known: knownOf(side, true) }))
    this.#baselines = { key, inputs }
    return inputs
  }

  #text(id: string): Promise<SideText> {
    const known = this.#texts.get(id)
    if (known) return known
    const { left } = this.#store.getState()
    const text = left?.versionId === id ? Promise.resolve(left) : loadVersion(id)
    this.#texts.set(id, text)
    text.catch(() => this.#texts.delete(id))
    return text
  }

  /** The draft as it was compared; the same object while its text is the same, so that it crosses to the worker once. */
  #draftOf({ model, right }: CompareState): SideInput | null {
    if (!model || !right) return null
    const { text, blocks } = model.comparison.right
    if (this.#draft?.text !== text)
      this.#draft = { key: right.versionId, text, known: { ...knownOf(right, false), blocks } }
    return this.#draft
  }

  #change(next: (history: CompareState['history']) => Partial<CompareState['history']>): void {
    this.#store.setState(({ history }) => ({ history: { ...history, ...next(history) } }))
  }
}

/** 历次表述 itself, or its figures beside a target change; what the one baseline on the left says of it stands there anyway. */
function isLookedAt({ tab, selected, baselines }: CompareState): boolean {
  return tab === 'history' || (tab === 'change' && baselines.length > 1 && selected?.startsWith('target:') === true)
}

function isOther(state: CompareState, before: CompareState): boolean {
  const { tab, current, selected, model, baselines } = state
  return (
    tab !== before.tab ||
    current !== before.current ||
    selected !== before.selected ||
    model !== before.model ||
    baselines !== before.baselines
  )
}

/** Where the selected target stands in the draft; null where none is. */
function placeOfSelected({ model, selected }: CompareState): number | null {
  if (!selected?.startsWith('target:')) return null
  return model?.comparison.targets[Number(selected.slice('target:'.length))]?.right?.start ?? null
}
