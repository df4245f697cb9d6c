import { randomBytes } from 'node:crypto'

/** A file waiting to be fetched by the page, once. */
export interface Download {
  readonly name: string
  readonly bytes: Uint8Array
}

/** How long an address is good for: the page fetches it at once, so more would only keep bytes in memory. */
const LIFETIME_MS = 60_000

export interface Downloads {
  /** Keeps the file and returns its address. */
  offer(download: Download): string
  /** The file of an address, which ends with this; undefined when it is unknown, spent or too old. */
  take(url: string): Download | undefined
  clear(): void
}

export const DOWNLOAD_PATH = '/download/'

export function createDownloads(): Downloads {
  const waiting = new Map<string, { download: Download; timer: NodeJS.Timeout }>()
  const remove = (url: string) => {
    const entry = waiting.get(url)
    clearTimeout(entry?.timer)
    waiting.delete(url)
    return entry?.download
  }
  return {
    offer(download) {
      const url = DOWNLOAD_PATH + randomBytes(24).toString('base64url')
      waiting.set(url, { download, timer: setTimeout(remove, LIFETIME_MS, url).unref() })
      return url
    },
    take: remove,
    clear() {
      for (const url of waiting.keys()) remove(url)
    },
  }
}

/** RFC 6266: the plain name for old readers, the real one in UTF-8 (RFC 5987). */
export function attachmentHeader(name: string): string {
  const plain = name.replaceAll(/[^\x20-\x7e]|["\\/]/g, '_')
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
