import type { ReadDocument } from '../services/read-document.ts'

/** What `duigao read --json` prints; docs/cli.md says what the fields mean. The lines as found in the source are left out. */
export function readingJson({ rawLines: _lines, origins: _origins, ...reading }: ReadDocument): object {
  return { schema: 1, ...reading }
}
