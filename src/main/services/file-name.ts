/** Names Windows keeps for devices, whatever their extension. */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])$/i

/** Characters; with a folder in front a path still fits into Windows' 260. */
const MAX_STEM = 100

/**
 * A file name every system takes, Windows being the strictest: no path signs, control characters, trailing dots or blanks, no
 * device names, no broken surrogates. `extension` without its dot.
 */
export function safeFileName(stem: string, extension: string): string {
  const clean = Array.from(stem.normalize('NFC').replace(/[\\/:*?"<>|\p{C}]+/gu, ' '))
    .slice(0, MAX_STEM)
    .join('')
    .replace(/\s+/gu, ' ')
    .replace(/^[ .]+|[ .]+$/g, '')
  const name = clean === '' ? '未命名' : clean
  const [device = ''] = name.split('.')
  return `${RESERVED.test(device.trim()) ? `_${name}` : name}.${extension}`
}

/** The same for a name that already has its extension. */
export function safeFullName(name: string): string {
  const dot = name.lastIndexOf('.')
  return dot <= 0 ? safeFileName(name, 'txt') : safeFileName(name.slice(0, dot), name.slice(dot + 1))
}

/** The last part of a path: of a file in an archive its own name. */
export function fileNameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
