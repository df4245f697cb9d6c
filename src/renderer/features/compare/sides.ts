import type { KnownOfText } from '../../../shared/comparison/analyse.ts'
import type { Output } from '../../../shared/contract/contract.ts'
import type { Block } from '../../../shared/outline/block.ts'
import type { DocumentFacts, Stage } from '../../../shared/outline/document-facts.ts'
import type { TargetCorrection } from '../../../shared/targets/correction.ts'
import { api } from '../../lib/api.ts'
import { type DocumentSummary, useLibrary } from '../../lib/library.ts'
import type { SideRef } from '../../lib/versions.ts'
import type { CompareRequest, SideInput } from '../../workers/compare-protocol.ts'

type VersionText = Output<'library:version-text'>
export type Draft = Output<'draft:open'>['draft']

/** One side of the comparison on the screen. */
export interface SideText {
  readonly ref: SideRef
  readonly documentId: string
  readonly title: string
  /** Of a draft: those of the version it was begun from. */
  readonly stage: Stage | null
  readonly date: string | null
  /** The version shown, or the one the draft was begun from. */
  readonly versionId: string
  readonly text: string
  /** As they were read from the source; null for a draft, whose lines may be others by now. */
  readonly blocks: readonly Block[] | null
  readonly facts: DocumentFacts
  readonly draft: Draft | null
  /** What people said of targets of the document that were read wrongly. */
  readonly corrections: readonly TargetCorrection[]
}

function factsOf({ document, version }: VersionText): DocumentFacts {
  return {
    kind: document.kind,
    period:
      document.periodFrom !== null && document.periodTo !== null
        ? { from: document.periodFrom, to: document.periodTo }
        : null,
    region: document.region,
    level: document.level,
    stage: version.stage,
    date: version.date,
    evidence: [],
  }
}

function versionSide(found: VersionText, corrections: readonly TargetCorrection[]): SideText {
  return {
    ref: { type: 'version', versionId: found.version.id },
    documentId: found.document.id,
    title: found.document.title,
    stage: found.version.stage,
    date: found.version.date,
    versionId: found.version.id,
    text: found.text,
    blocks: found.blocks,
    facts: factsOf(found),
    draft: null,
    corrections,
  }
}

async function correctionsOf(documentId: string): Promise<readonly TargetCorrection[]> {
  return (await api.invoke('targets:corrections', { documentId })).corrections
}

/** A version as a side. */
export async function loadVersion(versionId: string): Promise<SideText> {
  const owner = documentOfVersion(versionId)
  const [found, corrections] = await Promise.all([
    api.invoke('library:version-text', { versionId }),
    owner && correctionsOf(owner.id),
  ])
  return versionSide(found, corrections ?? (await correctionsOf(found.document.id)))
}

/** The draft begun from a version (or the document's draft, from whatever version that was begun). */
export async function openDraft(baseVersionId: string): Promise<SideText> {
  const { draft } = await api.invoke('draft:open', { baseVersionId })
  const base = await loadVersion(draft.baseVersionId)
  return { ...base, ref: { type: 'draft', draftId: draft.id }, text: draft.text, blocks: null, draft }
}

/** The document that a version belongs to; null where the list has not been read or does not have it. */
function documentOfVersion(versionId: string): DocumentSummary | null {
  const { documents } = useLibrary.getState()
  return documents?.find(({ versions }) => versions.some(({ id }) => id === versionId)) ?? null
}

/** The document whose working draft this is. */
export function documentOfDraft(draftId: string): DocumentSummary | null {
  return useLibrary.getState().documents?.find((document) => document.draft?.id === draftId) ?? null
}

export async function loadRight(ref: SideRef): Promise<SideText> {
  if (ref.type === 'version') return loadVersion(ref.versionId)
  if (documentOfDraft(ref.draftId) === null) await useLibrary.getState().load()
  const base = documentOfDraft(ref.draftId)?.draft?.baseVersionId
  if (base === undefined) throw { code: 'not-found', message: '这份底稿已经定稿或放弃，请在文库中另选一份。' }
  return openDraft(base)
}

/** The texts of a comparison, and what they are read and checked by. */
export interface ComparedTexts {
  readonly left: SideText
  readonly right: SideText
  readonly words: Pick<CompareRequest, 'lexicon' | 'phrases'>
}

async function readTexts(leftVersionId: string, ref: SideRef): Promise<ComparedTexts> {
  if (useLibrary.getState().documents === null) await useLibrary.getState().load()
  const [left, right, { lexicon }, { rules: phrases }] = await Promise.all([
    loadVersion(leftVersionId),
    loadRight(ref),
    api.invoke('lexicon:get', {}),
    api.invoke('phrases:get', {}),
  ])
  return { left, right, words: { lexicon, phrases } }
}

const loading = new Map<string, Promise<ComparedTexts>>()

/** Loads the texts of a comparison. Who asks for those that are on their way gets them with whoever asked first. */
export function loadTexts(leftVersionId: string, ref: SideRef): Promise<ComparedTexts> {
  const key = JSON.stringify([leftVersionId, ref])
  const begun = loading.get(key)
  if (begun) return begun
  const texts = readTexts(leftVersionId, ref).finally(() => loading.delete(key))
  loading.set(key, texts)
  return texts
}

/** A baseline as it goes to the worker. */
export function inputOf(left: SideText): SideInput {
  return { key: left.versionId, text: left.text, known: knownOf(left, true) }
}

/** What is known of a side before it is read: a version's blocks hold as long as its text is untouched. */
export function knownOf(side: SideText, untouched: boolean): KnownOfText {
  return {
    facts: side.facts,
    title: side.title,
    corrections: side.corrections,
    ...(untouched && side.blocks ? { blocks: side.blocks } : {}),
  }
}
