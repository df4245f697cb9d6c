import { sketchBytes, sketchText } from '../text-sketch.ts'
import type { Migration } from './migration.ts'

/** A sketch of every text, by which one that is nearly the same is found; written with the text by `version-writer`. */
export const sketches: Migration = {
  version: 9,
  name: 'sketches',
  up: (db) => {
    db.exec(`
      CREATE TABLE version_sketch (
        text_id INTEGER PRIMARY KEY REFERENCES version_text (id),
        sketch BLOB NOT NULL
      ) STRICT;
    `)
    const ids = db.prepare<[], number>('SELECT id FROM version_text').pluck()
    const text = db.prepare<[number], string>('SELECT text FROM version_text WHERE id = ?').pluck()
    const insert = db.prepare<[number, Uint8Array]>('INSERT INTO version_sketch (text_id, sketch) VALUES (?, ?)')
    // One text at a time: all of them would not fit into the memory of an old machine.
    for (const id of ids.all()) insert.run(id, sketchBytes(sketchText(text.get(id) ?? '')))
  },
}
