/** A file that was dropped or chosen, and the folder it lay in. */
export interface FoundFile {
  readonly file: File
  /** Path of its folder below what was dropped or chosen: `历年报告/2024`; empty for a file by itself. */
  readonly folder: string
}

/** A file of a folder that is not even tried. */
export interface LeftFile {
  readonly name: string
  readonly folder: string
  /** `kind`: no document by its extension; `too-many`: beyond the limit of one batch. */
  readonly reason: 'kind' | 'too-many'
}

export interface FoundFiles {
  readonly files: readonly FoundFile[]
  readonly left: readonly LeftFile[]
}

/** A folder dropped by mistake must not read a whole disk. */
export const MAX_BATCH = 500
/** How many of those beyond the limit are counted at all. */
export const MAX_LEFT = 2_000

/** Files that systems leave in folders and nobody wants imported or told of. */
const NOISE = /^(?:\.|~\$|Thumbs\.db$|desktop\.ini$)/i

/** What stands beside documents in folders and holds no text: pictures, sound, films, programs, fonts, drawings, data. */
const NO_DOCUMENT =
  /\.(?:jpe?g|png|gif|bmp|tiff?|webp|svg|ico|heic|psd|ai|cdr|mp3|wav|m4a|wma|flac|mp4|avi|mov|mkv|wmv|flv|mpe?g|exe|msi|dll|so|bat|cmd|lnk|url|apk|iso|dmg|ttf|otf|ttc|dwg|dxf|shp|mdb|accdb|db|sqlite|duigao|bak|tmp|log|css|js|json|xml|pptx?|pps|dps)$/i

export function isNoise(name: string): boolean {
  return NOISE.test(name)
}

/**
 * Parts what a folder holds into what is read and what is left. A file that was dropped or chosen by itself is always tried:
 * its reader says better than its name why it cannot be read.
 */
export function sortFound(found: readonly FoundFile[]): FoundFiles {
  const files: FoundFile[] = []
  const left: LeftFile[] = []
  for (const each of found) {
    const { file, folder } = each
    if ([...folder.split('/'), file.name].some(isNoise)) continue
    if (folder !== '' && NO_DOCUMENT.test(file.name)) left.push({ name: file.name, folder, reason: 'kind' })
    else if (files.length >= MAX_BATCH) left.push({ name: file.name, folder, reason: 'too-many' })
    else files.push(each)
  }
  return { files, left }
}
