import { z } from 'zod'
import { BASELINE_ROLES } from '../checks/check-against.ts'
import { FINDING_CODES } from '../checks/finding.ts'
import { CORRECTION_KINDS } from '../targets/correction.ts'
import { ATTRIBUTES, BOUNDS, MEASURES, STRENGTHS, TARGET_KINDS } from '../targets/target.ts'
import { TARGET_CHANGE_KINDS } from '../targets/target-change.ts'
import * as s from './schemas.ts'

/** More places of one commitment no document has. */
const MAX_CORRECTIONS = 200
/** Documents side by side: more than this nobody can read beside each other. */
const MAX_COLUMNS = 40
/** A picture of a chart. */
const MAX_PICTURE_BYTES = 20_000_000

/** A target as the matrix shows it, with the sentence it stands in. */
export const statedTarget = z.object({
  kind: z.enum(TARGET_KINDS),
  indicator: z.string(),
  canonical: z.string().nullable(),
  value: z.number().nullable(),
  max: z.number().nullable(),
  unit: z.string(),
  bound: z.enum(BOUNDS),
  measure: z.enum(MEASURES),
  direction: z.enum(['up', 'down']).exactOptional(),
  period: z.string(),
  strength: z.enum(STRENGTHS),
  attribute: z.enum(ATTRIBUTES).nullable(),
  scope: z.string().nullable(),
  inTable: z.literal(true).exactOptional(),
  /** The correction that made it what it is. */
  correction: s.id.exactOptional(),
  start: s.offset,
  end: s.offset,
  quote: z.string(),
  section: z.array(z.string()).readonly(),
  sentence: z.string(),
  /** Where the sentence begins in the text. */
  sentenceStart: s.offset,
  /** Number of its line, from 1. */
  line: s.offset,
})

/** A correction's place: the words and those around them. */
export const correctionPlace = s.anchor.omit({ side: true })
export const correctionInput = z.object({
  kind: z.enum(CORRECTION_KINDS),
  place: correctionPlace,
  was: z.object({ indicator: s.shortText, value: z.number().nullable(), unit: s.shortText }),
  indicator: s.shortText.min(1).nullable(),
  value: z.number().nullable(),
  unit: s.shortText.nullable(),
})
/** Said at once: what holds for one place holds for the others where the document says the same. */
export const correctionInputs = z.array(correctionInput).min(1).max(MAX_CORRECTIONS)
export const correctionIds = z.array(s.id).min(1).max(MAX_CORRECTIONS)
export const correction = correctionInput.extend({
  id: s.id,
  documentId: s.id,
  author: s.shortText,
  createdAt: s.instant,
})

/** A point on the line of an indicator: which document says it, and which of its targets. */
const point = z.object({
  year: z.int(),
  value: z.number(),
  kind: z.enum(['actual', 'target']),
  document: s.offset,
  target: s.offset,
})

export const matrixColumns = z.array(s.sideRef).min(1).max(MAX_COLUMNS)

const matrixDocument = z.object({
  side: s.sideRef,
  documentId: s.id,
  /** Of a draft: the version it was begun from. */
  versionId: s.id,
  ...s.documentFields.shape,
  stage: s.stage.nullable(),
  date: s.versionFields.shape.date,
  targets: z.array(statedTarget),
  /** Those whose words stand in this text. */
  corrections: z.array(correction),
})

/** A change from the baseline to the draft; `left` and `right` are indexes of their targets. */
const matrixChange = z.object({
  change: z.enum(TARGET_CHANGE_KINDS),
  also: z.array(z.enum(TARGET_CHANGE_KINDS)).readonly(),
  ambition: z.enum(['stricter', 'looser', 'neutral']),
  left: s.offset.nullable(),
  right: s.offset.nullable(),
  delta: z.object({ absolute: z.number(), relative: z.number().nullable() }).nullable(),
})

const pace = z.object({
  kind: z.enum(['rate', 'step']),
  from: point,
  to: point,
  needed: z.number(),
  past: z.object({ from: point, to: point, value: z.number() }).nullable(),
  tight: z.boolean(),
})

const years = { from: z.int(), to: z.int() }
/** A commitment over several years: what was reached, what is left, and what each year to come has to bring. */
const progress = z.object({
  kind: z.enum(['sum', 'growth', 'fall']),
  ...years,
  goal: z.object({ value: z.number(), document: s.offset, target: s.offset }),
  unit: z.string(),
  parts: z
    .array(z.object({ ...years, value: z.number(), each: z.boolean(), document: s.offset, target: s.offset }))
    .readonly(),
  missing: z.array(z.int()).readonly(),
  done: z.number(),
  remaining: z.number().nullable(),
  years: z.int(),
  needed: z.number().nullable(),
  past: z.object({ ...years, value: z.number(), years: z.int() }).nullable(),
  tight: z.boolean(),
})

const place = z.object({ document: s.offset, start: s.offset, end: s.offset, quote: z.string() })
/** What a check found of an indicator in one document, or beside the document whose `role` is told. */
const matrixFinding = z.object({
  document: s.offset,
  role: z.enum(BASELINE_ROLES).nullable(),
  code: z.enum(FINDING_CODES),
  severity: z.enum(['error', 'warning', 'info']),
  message: z.string(),
  places: z.array(place).readonly(),
})

const matrixRow = z.object({
  /** The same in every matrix of these documents. */
  key: z.string(),
  indicator: z.string(),
  canonical: z.string().nullable(),
  category: z.string(),
  /** Of the lexicon: synonyms, which way is better, 口径. */
  synonyms: z.array(z.string()),
  polarity: z.enum(['up', 'down', 'none']),
  note: z.string(),
  measure: z.enum(MEASURES),
  direction: z.enum(['up', 'down']).nullable(),
  scope: z.string().nullable(),
  unit: z.string(),
  /** For each document the indexes of its targets of this indicator; the first is the one to show. */
  cells: z.array(z.array(s.offset)),
  changes: z.array(matrixChange),
  points: z.array(point),
  pace: pace.nullable(),
  progress: progress.nullable(),
  findings: z.array(matrixFinding),
})

export const matrix = z.object({
  documents: z.array(matrixDocument),
  /** Indexes of the pair whose change is shown; null where there is none. */
  baseline: s.offset.nullable(),
  draft: s.offset.nullable(),
  rows: z.array(matrixRow),
})

export const picture = z.instanceof(Uint8Array).refine((b) => b.byteLength <= MAX_PICTURE_BYTES, 'picture too large')
