import { ERROR_CODES, type ErrorCode, type ErrorReply } from '../../shared/contract/errors.ts'
import { MAX_FILE_BYTES } from '../../shared/text/limits.ts'
import { formatBytes } from './format.ts'
import { i18n } from './i18n.ts'

const CODES: ReadonlySet<string> = new Set(ERROR_CODES)

/** Whatever was thrown, as the error that main replied with; anything else is `internal`. */
export function toReply(error: unknown): ErrorReply {
  if (typeof error === 'object' && error !== null && 'code' in error && CODES.has(String(error.code))) {
    return error as ErrorReply
  }
  return { code: 'internal', message: '' }
}

/** What happened and what to do, in the language shown. Chinese uses main's own sentence, which names the file and figures. */
export function errorMessage(reply: Pick<ErrorReply, 'message'> & { readonly code: string }): string {
  if (i18n.language === 'zh-CN' && reply.message !== '') return reply.message
  const code: ErrorCode = CODES.has(reply.code) ? (reply.code as ErrorCode) : 'internal'
  return i18n.t(`errors:${code}`, { limit: formatBytes(MAX_FILE_BYTES) })
}

/** The error as text to copy and send: message, file, code. */
export function errorReport(reply: ErrorReply): string {
  return [
    errorMessage(reply),
    reply.file === undefined ? null : i18n.t('errors:file', { file: reply.file }),
    i18n.t('errors:code', { code: reply.code }),
  ]
    .filter((line) => line !== null)
    .join('\n')
}
