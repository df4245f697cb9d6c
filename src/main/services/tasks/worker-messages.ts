import { DuigaoError, type ErrorReply } from '../../../shared/contract/errors.ts'

export interface TaskRequest {
  readonly id: number
  readonly name: string
  readonly input: unknown
}

/** An error on its way between threads: a class does not survive the copying, what it says does. */
type SentError =
  | { readonly type: 'duigao'; readonly reply: ErrorReply }
  | { readonly type: 'other'; readonly message: string; readonly stack: string | undefined }

export type TaskMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'progress'; readonly id: number; readonly done: number; readonly total: number }
  | { readonly type: 'done'; readonly id: number; readonly output: unknown }
  | { readonly type: 'failed'; readonly id: number; readonly error: SentError }

export function sendError(error: unknown): SentError {
  if (error instanceof DuigaoError) {
    const { code, message, file, detail } = error
    const more = { ...(file === undefined ? {} : { file }), ...(detail === undefined ? {} : { detail }) }
    return { type: 'duigao', reply: { code, message, ...more } }
  }
  if (error instanceof Error) return { type: 'other', message: error.message, stack: error.stack }
  return { type: 'other', message: String(error), stack: undefined }
}

export function receiveError(error: SentError): Error {
  if (error.type === 'duigao') return new DuigaoError(error.reply)
  return Object.assign(new Error(error.message), error.stack === undefined ? {} : { stack: error.stack })
}
