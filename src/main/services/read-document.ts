import { createHash } from 'node:crypto'
import { DuigaoError } from '../../shared/contract/errors.ts'
import type { Block } from '../../shared/outline/block.ts'
import type { DocumentFacts } from '../../shared/outline/document-facts.ts'
import { findTitle } from '../../shared/outline/find-title.ts'
import { guessFacts } from '../../shared/outline/guess-facts.ts'
import { numberingWarnings } from '../../shared/outline/numbering-issues.ts'
import { parseOutline } from '../../shared/outline/parse.ts'
import { type CleanOptions, clean, type LeftOut } from '../../shared/text/clean.ts'
import type { CleaningLog } from '../../shared/text/cleaning-log.ts'
import type { Format, RawDocument, ReadWarning } from '../../shared/text/raw-document.ts'
import type { ReadOptions } from '../readers/read-options.ts'
import { readRaw } from '../readers/read-raw.ts'
import { fileNameOf } from './file-name.ts'
import { type PlacedComment, placeComments } from './placed-comments.ts'
import { type RevisionFigures, revisionFigures } from './revisions.ts'

/** A file read and cleaned, with its original lines for the preview. */
export interface ReadDocument {
  readonly source: { readonly file: string; readonly format: Format; readonly bytes: number; readonly sha256: string }
  readonly title: string
  readonly text: string
  readonly blocks: readonly Block[]
  readonly log: CleaningLog
  readonly warnings: readonly ReadWarning[]
  readonly facts: DocumentFacts
  /** The names of a workbook's sheets; empty for anything else. */
  readonly sheets: readonly string[]
  /** Remarks that the file brings along, thread by thread. */
  readonly comments: readonly PlacedComment[]
  /** Tracked changes, which the text has accepted; null where there are none. */
  readonly revisions: RevisionFigures | null
  /** What the clean-up left out, each piece whole. */
  readonly leftOut: readonly LeftOut[]
  /** Lines that the clean-up joined to the one before because of what they say, each as it stood. */
  readonly rejoined: readonly string[]
  /** The lines as the reader found them. */
  readonly rawLines: readonly string[]
  /** For each line of `text` the range of `rawLines` it came from, end exclusive. */
  readonly origins: readonly { readonly from: number; readonly to: number }[]
}

/**
 * Reads a file into canonical text, blocks and facts. `disabled` names cleaning steps to leave out.
 * Rejects with a DuigaoError with one of the `file-…` codes.
 */
export async function readDocument(
  bytes: Uint8Array,
  fileName: string,
  options: { disabled?: readonly string[] } & ReadOptions = {},
): Promise<ReadDocument> {
  const raw = await readRaw(bytes, fileName, options)
  assertChoosable(raw, fileName, options)
  return cleanDocument(raw, bytes, fileName, options)
}

/** Only a workbook has sheets to choose from: elsewhere the choice would go unheard. Throws `bad-request`. */
export function assertChoosable(
  { sheets }: RawDocument,
  file: string,
  { sheet, range }: Pick<ReadOptions, 'sheet' | 'range'>,
): void {
  if (sheets || (sheet === undefined && range === undefined)) return
  const message = `“${file}”不是表格文件，没有工作表和单元格区域可选。`
  throw new DuigaoError({ code: 'bad-request', message, file })
}

/** The same for what a reader already handed over: a pasted text, or a file whose clean-up steps were switched. */
export function cleanDocument(
  raw: RawDocument,
  bytes: Uint8Array,
  fileName: string,
  options?: CleanOptions,
): ReadDocument {
  const { text, hints, log, warnings, leftOut, rejoined, origins } = clean(raw, options)
  const blocks = parseOutline(text, hints)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return {
    source: { file: fileName, format: raw.format, bytes: bytes.length, sha256 },
    title: findTitle(text, blocks),
    text,
    blocks,
    log,
    warnings: [...warnings, ...numberingWarnings(text, blocks)],
    facts: guessFacts(text, blocks, fileNameOf(fileName)),
    sheets: raw.sheets ?? [],
    comments: placeComments(raw.comments ?? [], raw.lines, { text, origins }),
    revisions: revisionFigures(raw),
    leftOut,
    rejoined,
    rawLines: raw.lines.map((line) => line.text),
    origins,
  }
}
