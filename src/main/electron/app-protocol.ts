import { protocol, type Session } from 'electron'
import { SECURITY_HEADERS } from '../../shared/contract/content-security-policy.ts'
import { readPageFile } from '../services/page-files.ts'
import { SCHEME } from './page-origin.ts'

/** Before `ready`: app:// has an origin, storage and fetch like https, and no way round the policy. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

/** Answers app://duigao/… out of the built page and nothing else. */
export function serveApp(session: Session, pageRoot: string): void {
  session.protocol.handle(SCHEME, async ({ url, method }) => {
    const { host, pathname } = new URL(url)
    const file = host === 'duigao' && method === 'GET' ? await readPageFile(pageRoot, pathname) : null
    if (file === null) return new Response('没有这个文件。', { status: 404, headers: SECURITY_HEADERS })
    return new Response(new Uint8Array(file.bytes), {
      headers: { ...SECURITY_HEADERS, 'Content-Type': file.mediaType },
    })
  })
}
