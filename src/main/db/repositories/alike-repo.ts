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
  // Read from end to end and without a join: that is several times faster than looking each one up.
  const sketches = db.prepare<[], { text_id: number; sketch: Buffer }>('SELECT text_id, sketch FROM version_sketch')
  const holders = db
    .prepare<[number], string>(
      `SELECT v.id FROM version_text t JOIN version v USING (sha256) JOIN document d ON d.id = v.document_id
       WHERE t.id = ? AND v.removed_at IS NULL AND d.removed_at IS NULL ORDER BY v.seq DESC`,
    )
    .pluck()
  return asynchronous(
    {
      /** Visible versions at least this alike, the most alike first; of those with one text the newest. */
      find: (text: string, least: number, limit: number): readonly AlikeVersion[] => {
        const sketch = sketchText(text)
        const texts = sketches
          .all()
          .map((row) => ({ id: row.text_id, likeness: sketchLikeness(sketch, sketchOfBytes(row.sketch)) }))
          .filter(({ likeness }) => likeness >= least)
          .toSorted((a, b) => b.likeness - a.likeness || b.id - a.id)
        const found: AlikeVersion[] = []
        for (const { id, likeness } of texts) {
          const versionId = holders.get(id)
          if (versionId !== undefined) found.push({ versionId, likeness })
          if (found.length === limit) break
        }
        return found
      },
    },
    db.name,
  )
}
