import type { ReadSource, TaskOutput } from './tasks.ts'

/** The bytes of what was read, as they are kept with the version: a file's, or the clipboard's page or text as UTF-8. */
export function partOf(source: ReadSource, part: TaskOutput<'read'>['part']): Uint8Array {
  if (source.type === 'file') return source.bytes
  return new TextEncoder().encode(part === 'html' ? (source.html ?? '') : source.text)
}
