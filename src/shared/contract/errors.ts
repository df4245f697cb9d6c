/**
 * The errors that a user may meet, each with the code the interface translates.
 * `file` names the file; `detail` holds figures for the message (a limit, a version). No stack ever crosses a process border.
 */
export const ERROR_CODES = [
  'internal',
  'bad-request',
  'forbidden',
  'not-found',
  'cancelled',
  'file-empty',
  'file-too-large',
  'file-not-text',
  'file-damaged',
  'file-unsupported',
  'file-encrypted',
  'file-no-text',
  'read-timeout',
  'library-newer',
  'library-damaged',
  'library-locked',
  'draft-conflict',
  'write-failed',
  'disk-full',
] as const
export type ErrorCode = (typeof ERROR_CODES)[number]

export interface ErrorReply {
  readonly code: ErrorCode
  /** In Chinese: what happened, to which file, what to do. */
  readonly message: string
  readonly file?: string
  readonly detail?: Readonly<Record<string, string | number>>
}

export class DuigaoError extends Error {
  readonly code: ErrorCode
  readonly file: string | undefined
  readonly detail: Readonly<Record<string, string | number>> | undefined

  constructor(reply: ErrorReply, cause?: unknown) {
    super(reply.message, cause === undefined ? undefined : { cause })
    this.name = 'DuigaoError'
    this.code = reply.code
    this.file = reply.file
    this.detail = reply.detail
  }
}

/** What may leave a process: a DuigaoError as it is, anything else as `internal` without its text. */
export function toErrorReply(error: unknown): ErrorReply {
  if (error instanceof DuigaoError) {
    return {
      code: error.code,
      message: error.message,
      ...(error.file === undefined ? {} : { file: error.file }),
      ...(error.detail === undefined ? {} : { detail: error.detail }),
    }
  }
  return { code: 'internal', message: '程序内部出错，操作没有完成，数据没有改动。' }
}
