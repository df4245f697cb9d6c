import type { Output } from '../../shared/contract/contract.ts'
import { openZip } from '../readers/docx/open-zip.ts'

/** The files inside a zip archive, each for a reading of its own. Throws `file-damaged` or `file-too-large`. */
export function unpackFiles(name: string, bytes: Uint8Array): Output<'files:unpack'> {
  const { parts } = openZip(bytes, name, (entry) => !entry.endsWith('/'))
  const files = Object.entries(parts).map(([path, content]) => ({
    name: path.slice(path.lastIndexOf('/') + 1),
    bytes: new Uint8Array(content),
  }))
  return { files, skipped: [] }
}
