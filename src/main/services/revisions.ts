import { countNonBlank } from '../../shared/text/characters.ts'
import type { RawDocument } from '../../shared/text/raw-document.ts'

/** Reasons of the docx reader for what is in the text before the tracked changes and not in the text with them accepted. */
const UNDONE: ReadonlySet<string> = new Set(['deleted-revision', 'moved-revision'])

/** The tracked changes of a file in figures. */
export interface RevisionFigures {
  readonly insertions: number
  readonly deletions: number
  readonly moves: number
  readonly authors: readonly string[]
  /** Non-blank characters in them; list numbers that Word makes count as typed. */
  readonly inserted: number
  readonly deleted: number
}

function charactersOf(pieces: readonly { readonly text: string }[]): number {
  return pieces.reduce((sum, { text }) => sum + countNonBlank(text), 0)
}

/** null for a file without tracked changes. */
export function revisionFigures({ lines, dropped, revisions }: RawDocument): RevisionFigures | null {
  if (!revisions) return null
  const { insertions, deletions, moves, authors, before } = revisions
  const deleted = charactersOf(dropped.filter(({ reason }) => reason === 'deleted-revision'))
  const inserted = Math.max(0, charactersOf(lines) - charactersOf(before) + deleted)
  return { insertions, deletions, moves, authors: authors.filter((author) => author !== ''), inserted, deleted }
}

/** The document as it reads with all tracked changes rejected; as it is where there are none. Remarks belong to the accepted text. */
export function beforeRevisions({ revisions, comments: _comments, ...raw }: RawDocument): RawDocument {
  if (!revisions) return raw
  return { ...raw, lines: revisions.before, dropped: raw.dropped.filter(({ reason }) => !UNDONE.has(reason)) }
}
