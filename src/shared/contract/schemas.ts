import { z } from 'zod'
import { FINDING_CODES } from '../checks/finding.ts'
import { MOST_BASELINES } from '../comparison/passage-history.ts'
import { BLOCK_KINDS } from '../outline/block.ts'
import { DOCUMENT_KINDS, REGION_LEVELS, STAGES } from '../outline/document-facts.ts'
import { BASIS_KINDS, DECISION_STATUSES } from '../review/decision.ts'
import { MAX_FILE_BYTES, MAX_TEXT_LENGTH } from '../text/limits.ts'
import { FORMATS } from '../text/raw-document.ts'

export const id = z.uuid()
const offset = z.int().nonnegative()
const text = z.string().max(MAX_TEXT_LENGTH)
const shortText = z.string().max(500)
const note = z.string().max(20_000)
const instant = z.iso.datetime()

export const bytes = z.instanceof(Uint8Array).refine((b) => b.byteLength <= MAX_FILE_BYTES, 'file too large')

export const block = z.object({
  kind: z.enum(BLOCK_KINDS),
  level: z.int().min(0).max(6),
  label: z.string().nullable(),
  start: offset,
  end: offset,
  /** The items of a list that runs on inside the block. */
  items: z
    .array(z.object({ start: offset, end: offset, label: z.string() }))
    .readonly()
    .exactOptional(),
})

export const stage = z.enum(STAGES)

/** What a document is, as the library keeps it and the user edits it. */
export const documentFields = z.object({
  title: shortText.min(1),
  kind: z.enum(DOCUMENT_KINDS),
  region: shortText.nullable(),
  level: z.enum(REGION_LEVELS).nullable(),
  periodFrom: z.int().min(1900).max(2100).nullable(),
  periodTo: z.int().min(1900).max(2100).nullable(),
})

export const versionFields = z.object({
  stage: stage.nullable(),
  /** ISO date of the document, not of its import. */
  date: z.iso.date().nullable(),
  author: shortText,
  note: note,
})

/** Counts of a version against the one before it, kept so that the timeline needs no comparison. */
export const versionDelta = z.object({
  substance: offset,
  wording: offset,
  targets: z.object({ raised: offset, lowered: offset, added: offset, dropped: offset, other: offset }),
})

export const versionSummary = versionFields.extend({
  id,
  documentId: id,
  parentId: id.nullable(),
  sha256: z.string().length(64),
  characters: offset,
  sourceName: z.string().nullable(),
  findings: offset,
  truncated: z.boolean(),
  createdAt: instant,
  /** null for the first version. */
  delta: versionDelta.nullable(),
  /** Against the parent version: decided and all substantial or wording changes; null when never compared. */
  progress: z.object({ handled: offset, total: offset }).nullable(),
})

export const draftSummary = z.object({
  id,
  documentId: id,
  baseVersionId: id,
  characters: offset,
  baseCharacters: offset,
  /** Grows by one with every saved change. */
  revision: offset,
  updatedAt: instant,
})

export const documentSummary = documentFields.extend({
  id,
  createdAt: instant,
  updatedAt: instant,
  /** Newest first. */
  versions: z.array(versionSummary),
  draft: draftSummary.nullable(),
})

export const draft = draftSummary.extend({ text })

/** One change of the draft's text: [from, to) in the text before is replaced by `insert`. Applied in order. */
export const textChange = z.object({ from: offset, to: offset, insert: text })

const evidence = z.object({ field: z.string(), quote: z.string(), start: offset.nullable(), end: offset.nullable() })
export const warning = z.object({
  code: z.string(),
  message: z.string(),
  start: offset.optional(),
  end: offset.optional(),
})
export const cleaningLog = z.object({
  characters: z.object({ in: offset, out: offset, dropped: offset }),
  accounted: z.boolean(),
  steps: z.array(
    z.object({
      code: z.string(),
      count: offset,
      dropped: offset.optional(),
      samples: z.array(z.string()).optional(),
    }),
  ),
})

/** The page may name its item itself, so that it can follow and call off the reading. */
export const importId = id.optional()

/** A remark that the file brings along, at its place in the cleaned text; replies follow what they answer. */
export const importComment = z.object({
  author: shortText,
  date: instant.nullable(),
  text: note,
  /** The words it stands at, as the file has them. */
  quote: text,
  /** Where these stand in the cleaned text; where the clean-up took them out, the nearest paragraph. */
  start: offset,
  end: offset,
  /** Index of the remark that begins its thread; null for that one itself. */
  replyTo: offset.nullable(),
  /** The file says that it was dealt with. */
  resolved: z.boolean(),
})

/** Tracked changes of the file, which the text has accepted. */
export const importRevisions = z.object({
  insertions: offset,
  deletions: offset,
  moves: offset,
  authors: z.array(shortText),
  /** Non-blank characters in them. */
  inserted: offset,
  deleted: offset,
})

/** A version whose text is nearly the same: `differing` counts the characters that one of both has and the other has not. */
export const nearDuplicate = z.object({
  documentId: id,
  versionId: id,
  title: z.string(),
  stage: stage.nullable(),
  date: z.iso.date().nullable(),
  differing: offset,
})

/** The name of a worksheet (at most 31 characters in Excel), and a range of cells: `B2:F20`. */
export const sheetName = z.string().min(1).max(255)
export const sheetRange = z.string().min(1).max(60)

