import type { Database } from 'better-sqlite3'
import { asynchronous } from '../asynchronous.ts'
import type { DocumentFields, VersionFields } from '../records.ts'
import { shortTerm } from '../search-terms.ts'

/** A visible version that holds every term. */
export interface FoundVersion extends Pick<VersionFields, 'stage' | 'date'> {
  readonly id: string
  readonly documentId: string
  readonly title: string
  readonly kind: DocumentFields['kind']
  /** Order of arrival in the library. */
  readonly seq: number
  readonly basedOn: string | null
}

interface FoundRow {
  id: string
  document_id: string
  title: string
  kind: DocumentFields['kind']
  seq: number
  based_on: string | null
  stage: VersionFields['stage']
  date: string | null
  text_id: number
}

function rowToFound(row: FoundRow): FoundVersion {
  const { id, title, kind, seq, stage, date } = row
  return { id, documentId: row.document_id, title, kind, seq, basedOn: row.based_on, stage, date }
}

/** The ids that are in every one of the sets. */
function common(sets: readonly ReadonlySet<number>[]): ReadonlySet<number> {
  const [first = new Set<number>(), ...rest] = sets
  return new Set([...first].filter((id) => rest.every((set) => set.has(id))))
}

function prepare(db: Database) {
  return {
    long: db.prepare<[string], number>('SELECT rowid FROM version_search WHERE version_search MATCH ?').pluck(),
    short: db.prepare<[string], number>('SELECT rowid FROM version_terms WHERE version_terms MATCH ?').pluck(),
    // Joins by the index of the hashes alone: no text is read.
    visible: db.prepare<[], FoundRow>(
      `SELECT v.id, v.document_id, d.title, d.kind, v.seq, v.based_on, v.stage, v.date, t.id AS text_id
       FROM version v JOIN version_text t USING (sha256) JOIN document d ON d.id = v.document_id
       WHERE v.removed_at IS NULL AND d.removed_at IS NULL ORDER BY v.seq DESC`,
    ),
    // As bytes: Node decodes them ten times faster than the binding does.
    text: db
      .prepare<[string], Buffer>(
        'SELECT CAST(t.text AS BLOB) FROM version v JOIN version_text t USING (sha256) WHERE v.id = ?',
      )
      .pluck(),
  }
}

export type SearchRepo = ReturnType<typeof createSearchRepo>

/** Finds terms in every version that is not hidden. A term is folded (`foldText`) and holds no blank. */
export function createSearchRepo(db: Database) {
  const statements = prepare(db)
  const textsWith = (term: string): ReadonlySet<number> => {
    const ids =
      Array.from(term).length < 3
        ? statements.short.all(`"${shortTerm(term)}"`)
        : statements.long.all(`"${term.replaceAll('"', '""')}"`)
    return new Set(ids)
  }
  return asynchronous(
    {
      /** The versions that hold all the terms, those that came last first. */
      find: (terms: readonly string[]): readonly FoundVersion[] => {
        const texts = common(terms.map(textsWith))
        if (texts.size === 0) return []
        return statements.visible
          .all()
          .filter((row) => texts.has(row.text_id))
          .map(rowToFound)
      },
      text: (versionId: string): string => statements.text.get(versionId)?.toString('utf8') ?? '',
    },
    db.name,
  )
}
