import { MOST_BASELINES } from '../../../shared/comparison/passage-history.ts'
import type { Output } from '../../../shared/contract/contract.ts'
import { api } from '../../lib/api.ts'
import { translate } from '../../lib/i18n.ts'
import { useLibrary } from '../../lib/library.ts'
import { showError, showToast } from '../../lib/toast.ts'
import type { CompareStore } from './compare-state.ts'
import { baselinesOf, type DraftSide } from './model/baselines.ts'
import { loadVersion, type SideText } from './sides.ts'

type Review = Output<'review:open'>

/** A baseline that has been read and waits for its comparison. */
export interface ComingBaseline {
  readonly left: SideText
  readonly review: Review
  /** Offset in it to go to; null: the reader stays where he is in the draft. */
  readonly at: number | null
}

/** The texts that the draft is held against: which they are, kept with its document, and which of them stands on the left. */
export class Baselines {
  readonly #store: CompareStore
  /** Compares with it, and puts it on the left when that is done. */
  readonly #compare: (coming: ComingBaseline) => void
  #chosen: readonly string[] | null = null
  /** Counts the user's choices. */
  #choices = 0
  /** Counts what was asked to take the left side; the newest wins. */
  #asked = 0

  constructor(store: CompareStore, compare: (coming: ComingBaseline) => void) {
    this.#store = store
    this.#compare = compare
  }

  /** Lists them again whenever the library changes, until `signal` says that the comparison is closed. */
  follow(signal: AbortSignal): void {
    signal.addEventListener(
      'abort',
      useLibrary.subscribe(() => this.list()),
    )
  }

  /** Once both texts are there. */
  async start(): Promise<void> {
    const { right } = this.#store.getState()
    if (!right) return
    this.list()
    const choices = this.#choices
    try {
      const { versionIds } = await api.invoke('baselines:get', { documentId: right.documentId })
      // What the user has chosen since is newer than the answer.
      if (choices !== this.#choices) return
      this.#chosen = versionIds
      this.list()
    } catch (error) {
      showError(error)
    }
  }

  /** Says who they are, as the library has them now. */
  list(): void {
    const { left, right } = this.#store.getState()
    const { documents } = useLibrary.getState()
    if (!left || !right || !documents) return
    const side: DraftSide = {
      documentId: right.documentId,
      versionId: right.versionId,
      isDraft: right.ref.type === 'draft',
    }
    this.#store.setState({ baselines: baselinesOf(documents, side, left.versionId, this.#chosen) })
  }

  /** Whether the user has chosen, or sees what is proposed. */
  get areChosen(): boolean {
    return this.#chosen !== null
  }

  add(versionId: string): void {
    const ids = this.#ids()
    if (ids.includes(versionId)) return
    if (ids.length >= MOST_BASELINES) showToast(translate('compare:baselines.most', { count: MOST_BASELINES }))
    else this.#choose([...ids, versionId])
  }

  /** Takes one off the list; the one on the left stays. */
  remove(versionId: string): void {
    this.#choose(this.#ids().filter((id) => id !== versionId))
  }

  /** Goes back to what is proposed. */
  forget(): void {
    this.#choose(null)
  }

  /** Puts a baseline on the left: one of the list or any other, which is then among them. `at`: an offset in it to go to. */
  async switchTo(versionId: string, at: number | null = null): Promise<void> {
    const { left, right } = this.#store.getState()
    this.#asked += 1
    if (!right || left?.versionId === versionId) {
      this.#store.setState({ coming: null })
      return
    }
    const asked = this.#asked
    this.#store.setState({ coming: versionId })
    try {
      const [side, review] = await Promise.all([
        loadVersion(versionId),
        api.invoke('review:open', { leftVersionId: versionId, right: right.ref }),
      ])
      if (asked === this.#asked) this.#compare({ left: side, review, at })
    } catch (error) {
      showError(error)
      if (asked === this.#asked) this.#store.setState({ coming: null })
    }
  }

  /** The next or previous one in time takes the left side, round the ends. */
  step(direction: 1 | -1): void {
    const { baselines, left, coming } = this.#store.getState()
    const here = baselines.findIndex(({ version }) => version.id === (coming ?? left?.versionId))
    const next = baselines[(here + direction + baselines.length) % baselines.length]
    if (next) void this.switchTo(next.version.id)
  }

  /** Another baseline now stands on the left. It joins the list, and the one that stood there stays on it. */
  arrived(): void {
    const { left } = this.#store.getState()
    if (!left) return
    const wanted = [...new Set([...this.#ids(), left.versionId])]
    this.#store.setState({ coming: null })
    this.list()
    const listed = new Set(this.#ids())
    if (wanted.some((id) => !listed.has(id))) this.#choose(wanted.slice(-MOST_BASELINES))
  }

  /** Its comparison has failed or was called off: what stands on the left stays. */
  gaveUp(): void {
    this.#asked += 1
    this.#store.setState({ coming: null })
  }

  #ids(): string[] {
    return this.#store.getState().baselines.map(({ version }) => version.id)
  }

  #choose(versionIds: readonly string[] | null): void {
    const { right } = this.#store.getState()
    if (!right) return
    this.#choices += 1
    this.#chosen = versionIds
    this.list()
    const kept = versionIds && [...versionIds]
    api.invoke('baselines:set', { documentId: right.documentId, versionIds: kept }).catch(showError)
  }
}
