import type { ChangeSet } from '@codemirror/state'
import type { Input, Output } from '../../../shared/contract/contract.ts'

type SaveInput = Input<'draft:save'>
type TextChange = SaveInput['changes'][number]

/** `idle` nothing to save; `waiting` typed, not sent; `failed` will be tried again; `conflict` the stored draft is another. */
export interface SaveState {
  readonly status: 'idle' | 'waiting' | 'saving' | 'failed' | 'conflict'
  /** When the text on the screen was last safe; ISO 8601. */
  readonly savedAt: string | null
  readonly error: unknown
}

export interface DraftSaverOptions {
  readonly save: (input: SaveInput) => Promise<Output<'draft:save'>>
  /** Asked after a conflict: what the store holds now. */
  readonly reload: () => Promise<{ readonly revision: number; readonly text: string }>
  readonly onState: (state: SaveState) => void
  readonly isConflict: (error: unknown) => boolean
  /** Milliseconds between the first unsaved keystroke and its saving. */
  readonly delay?: number
  /** Milliseconds before the first, second, … new try. */
  readonly retries?: readonly number[]
}

const DELAY_MS = 200
const RETRY_MS = [500, 1000, 2000, 5000]

/**
 * A change set as changes to apply one after the other: from the end of the text to its start, so that none moves the next.
 */
export function toTextChanges(changes: ChangeSet): TextChange[] {
  const list: TextChange[] = []
  changes.iterChanges((from, to, _fromNew, _toNew, inserted) => {
    list.push({ from, to, insert: inserted.toString() })
  })
  return list.reverse()
}

/**
 * Keeps a draft safe: gathers keystrokes for a moment, sends them in one piece, one piece at a time, and tries again until
 * it has worked. Nothing typed is ever dropped; before `attach` it is only gathered.
 */
export class DraftSaver {
  readonly #options: DraftSaverOptions
  #draft: { readonly draftId: string; revision: number } | null = null
  /** Typed since what is being sent. */
  #pending: ChangeSet | null = null
  #sending: ChangeSet | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  #failures = 0
  #ended = false
  #state: SaveState = { status: 'idle', savedAt: null, error: null }

  constructor(options: DraftSaverOptions) {
    this.#options = options
  }

  get state(): SaveState {
    return this.#state
  }

  /** Whether something typed is not safe yet. */
  get dirty(): boolean {
    return this.#pending !== null || this.#sending !== null
  }

  /** From now on changes go to this draft; what was gathered goes first. */
  attach(draft: { readonly draftId: string; readonly revision: number; readonly savedAt: string }): void {
    this.#draft = { draftId: draft.draftId, revision: draft.revision }
    this.#say({ status: this.#pending ? 'waiting' : 'idle', savedAt: draft.savedAt, error: null })
    if (this.#pending) this.#sendSoon(0)
  }

  /** What was typed and is not being sent; null when there is nothing. */
  get unsent(): ChangeSet | null {
    return this.#pending
  }

  /** What is to be saved is something else than was gathered: the stored draft turned out to be another text. Attach again. */
  rebase(unsent: ChangeSet | null): void {
    this.#sending = null
    this.#pending = unsent
  }

  push(changes: ChangeSet): void {
    this.#pending = this.#pending ? this.#pending.compose(changes) : changes
    if (this.#state.status === 'conflict') return
    if (this.#state.status !== 'failed') this.#say({ ...this.#state, status: 'waiting' })
    if (!this.#sending && this.#state.status !== 'failed') this.#sendSoon(this.#options.delay ?? DELAY_MS)
  }

  /** Sends what is typed now (leaving the screen, sealing). Resolves when all is safe, or when trying has failed. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    while (this.#pending && this.#draft && !this.#sending && this.#state.status !== 'conflict') {
      await this.#send()
      if (this.#state.status === 'failed') return
    }
  }

  /** No more tries; what is still typed is sent once more. */
  end(): void {
    void this.flush()
    this.#ended = true
  }

  #sendSoon(delay: number): void {
    if (!this.#draft || this.#timer !== undefined || this.#ended) return
    this.#timer = setTimeout(() => {
      this.#timer = undefined
      void this.#send()
    }, delay)
  }

  async #send(): Promise<void> {
    const draft = this.#draft
    const changes = this.#pending
    if (!draft || !changes || this.#sending) return
    this.#sending = changes
    this.#pending = null
    this.#say({ ...this.#state, status: 'saving' })
    try {
      const input = {
        draftId: draft.draftId,
        revision: draft.revision,
        changes: toTextChanges(changes),
        length: changes.newLength,
      }
      const { revision, savedAt } = changes.empty
        ? { revision: draft.revision, savedAt: new Date().toISOString() }
        : await this.#options.save(input)
      this.#done(revision, savedAt)
    } catch (error) {
      await this.#failed(error)
    }
  }

  #done(revision: number, savedAt: string): void {
    if (this.#draft) this.#draft.revision = revision
    this.#sending = null
    this.#failures = 0
    this.#say({ status: this.#pending ? 'waiting' : 'idle', savedAt, error: null })
    if (this.#pending) this.#sendSoon(this.#options.delay ?? DELAY_MS)
  }

  async #failed(error: unknown): Promise<void> {
    if (this.#options.isConflict(error) && (await this.#resolveConflict(error))) return
    if (this.#sending) this.#pending = this.#pending ? this.#sending.compose(this.#pending) : this.#sending
    this.#sending = null
    if (this.#state.status === 'conflict') return
    this.#say({ ...this.#state, status: 'failed', error })
    const retries = this.#options.retries ?? RETRY_MS
    this.#sendSoon(retries[Math.min(this.#failures, retries.length - 1)] ?? 0)
    this.#failures += 1
  }

  /**
   * The store refused the revision. Either our last piece did arrive and only the answer was lost, or nothing of it arrived and the
   * revision is another: both are told by the length. Anything else is somebody else's text, and the user must choose.
   */
  async #resolveConflict(error: unknown): Promise<boolean> {
    const sending = this.#sending
    if (!sending || !this.#draft) return false
    try {
      const stored = await this.#options.reload()
      if (stored.text.length === sending.newLength && sending.newLength !== sending.length) {
        this.#done(stored.revision, new Date().toISOString())
        return true
      }
      this.#say({ ...this.#state, status: 'conflict', error })
    } catch {
      // The store does not answer: tried again like any failure.
    }
    return false
  }

  #say(state: SaveState): void {
    this.#state = state
    this.#options.onState(state)
  }
}
