import { sketchBytes, sketchText } from '../text-sketch.ts'
import type { Migration } from './migration.ts'

/** A sketch of every text, by which one that is nearly the same is found; written with the text by `version-writer`. */
export const sketches: Migration = {
  version: 9,
  name: 'sketches',
  up: (db) => {
    db.exec(`
      CREATE TABLE version_sketch (
        sha256 TEXT PRIMARY KEY REFERENCES version_text (sha256),
        sketch BLOB NOT NULL
      ) STRICT, WITHOUT ROWID;
    `)
    const hashes = db.prepare<[], string>('SELECT sha256 FROM version_text').pluck()
    const text = db.prepare<[string], string>('SELECT text FROM version_text WHERE sha256 = ?').pluck()
    const insert = db.prepare<[string, Uint8Array]>('INSERT INTO version_sketch (sha256, sketch) VALUES (?, ?)')
    // One text at a time: all of them would not fit into the memory of an old machine.
    for (const sha256 of hashes.all()) insert.run(sha256, sketchBytes(sketchText(text.get(sha256) ?? '')))
  },
}
