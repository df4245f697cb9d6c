import { z } from 'zod'
import type { Channel, EventName } from './channels.ts'
import * as p from './phrase-schemas.ts'
import * as s from './schemas.ts'
import * as m from './targets-schemas.ts'

const nothing = z.object({}).strict()
const done = z.object({})
const saved = z.discriminatedUnion('status', [
  z.object({ status: z.literal('saved'), name: z.string(), where: z.string().nullable() }),
  z.object({ status: z.literal('cancelled') }),
])
/** Documents side by side; `baseline` and `draft` are indexes of `columns`. */
const matrixInput = z.object({ columns: m.matrixColumns, baseline: s.offset.nullable(), draft: s.offset.nullable() })

/** Every privileged call: nothing else crosses the border. Inputs are parsed in every shell, outputs in development and tests. */
export const contract = {
  'app:info': {
    input: nothing,
    output: z.object({
      version: z.string(),
      shell: z.enum(['electron', 'browser']),
      libraryName: z.string(),
      libraryBytes: s.offset,
      /** No document was ever in this library, removed ones included: the samples may be opened unasked. */
      firstRun: z.boolean(),
    }),
  },
  /**
   * Opens the shell's file dialog and reads what was chosen; of a .zip each file inside becomes an item. The browser shell answers
   * it on the page (file input, then `files:unpack` and `files:add`).
   */
  'files:choose': { input: nothing, output: z.object({ items: z.array(s.importItem) }) },
  /** Bytes that the user dropped or chose on the page. A file that cannot be read comes back with status `failed`. */
  'files:add': {
    input: z.object({ name: s.shortText.min(1), bytes: s.bytes, importId: s.importId }),
    output: z.object({ item: s.importItem }),
  },
  /**
   * The files inside a .zip that the user dropped or chose on the page, each to be given to `files:add`; `name` is the path in it.
   * What is no document (a picture, a further archive, an entry that is too large) is skipped, with the reason in words.
   * An archive that is damaged, encrypted or too large is an error.
   */
  'files:unpack': {
    input: z.object({ name: s.shortText.min(1), bytes: s.bytes, importId: s.importId }),
    output: z.object({
      files: z.array(z.object({ name: z.string(), bytes: s.bytes })),
      skipped: z.array(z.object({ name: z.string(), reason: z.string() })),
    }),
  },
  'library:list': { input: nothing, output: z.object({ documents: z.array(s.documentSummary) }) },
  'library:update-document': {
    input: z.object({ documentId: s.id, fields: s.documentFields.partial() }),
    output: done,
  },
  'library:update-version': { input: z.object({ versionId: s.id, fields: s.versionFields.partial() }), output: done },
  /** Hides a document or a version; nothing is deleted, `library:restore` brings it back. */
  'library:remove': {
    input: z.object({ documentId: s.id, versionId: s.id.nullable() }),
    output: done,
  },
  'library:restore': {
    input: z.object({ documentId: s.id, versionId: s.id.nullable() }),
    output: done,
  },
  'library:version-text': {
    input: z.object({ versionId: s.id }),
    output: z.object({
      version: s.versionSummary,
      document: s.documentFields.extend({ id: s.id }),
      text: s.text,
      blocks: z.array(s.block),
    }),
  },
  /** Fills an empty library with the sample library; says which comparison to open. */
  'library:open-samples': {
    input: nothing,
    output: z.object({ leftVersionId: s.id, rightVersionId: s.id }),
  },
  'import:paste': {
    input: z.object({ text: s.text, html: s.text.nullable(), importId: s.importId }),
    output: z.object({ item: s.importItem }),
  },
  /** Calls off a reading, or without an id all of them; what was being read comes back as a failed item with `cancelled`. */
  'import:cancel': { input: z.object({ importId: s.id.optional() }), output: done },
  /**
   * Cleans the item anew with other steps switched off, or reads another sheet or range of a workbook (null: all of it; left out:
   * as it is). A sheet that is not there and a range like `B2:` are `bad-request`, and the item stays as it was.
   */
  'import:reclean': {
    input: z.object({
      importId: s.id,
      disabled: z.array(z.string().max(60)).max(60),
      sheet: s.sheetName.nullish(),
      range: s.sheetRange.nullish(),
    }),
    output: z.object({ item: s.importItem }),
  },
  'import:save': {
    input: z.object({
      importId: s.id,
      /** null makes a new document of `fields`. */
      documentId: s.id.nullable(),
      fields: s.documentFields,
      version: s.versionFields,
      /** Of a file with tracked changes: saves the text with all of them rejected too, as the version before. */
      keepRevisions: z.boolean().default(false),
      /** Keeps the file's remarks as annotations of the version. */
      keepComments: z.boolean().default(true),
    }),
    /** `beforeVersionId`: the version with the tracked changes rejected, where it was asked for and there is one. */
    output: z.object({ documentId: s.id, versionId: s.id, beforeVersionId: s.id.nullable() }),
  },
  'import:discard': { input: z.object({ importId: s.id }), output: done },
  /** The document's draft; made from `baseVersionId` when there is none. */
  'draft:open': { input: z.object({ baseVersionId: s.id }), output: z.object({ draft: s.draft }) },
  /** Applies changes to revision `revision`; a stale revision is a `draft-conflict`. Durable when it returns. */
  'draft:save': {
    input: z.object({
      draftId: s.id,
      revision: s.offset,
      changes: z.array(s.textChange).min(1).max(10_000),
      /** Length of the text after the changes, UTF-16: a mismatch is a `draft-conflict` and nothing is written. */
      length: s.offset,
    }),
    output: z.object({ revision: s.offset, savedAt: s.instant }),
  },
  /** 定稿: makes the draft an immutable version. The draft ends. */
  'draft:seal': {
    input: z.object({ draftId: s.id, version: s.versionFields }),
    output: z.object({ versionId: s.id }),
  },
  'draft:discard': { input: z.object({ draftId: s.id }), output: done },
  /** The texts that a document is held against, as the user chose them; null when nobody has. Some may have been removed since. */
  'baselines:get': {
    input: z.object({ documentId: s.id }),
    output: z.object({ versionIds: s.baselines.nullable() }),
  },
  /** Remembers them with the document; null forgets the choice. */
  'baselines:set': { input: z.object({ documentId: s.id, versionIds: s.baselines.nullable() }), output: done },
  /** The review of a pair: kept per baseline version and document of the right side, so it survives editing and sealing. */
  'review:open': {
    input: z.object({ leftVersionId: s.id, right: s.sideRef }),
    output: z.object({
      comparisonId: s.id,
      decisions: z.array(s.decision),
      annotations: z.array(s.annotation),
    }),
  },
  'review:decide': {
    input: z.object({ comparisonId: s.id, decision: s.decisionInput }),
    output: z.object({ decision: s.decision }),
  },
  /** Takes a decision back (undo). */
  'review:withdraw': { input: z.object({ decisionId: s.id }), output: done },
  'review:annotate': {
    input: z.object({ comparisonId: s.id, annotation: s.annotationInput }),
    output: z.object({ annotation: s.annotation }),
  },
  'review:update-annotation': {
    input: z.object({ annotationId: s.id, text: z.string().min(1).max(20_000), resolved: z.boolean() }),
    output: done,
  },
  'review:remove-annotation': { input: z.object({ annotationId: s.id }), output: done },
  /** Indicators by documents, with what changed from `baseline` to `draft`. `requestId` lets `targets:cancel` call it off. */
  'targets:matrix': { input: matrixInput.extend({ requestId: s.id.optional() }), output: m.matrix },
  'targets:cancel': { input: z.object({ requestId: s.id }), output: done },
  /** What people said of targets of a document that were read wrongly; holds in every version where its words stand. */
  'targets:corrections': {
    input: z.object({ documentId: s.id }),
    output: z.object({ corrections: z.array(m.correction) }),
  },
  /** All of them or none; made at one instant, by which a reader knows that they are one action. */
  'targets:correct': {
    input: z.object({ documentId: s.id, corrections: m.correctionInputs }),
    output: z.object({ corrections: z.array(m.correction) }),
  },
  /** Takes corrections back: all of them or none. */
  'targets:withdraw': { input: z.object({ correctionIds: m.correctionIds }), output: done },
  /** The matrix as a file: of its rows those with `keys`, in that order, or all of them. */
  'targets:export': {
    input: matrixInput.extend({ format: z.enum(['xlsx', 'csv']), keys: z.array(z.string()).max(20_000).nullable() }),
    output: saved,
  },
  /** Has the shell save a picture of a chart that the page drew. */
  'targets:save-picture': { input: z.object({ name: s.shortText.min(1), bytes: m.picture }), output: saved },
  /**
   * Finds words, parted by blanks, in every visible version; all of them must occur. Upper and lower case, full and half width
   * are the same. `limit` counts versions; `total` is how many there are.
   */
  'search:find': {
    input: z.object({ query: z.string().max(200), limit: z.int().min(1).max(500) }),
    output: z.object({
      documents: z.array(s.searchedDocument),
      total: z.object({ documents: s.offset, versions: s.offset }),
    }),
  },
  /** Compares, writes the file and has the shell save it. `where` is a path for people to read, null where the browser chose it. */
  'export:save': {
    input: z.object({
      leftVersionId: s.id,
      right: s.sideRef,
      kind: z.enum(s.EXPORT_KINDS),
      scope: z.enum(s.EXPORT_SCOPES),
    }),
    output: saved,
  },
  /** The indicator lexicon in use. */
  'lexicon:get': { input: nothing, output: z.object({ lexicon: s.lexicon }) },
  /** Every entry with where it comes from, those taken out included. */
  'lexicon:list': { input: nothing, output: z.object({ entries: z.array(s.listedEntry) }) },
  /** Changes an entry, adds one (`key` null), or takes one out (`entry` null). Two of one name are a `bad-request`. */
  'lexicon:put': {
    input: z
      .object({ key: s.shortText.min(1).nullable(), entry: s.indicatorEntry.nullable() })
      .refine(({ key, entry }) => key !== null || entry !== null),
    output: done,
  },
  /** Built-in entries as they came; the user's own are gone. */
  'lexicon:restore': { input: z.object({ keys: z.array(s.shortText).max(20_000) }), output: done },
  /** Takes in a CSV file: what is new or differs. `faulty` are the numbers of rows that could not be read. */
  'lexicon:import': {
    input: z.object({ bytes: s.bytes }),
    output: z.object({ added: s.offset, changed: s.offset, same: s.offset, faulty: z.array(s.offset) }),
  },
  'lexicon:export': { input: nothing, output: saved },
  /** The phrase list (提法) in force, and how many phrases of it are the user's doing, those taken out included. */
  'phrases:get': { input: nothing, output: p.phraseList },
  /** Puts a whole list in force; two rules of one phrase become one. */
  'phrases:set': { input: z.object({ rules: p.phraseRules }), output: p.phraseList },
  /** The built-in list again. */
  'phrases:restore': { input: nothing, output: p.phraseList },
  /** Puts the rules of a CSV file over the list. `faulty` are the numbers of lines that say nothing to avoid. */
  'phrases:import': {
    input: z.object({ bytes: s.bytes }),
    output: z.object({ added: s.offset, changed: s.offset, same: s.offset, faulty: z.array(s.offset) }),
  },
  'phrases:export': { input: nothing, output: saved },
  'settings:get': { input: nothing, output: z.object({ settings: s.settings }) },
  'settings:set': {
    input: z.object({ settings: s.settings.partial() }),
    output: z.object({ settings: s.settings }),
  },
} satisfies Record<Channel, { input: z.ZodType; output: z.ZodType }>

