import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Where the search for `resources` begins; the built bundle stands at another depth than the sources. */
const HERE = import.meta.dirname

/**
 * The path of a file under `resources/`, found upwards from this file: the same in the sources, in `out/main` and inside the
 * packed app. Throws when the installation lacks it.
 */
export function resourcePath(...names: readonly string[]): string {
  for (let folder = HERE; ; folder = dirname(folder)) {
    const path = join(folder, 'resources', ...names)
    if (existsSync(path)) return path
    if (dirname(folder) === folder) throw new Error(`the installation lacks resources/${names.join('/')}`)
  }
}
