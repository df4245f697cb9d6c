import { unzipSync } from 'fflate'
import { readErrors } from '../read-errors.ts'

/** The largest part that is unpacked: the text of 100 plans is below 48 MiB of XML. */
const MAX_ENTRY = 48 * 1024 * 1024
const MAX_TOTAL = 96 * 1024 * 1024
const MAX_ENTRIES = 5000
/** Real Word XML packs 10–40 times; a part that packs 300 times and is large is a bomb. */
const MAX_RATIO = 300
const RATIO_FROM = 4 * 1024 * 1024

/** The names of all entries of a zip file, and the contents of those that were asked for. */
export interface ZipParts {
  readonly names: readonly string[]
  readonly parts: Readonly<Record<string, Uint8Array>>
}

/**
 * Unpacks the wanted entries of a zip file; the sizes its directory states are checked before anything is unpacked.
 * @throws DuigaoError `file-damaged` or `file-too-large`
 */
export function openZip(bytes: Uint8Array, fileName: string, wanted: (name: string) => boolean): ZipParts {
  const names: string[] = []
  let total = 0
  let refused: Error | null = null
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        names.push(name)
        if (!wanted(name)) return false
        total += originalSize
        if (names.length > MAX_ENTRIES || originalSize > MAX_ENTRY || total > MAX_TOTAL) {
          refused ??= readErrors.tooLarge(fileName, `解压后 ${MAX_ENTRY / 1024 / 1024} MB`)
        }
        if (originalSize > RATIO_FROM && originalSize > size * MAX_RATIO) {
          refused ??= readErrors.damaged(fileName, '压缩比异常，可能是压缩炸弹')
        }
        if (refused !== null) throw refused
        return true
      },
    })
    return { names, parts }
  } catch (error) {
    if (refused !== null) throw refused
    throw readErrors.damaged(fileName, '压缩包结构不完整', error)
  }
}
