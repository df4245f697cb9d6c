import type { Database } from 'better-sqlite3'
import { asynchronous } from '../asynchronous.ts'
import { sketchLikeness, sketchOfBytes, sketchText } from '../text-sketch.ts'

/** A visible version with how much its text has in common with another, 0 to 1, estimated. */
export interface AlikeVersion {
  readonly versionId: string
  readonly likeness: number
}

export type AlikeRepo = ReturnType<typeof createAlikeRepo>

/** Finds texts that have much in common without reading them. */
export function createAlikeRepo(db: Database) {
  const sketches = db.prepare<[], { id: string; sketch: Buffer }>(
    `SELECT v.id, k.sketch FROM version v JOIN version_sketch k ON k.sha256 = v.sha256 JOIN document d ON d.id = v.document_id
     WHERE v.removed_at IS NULL AND d.removed_at IS NULL ORDER BY v.seq DESC`,
  )
  return asynchronous(
    {
      /** Visible versions at least this alike, the most alike first, of equal ones the newest. */
      find: (text: string, least: number, limit: number): readonly AlikeVersion[] => {
        const sketch = sketchText(text)
        return sketches
          .all()
          .map(({ id, sketch: bytes }) => ({ versionId: id, likeness: sketchLikeness(sketch, sketchOfBytes(bytes)) }))
          .filter(({ likeness }) => likeness >= least)
          .toSorted((a, b) => b.likeness - a.likeness)
          .slice(0, limit)
      },
    },
    db.name,
  )
}
