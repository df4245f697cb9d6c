import type { CheckSettings } from '../../../shared/checks/check-settings.ts'
import type { Block } from '../../../shared/outline/block.ts'
import type { Annotation } from '../../../shared/review/annotation.ts'
import type { Decision } from '../../../shared/review/decision.ts'
import type { TargetCorrection } from '../../../shared/targets/correction.ts'
import type { MatrixRow } from '../../../shared/targets/matrix-row.ts'
import type { StatedTarget } from '../../../shared/targets/stated-targets.ts'
import { OPTIONAL_STEPS } from '../../../shared/text/clean.ts'
import type { DocumentFields, VersionDelta, VersionFields } from '../../db/records.ts'
import type { UnpackedArchive } from '../../readers/archive.ts'
import type { ExportedFile, ExportKind, ExportScope } from '../../writers/export-input.ts'
import type { NearestText } from '../count-differing.ts'
import type { ReadDocument } from '../read-document.ts'

/** Where a reading begins: a file's bytes, or what the clipboard held. */
export type ReadSource =
  | { readonly type: 'file'; readonly bytes: Uint8Array }
  | { readonly type: 'paste'; readonly text: string; readonly html: string | null }

/**
 * What is chosen of a source: cleaning steps switched off, of a workbook one sheet or range (null: all of it), and of tracked
 * changes whether they are accepted or rejected.
 */
export interface ReadChoice {
  readonly disabled: readonly string[]
  readonly sheet: string | null
  readonly range: string | null
  readonly revisions: 'accepted' | 'rejected'
}

/** All of the source, with the steps that run unless they are asked for switched off. */
export const WHOLE_SOURCE: ReadChoice = { disabled: OPTIONAL_STEPS, sheet: null, range: null, revisions: 'accepted' }

/** A text with all the library knows of it. */
export interface KnownText {
  readonly text: string
  readonly blocks: readonly Block[] | null
  readonly document: DocumentFields
  readonly version: Pick<VersionFields, 'stage' | 'date'>
  /** What people said of its targets. */
  readonly corrections?: readonly TargetCorrection[]
  /** What the user says of the checks. */
  readonly checks?: CheckSettings
}

/** `id` stands for text and blocks, so that a thread may remember what it made of them: a version's, or a draft's with its revision. */
export interface NamedText {
  readonly id: string
  readonly known: KnownText
}

interface Pair {
  readonly left: NamedText
  readonly right: NamedText
}

/** Texts side by side; `baseline` and `draft` are the indexes of the pair whose changes are shown. */
interface Columns {
  readonly columns: readonly NamedText[]
  readonly baseline: number | null
  readonly draft: number | null
}

/** What is too heavy for the thread that the pages wait on. Everything here can be copied from one thread to another. */
export interface Tasks {
  /** Reads and cleans. The same `key` again, with other steps switched off, need not be read a second time. */
  readonly read: {
    readonly input: {
      readonly key: string
      readonly file: string
      readonly source: ReadSource
      readonly choice: ReadChoice
    }
    readonly output: {
      readonly reading: ReadDocument
      /** Which part of the source was read: of a clipboard its page or its text. */
      readonly part: 'bytes' | 'text' | 'html'
    }
  }
  /** The documents of an archive. */
  readonly unpack: {
    readonly input: { readonly file: string; readonly bytes: Uint8Array }
    readonly output: UnpackedArchive
  }
  /** What is stored with a version: its own findings, and its blocks where parsing the text would give others. */
  readonly inspect: {
    readonly input: NamedText
    readonly output: {
      readonly findings: number
      readonly truncated: boolean
      readonly blocks: readonly Block[] | null
    }
  }
  /** Which of the others a text differs from in at most this share of its characters, and least. */
  readonly nearest: {
    readonly input: { readonly text: string; readonly others: readonly string[]; readonly share: number }
    readonly output: NearestText | null
  }
  /** Counts of a version against the one before it. */
  readonly delta: { readonly input: Pair; readonly output: VersionDelta }
  /** How many substantial and wording changes have a decision that is not 待定. */
  readonly handled: {
    readonly input: Pair & { readonly decisions: readonly Decision[] }
    readonly output: number
  }
  /** The rows of the targets matrix, and the targets of each text with what was corrected of them. */
  readonly targets: {
    readonly input: Columns
    readonly output: {
      readonly rows: readonly MatrixRow[]
      readonly targets: readonly (readonly StatedTarget[])[]
      /** Of each text the corrections that hold in it. */
      readonly corrections: readonly (readonly TargetCorrection[])[]
    }
  }
  /** The matrix as a file; of its rows those with `keys`, in that order, or all. */
  readonly 'targets-file': {
    readonly input: Columns & {
      readonly titles: readonly string[]
      readonly format: 'xlsx' | 'csv'
      readonly keys: readonly string[] | null
    }
    readonly output: ExportedFile
  }
  readonly export: {
    readonly input: Pair & {
      readonly leftTitle: string
      readonly rightTitle: string
      readonly kind: ExportKind
      readonly scope: ExportScope
      readonly decisions: readonly Decision[]
      readonly annotations: readonly Annotation[]
      readonly exportedAt: string
    }
    readonly output: ExportedFile
  }
}
export type TaskName = keyof Tasks
export type TaskInput<N extends TaskName> = Tasks[N]['input']
export type TaskOutput<N extends TaskName> = Tasks[N]['output']

/** Milliseconds after which a task is ended: a plan of 100 000 characters takes two seconds, so this is no plan. */
export const TIME_LIMITS: Readonly<Record<TaskName, number>> = {
  read: 60_000,
  unpack: 60_000,
  inspect: 60_000,
  nearest: 20_000,
  delta: 60_000,
  handled: 60_000,
  targets: 60_000,
  'targets-file': 60_000,
  export: 120_000,
}

/** Milliseconds after which the comparison approximates the rest, so that it is done before its time limit. */
export const COMPARE_DEADLINE = 40_000

/** The same for the search of a text that is nearly the same, which a reading waits for. */
export const NEAREST_DEADLINE = 3000

/** Megabytes of heap for one thread: a million characters a side need less than one gigabyte. */
export const MEMORY_LIMIT = 2048
