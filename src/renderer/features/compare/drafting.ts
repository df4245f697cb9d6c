import type { ChangeSet } from '@codemirror/state'
import { api } from '../../lib/api.ts'
import { toReply } from '../../lib/errors.ts'
import { type DraftSummary, useLibrary } from '../../lib/library.ts'
import { showError } from '../../lib/toast.ts'
import type { CompareStore } from './compare-state.ts'
import { DraftSaver } from './draft-saver.ts'
import { openDraft, type SideText } from './sides.ts'

/** Versions that became drafts while this page was open: coming back to the pair goes on with the draft. */
const begun = new Map<string, string>()

/** The draft that was begun from a version on this page, if it still is the document's draft. */
export function draftBegunFrom(versionId: string): string | null {
  const draftId = begun.get(versionId)
  const stillThere = useLibrary.getState().documents?.some((document) => document.draft?.id === draftId)
  return draftId !== undefined && stillThere ? draftId : null
}

/** The user chose the version itself again. */
export function forgetDraftBegunFrom(versionId: string): void {
  begun.delete(versionId)
}

/** The right text as something being written: becomes a draft with the first keystroke and is kept safe from then on. */
export class Drafting {
  readonly #store: CompareStore
  readonly #saver: DraftSaver
  readonly #text: () => string
  readonly #replace: (text: string) => void
  #beginning = false
  #base: SideText | null = null

  /** `text` is what stands on the screen; `replace` puts another text there without saving it. */
  constructor(store: CompareStore, screen: { readonly text: () => string; readonly replace: (text: string) => void }) {
    this.#store = store
    this.#text = screen.text
    this.#replace = screen.replace
    this.#saver = new DraftSaver({
      save: (input) => api.invoke('draft:save', input),
      reload: async () => {
        const { revision, text } = await this.#stored()
        return { revision, text }
      },
      isConflict: (error) => toReply(error).code === 'draft-conflict',
      onState: (save) => store.setState({ save }),
    })
  }

  /** What the right side was loaded as. */
  start(right: SideText): void {
    this.#base = right
    if (right.draft) this.#attach(right)
    else this.#store.setState({ otherDraft: this.#otherDraftOf(right), asking: false })
  }

  /** Whether typing is safe: not while the document has a draft that this text would compete with. */
  get mayEdit(): boolean {
    return this.#store.getState().otherDraft === null
  }

  get dirty(): boolean {
    return this.#saver.dirty
  }

  edited(changes: ChangeSet): void {
    this.#saver.push(changes)
    if (this.#store.getState().right?.ref.type === 'version') void this.#begin()
  }

  flush(): Promise<void> {
    return this.#saver.flush()
  }

  /** After a conflict: the stored draft becomes the text on the screen. */
  async keepMine(): Promise<void> {
    const draft = await this.#stored()
    this.#saver.overwrite(
      { draftId: draft.id, revision: draft.revision, savedAt: draft.updatedAt },
      draft.text,
      this.#text(),
    )
  }

  /** After a conflict: the text on the screen becomes the stored draft; what was typed can be had back with Ctrl+Z. */
  async takeTheirs(): Promise<void> {
    const draft = await this.#stored()
    this.#saver.forget({ draftId: draft.id, revision: draft.revision, savedAt: draft.updatedAt })
    this.#replace(draft.text)
  }

  async #stored() {
    const { draft } = await api.invoke('draft:open', { baseVersionId: this.#base?.versionId ?? '' })
    return draft
  }

  end(): void {
    this.#saver.end()
  }

  #otherDraftOf(right: SideText) {
    const document = useLibrary.getState().documents?.find(({ id }) => id === right.documentId)
    return document?.draft ?? null
  }

  #attach({ draft }: SideText): void {
    if (!draft) return
    this.#saver.attach({ draftId: draft.id, revision: draft.revision, savedAt: draft.updatedAt })
  }

  async #begin(): Promise<void> {
    const base = this.#base
    if (this.#beginning || !base) return
    this.#beginning = true
    try {
      const side = await openDraft(base.versionId)
      if (side.draft && side.text === base.text) {
        begun.set(base.versionId, side.draft.id)
        this.#base = side
        this.#store.setState({ right: { ...side, blocks: null } })
        this.#attach(side)
      } else {
        // Another window has begun a draft meanwhile: what was typed here stays on the screen, and the user chooses.
        this.#store.setState({ otherDraft: side.draft, asking: true })
      }
    } catch (error) {
      showError(error)
      setTimeout(() => {
        this.#beginning = false
        void this.#begin()
      }, 1000)
      return
    }
    this.#beginning = false
  }
}

/** Seals a draft with its base's stage, so that another can be begun from `versionId`. Answers with the new draft. */
export async function sealAsItIs(draft: DraftSummary, versionId: string): Promise<string> {
  const base = useLibrary
    .getState()
    .documents?.flatMap((document) => document.versions)
    .find(({ id }) => id === draft.baseVersionId)
  const version = { stage: base?.stage ?? null, date: null, author: base?.author ?? '', note: '' }
  await api.invoke('draft:seal', { draftId: draft.id, version })
  const { draft: begunNow } = await api.invoke('draft:open', { baseVersionId: versionId })
  await useLibrary.getState().load()
  return begunNow.id
}