export const events = {
  'library-changed': z.object({}),
  /** A command of the native menu, by the id the command palette uses. */
  'menu-command': z.object({ command: z.string() }),
  /** `importId`: which reading it is, where it is one. */
  progress: z.object({
    task: z.string(),
    done: z.number(),
    total: z.number(),
    label: z.string(),
    importId: s.id.optional(),
  }),
  /** Browser shell only: a one-time address the page downloads. */
  'download-ready': z.object({ name: z.string(), url: z.string() }),
} satisfies Record<EventName, z.ZodType>

export type Input<C extends Channel> = z.input<(typeof contract)[C]['input']>
export type ParsedInput<C extends Channel> = z.output<(typeof contract)[C]['input']>
export type Output<C extends Channel> = z.output<(typeof contract)[C]['output']>
export type EventPayload<E extends EventName> = z.output<(typeof events)[E]>

/** What a shell hands each call to. */
export type Handlers = { readonly [C in Channel]: (input: ParsedInput<C>) => Output<C> | Promise<Output<C>> }
/** What the page sees as `window.api`. Rejects with an ErrorReply. */
export type Api = {
  readonly invoke: <C extends Channel>(channel: C, input: Input<C>) => Promise<Output<C>>
  /** Returns the function that ends the listening. */
  readonly on: <E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void) => () => void
}
