import { ChangeSet } from '@codemirror/state'
import { api } from '../../lib/api.ts'
import { toReply } from '../../lib/errors.ts'
import { translate } from '../../lib/i18n.ts'
import { type DraftSummary, useLibrary } from '../../lib/library.ts'
import { showError, showToast } from '../../lib/toast.ts'
import type { SideRef } from '../../lib/versions.ts'
import type { CompareStore } from './compare-state.ts'
import { DraftSaver } from './draft-saver.ts'
import { narrow } from './model/take-baseline.ts'
import { SaveSign } from './save-sign.ts'
import { openDraft, type SideText } from './sides.ts'

/** Versions that became drafts while this page was open: coming back to the pair goes on with the draft. */
const begun = new Map<string, string>()

/** What stands on the right when a text is opened: of a version from which a draft was begun on this page, that draft. */
export function rightToOpen(ref: SideRef): SideRef {
  const draftId = ref.type === 'version' ? draftBegunFrom(ref.versionId) : null
  return draftId === null ? ref : { type: 'draft', draftId }
}

/** The draft that was begun from a version, if it still is the document's draft. */
function draftBegunFrom(versionId: string): string | null {
  const draftId = begun.get(versionId)
  const stillThere = useLibrary.getState().documents?.some((document) => document.draft?.id === draftId)
  return draftId !== undefined && stillThere ? draftId : null
}

/** The user chose the version itself again. */
export function forgetDraftBegunFrom(versionId: string): void {
  begun.delete(versionId)
}

/** What the screen does for a draft. */
export interface DraftScreen {
  readonly text: () => string
  /** Changes the text on the screen without saving the change: it is stored already. */
  readonly apply: (changes: ChangeSet) => void
}

/** How long after a failure a draft is begun again. */
const AGAIN_MS = 1000

/** The change that makes one text the other, in one piece. */
function difference(before: string, after: string): ChangeSet {
  return ChangeSet.of(narrow(0, before, after), before.length)
}

/** The right text as something being written: becomes a draft with the first keystroke and is kept safe from then on. */
export class Drafting {
  readonly #store: CompareStore
  readonly #screen: DraftScreen
  readonly #saver: DraftSaver
  #beginning = false
  #ended = false
  #base: SideText | null = null

  constructor(store: CompareStore, screen: DraftScreen) {
    this.#store = store
    this.#screen = screen
    const sign = new SaveSign((save) => store.setState({ save }))
    this.#saver = new DraftSaver({
      save: (input) => api.invoke('draft:save', input),
      reload: async () => {
        const { revision, text } = await this.#stored()
        return { revision, text }
      },
      isConflict: (error) => toReply(error).code === 'draft-conflict',
      onState: (save) => sign.set(save),
    })
  }

  /** What the right side was loaded as. */
  start(right: SideText): void {
    this.#base = right
    if (right.draft) this.#attach(right.draft)
    else this.#store.setState({ otherDraft: draftOf(right.documentId), asking: false })
  }

  /** Whether typing may begin: not while the document has a draft of another version. One of this version is gone on with. */
  get mayEdit(): boolean {
    const { otherDraft, right } = this.#store.getState()
    return otherDraft === null || otherDraft.baseVersionId === right?.versionId
  }

  edited(changes: ChangeSet): void {
    this.#saver.push(changes)
    if (this.#store.getState().right?.ref.type === 'version') void this.#begin()
  }

  flush(): Promise<void> {
    return this.#saver.flush()
  }

  end(): void {
    this.#ended = true
    this.#saver.end()
  }

  /** The document's other draft is sealed as it is, and a draft of the version on the screen begun: nothing is lost. */
  async sealOther(): Promise<void> {
    const { otherDraft } = this.#store.getState()
    if (!otherDraft) return
    const documents = useLibrary.getState().documents ?? []
    const base = documents.flatMap(({ versions }) => versions).find(({ id }) => id === otherDraft.baseVersionId)
    const version = { stage: base?.stage ?? null, date: null, author: base?.author ?? '', note: '' }
    await api.invoke('draft:seal', { draftId: otherDraft.id, version })
    this.#store.setState({ otherDraft: null, asking: false })
    await this.#begin()
    await useLibrary.getState().load()
  }

  /** After a conflict: the stored draft becomes the text on the screen. */
  async keepMine(): Promise<void> {
    const draft = await this.#stored()
    this.#saver.rebase(difference(draft.text, this.#screen.text()))
    this.#attach(draft)
  }

  /** After a conflict: the text on the screen becomes the stored draft; what was typed can be had back with Ctrl+Z. */
  async takeTheirs(): Promise<void> {
    const draft = await this.#stored()
    this.#saver.rebase(null)
    this.#screen.apply(difference(this.#screen.text(), draft.text))
    this.#attach(draft)
  }

  async #stored() {
    const { draft } = await api.invoke('draft:open', { baseVersionId: this.#base?.versionId ?? '' })
    return draft
  }

  #attach(draft: { readonly id: string; readonly revision: number; readonly updatedAt: string }): void {
    this.#saver.attach({ draftId: draft.id, revision: draft.revision, savedAt: draft.updatedAt })
  }

  async #begin(): Promise<void> {
    const base = this.#base
    if (this.#beginning || this.#ended || !base || base.draft) return
    this.#beginning = true
    try {
      const side = await openDraft(base.versionId)
      if (side.draft?.baseVersionId !== base.versionId) {
        // Another window has begun a draft of another version meanwhile: what was typed stays on the screen, and the user chooses.
        this.#store.setState({ otherDraft: side.draft, asking: true })
      } else this.#goOn(base, side, side.draft)
    } catch (error) {
      showError(error)
      setTimeout(() => void this.#begin(), AGAIN_MS)
    } finally {
      this.#beginning = false
    }
  }

  /** The draft is open. Where it says more than the version that was typed into, both are brought together. */
  #goOn(base: SideText, side: SideText, draft: NonNullable<SideText['draft']>): void {
    begun.set(base.versionId, draft.id)
    this.#base = side
    this.#store.setState({ right: side, otherDraft: null, asking: false })
    if (side.text !== base.text) {
      const stored = difference(base.text, side.text)
      const typed = this.#saver.unsent
      this.#screen.apply(typed ? stored.map(typed) : stored)
      this.#saver.rebase(typed ? typed.map(stored, true) : null)
      showToast(translate('compare:otherDraft.wentOn'))
    }
    this.#attach(draft)
  }
}

function draftOf(documentId: string): DraftSummary | null {
  return useLibrary.getState().documents?.find(({ id }) => id === documentId)?.draft ?? null
}
