import { randomBytes } from 'node:crypto'
import { sameSecret } from './request-guard.ts'

/** One start of the browser shell: a token that opens the page once, and the cookie it is exchanged for. */
export interface Session {
  readonly cookieName: string
  readonly secret: string
  /** A token for one more window; spent by the first request that brings it. */
  issueToken(): string
  /** True once per issued token. */
  redeem(token: string): boolean
  /** The Set-Cookie header: not readable by scripts, not sent from other sites, gone with the browser. */
  setCookie(): string
}

export function createSession(port: number): Session {
  const secret = randomBytes(32).toString('base64url')
  // Cookies do not tell ports apart: the name does, so that two libraries open side by side keep their sessions.
  const cookieName = `duigao_${port}`
  const tokens = new Set<string>()
  return {
    cookieName,
    secret,
    issueToken() {
      const token = randomBytes(32).toString('base64url')
      tokens.add(token)
      return token
    },
    redeem(token) {
      for (const issued of tokens) if (sameSecret(token, issued)) return tokens.delete(issued)
      return false
    },
    setCookie: () => `${cookieName}=${secret}; HttpOnly; SameSite=Strict; Path=/`,
  }
}