/** A file that has been read but not yet taken into the library. Kept by main until saved or discarded. */
export const importItem = z.object({
  id,
  file: z.string(),
  status: z.enum(['ready', 'failed']),
  /** Set when status is `failed`. */
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
  reading: z
    .object({
      format: z.enum(FORMATS),
      bytes: offset,
      sha256: z.string().length(64),
      /** Lines as found in the source. */
      rawLines: z.array(z.string()),
      text,
      blocks: z.array(block),
      /** For each line of the text: the source lines it came from, end exclusive. */
      origins: z.array(z.object({ from: offset, to: offset })),
      log: cleaningLog,
      /** Cleaning steps in order, with their switch; an optional one is off until it is asked for. */
      steps: z.array(z.object({ code: z.string(), on: z.boolean(), optional: z.boolean() })),
      warnings: z.array(warning),
      fields: documentFields,
      version: versionFields,
      evidence: z.array(evidence),
      /** Names of a workbook's sheets, hidden ones too; empty for anything else. */
      sheets: z.array(z.string()),
      /** The sheet and the range that were chosen with `import:reclean`; null: the whole workbook. */
      sheet: z.string().nullable(),
      range: z.string().nullable(),
      comments: z.array(importComment),
      /** null for a file without tracked changes. */
      revisions: importRevisions.nullable(),
      /** The library already holds this source or this text. */
      duplicateOf: z.object({ documentId: id, versionId: id, title: z.string() }).nullable(),
      /** The library holds a text that is nearly this one; null where it holds this very one. */
      nearDuplicateOf: nearDuplicate.nullable(),
      /** The document of the library that this looks like a further version of. */
      suggestedDocumentId: id.nullable(),
    })
    .nullable(),
})

/** The right side of a comparison: a sealed version, or the working draft. */
export const sideRef = z.discriminatedUnion('type', [
  z.object({ type: z.literal('version'), versionId: id }),
  z.object({ type: z.literal('draft'), draftId: id }),
])

export const baselines = z.array(id).max(MOST_BASELINES)

export const anchor = z.object({
  side: z.enum(['left', 'right']),
  quote: text,
  before: z.string().max(64),
  after: z.string().max(64),
  start: offset,
})
export const decisionInput = z.object({
  subject: z.enum(['row', 'finding']),
  /** Of a decision on a finding: which kind it is. */
  finding: z.enum(FINDING_CODES).optional(),
  anchor,
  status: z.enum(DECISION_STATUSES),
  reason: note,
  basis: z.object({ kind: z.enum(BASIS_KINDS), reference: shortText }).nullable(),
})
export const decision = decisionInput.extend({ id, comparisonId: id, reviewer: shortText, decidedAt: instant })
export const annotationInput = z.object({ anchor, replyTo: id.nullable(), text: note.min(1) })
export const ANNOTATION_ORIGINS = ['review', 'imported'] as const
export const annotation = annotationInput.extend({
  id,
  comparisonId: id,
  /** `imported`: a remark of the file that a side was read from; it can be resolved and answered, not rewritten. */
  origin: z.enum(ANNOTATION_ORIGINS),
  author: shortText,
  resolved: z.boolean(),
  createdAt: instant,
})

/** One place where a search found something. Offsets are UTF-16 in the version's text; `context` begins at `contextStart`. */
export const searchMatch = z.object({ start: offset, end: offset, context: z.string(), contextStart: offset })
/** A document with its versions that hold all the words, newest first. */
export const searchedDocument = z.object({
  documentId: id,
  title: z.string(),
  kind: z.enum(DOCUMENT_KINDS),
  versions: z.array(
    z.object({
      versionId: id,
      stage: stage.nullable(),
      date: z.iso.date().nullable(),
      /** Of all matches; `matches` has the first of them. */
      count: offset,
      matches: z.array(searchMatch),
    }),
  ),
})

export const EXPORT_KINDS = ['docx-table', 'html', 'json'] as const
export const EXPORT_SCOPES = ['all', 'substance', 'targets'] as const

export const settings = z.object({
  locale: z.enum(['zh-CN', 'en']),
  theme: z.enum(['system', 'light', 'dark', 'high-contrast']),
  /** Who decisions and annotations are signed by. */
  reviewer: shortText,
  /** Text pane size in CSS pixels. */
  textSize: z.int().min(12).max(28),
  /** Which classes the Compare screen shows. */
  filters: z.object({
    targets: z.boolean(),
    substance: z.boolean(),
    wording: z.boolean(),
    punctuation: z.boolean(),
    numbering: z.boolean(),
    layout: z.boolean(),
  }),
  /** Kinds of findings that are not shown. */
  disabledChecks: z.array(z.enum(FINDING_CODES)).max(FINDING_CODES.length),
  /** The columns of the Targets screen; null until somebody chose some. */
  targetsColumns: z
    .object({
      past: z.array(sideRef).max(40),
      baseline: sideRef.nullable(),
      draft: sideRef.nullable(),
      references: z.array(sideRef).max(40),
    })
    .nullable(),
})

export const indicatorEntry = z.object({
  name: shortText.min(1),
  synonyms: z.array(shortText.min(1)).max(200),
  category: shortText.min(1),
  polarity: z.enum(['up', 'down', 'none']),
  units: z.array(shortText.min(1)).max(50),
  note: z.string().max(2000),
})
export const policyField = z.object({ name: shortText.min(1), terms: z.array(shortText.min(1)).max(200) })
export const lexicon = z.object({
  indicators: z.array(indicatorEntry),
  fields: z.array(policyField).max(500).optional(),
})
export const ENTRY_ORIGINS = ['built-in', 'changed', 'own', 'removed'] as const
/** `key` is what an entry is kept under: of a changed one its built-in name. */
export const listedEntry = z.object({ key: shortText, entry: indicatorEntry, origin: z.enum(ENTRY_ORIGINS) })
export { instant, offset, shortText, text }
