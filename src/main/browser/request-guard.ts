import { timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

export type Refusal = 'host' | 'origin' | 'site' | 'session'

export interface GuardedRequest {
  readonly method: string
  readonly headers: IncomingHttpHeaders
}

/** Compares secrets without telling by the time taken how much of them was right. */
export function sameSecret(given: string, secret: string): boolean {
  const a = Buffer.from(given)
  const b = Buffer.from(secret)
  return a.byteLength === b.byteLength && timingSafeEqual(a, b)
}

function cookieValue(header: string | undefined, name: string): string | undefined {
  for (const pair of header?.split(';') ?? []) {
    const at = pair.indexOf('=')
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim()
  }
  return undefined
}

/**
 * Why a request is refused before anything else is looked at, or null.
 *
 * - `host`: a page of another name that was made to resolve to 127.0.0.1 (DNS rebinding) sends its own name as Host.
 * - `origin`: SameSite does not tell two ports of 127.0.0.1 apart, so a page of another local server would bring our
 *   cookie along; it cannot hide its Origin. What changes something (`requireOrigin`) must name ours.
 * - `site`: a link or an image on another page. Only a start from the address bar (`none`) or our own page passes.
 */
export function refuseOrigin(request: GuardedRequest, origin: string, requireOrigin: boolean): Refusal | null {
  if (request.headers.host !== new URL(origin).host) return 'host'
  const named = request.headers.origin
  if (named === undefined ? requireOrigin : named !== origin) return 'origin'
  const site = request.headers['sec-fetch-site']
  return site === undefined || site === 'none' || site === 'same-origin' ? null : 'site'
}

/** `session`: no cookie, or one that this start of the program did not give out. */
export function refuseSession(request: GuardedRequest, cookie: string, secret: string): Refusal | null {
  const given = cookieValue(request.headers.cookie, cookie)
  return given !== undefined && sameSecret(given, secret) ? null : 'session'
}
