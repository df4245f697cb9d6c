import { readFile, realpath } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}

/** The media type of a file of the page; null for anything that the page has no business loading. */
export function mediaTypeOf(path: string): string | null {
  return MEDIA_TYPES[extname(path).toLowerCase()] ?? null
}

/**
 * Reads one file of the built page by the path of its address. Null when there is none: also for a path that leads out
 * of `root`, by dots, by an encoded slash or through a symbolic link.
 */
export async function readPageFile(
  root: string,
  urlPath: string,
): Promise<{ readonly bytes: Uint8Array; readonly mediaType: string } | null> {
  try {
    const decoded = decodeURIComponent(urlPath === '/' ? '/index.html' : urlPath)
    const mediaType = mediaTypeOf(decoded)
    if (mediaType === null || decoded.includes('\0') || decoded.includes('\\')) return null
    const inside = (await realpath(root)) + sep
    const path = await realpath(join(inside, decoded))
    return path.startsWith(inside) ? { bytes: await readFile(path), mediaType } : null
  } catch {
    return null
  }
}
