import { AsyncLocalStorage } from 'node:async_hooks'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Handlers } from '../../shared/contract/contract.ts'
import { dispatch, isChannel, type Reply } from '../../shared/contract/dispatch.ts'
import { DuigaoError } from '../../shared/contract/errors.ts'
import { decodeWire, encodeWire, WIRE_MEDIA_TYPE } from '../../shared/contract/wire.ts'
import { bodyLimit, readBody } from './read-body.ts'

export const API_PATH = '/api/'
/** The page's own id, so that a download reaches the window that asked for it. */
export const PAGE_HEADER = 'x-duigao-page'

/** Which page the call in progress came from. */
export const callingPage = new AsyncLocalStorage<string>()

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true })

function answer(response: ServerResponse, status: number, reply: Reply): void {
  response.writeHead(status, { 'Content-Type': WIRE_MEDIA_TYPE, 'Cache-Control': 'no-store' })
  response.end(encodeWire(reply, (text) => encoder.encode(text)))
}

function refusal(code: 'bad-request' | 'file-too-large', message: string): Reply {
  return { ok: false, error: { code, message } }
}

function decode(body: Uint8Array): { readonly value: unknown } | null {
  try {
    return { value: decodeWire(body, (bytes) => decoder.decode(bytes)) }
  } catch {
    return null
  }
}

function report(error: unknown): void {
  if (!(error instanceof DuigaoError)) console.error(error)
}

/** Answers POST /api/<channel>. The guards have passed the request already. */
export async function answerApi(
  request: IncomingMessage,
  response: ServerResponse,
  options: { readonly channel: string; readonly handlers: Handlers; readonly checkOutput: boolean },
): Promise<void> {
  const { channel, handlers, checkOutput } = options
  if (request.method !== 'POST') return answer(response, 405, refusal('bad-request', '请求的方法不对。'))
  if (!isChannel(channel)) return answer(response, 404, refusal('bad-request', '不认识的请求。'))
  // A form or a script of another page cannot send this type without asking first, and asking is refused.
  if (request.headers['content-type'] !== WIRE_MEDIA_TYPE)
    return answer(response, 415, refusal('bad-request', '请求的格式不对。'))
  const body = await readBody(request, bodyLimit(channel))
  if (body === null) return answer(response, 413, refusal('file-too-large', '内容太大，没有处理。'))
  const message = decode(body)
  if (message === null) return answer(response, 400, refusal('bad-request', '请求的内容读不懂。'))
  const page = request.headers[PAGE_HEADER]
  const reply = await callingPage.run(typeof page === 'string' ? page : '', () =>
    dispatch(handlers, channel, message.value, { checkOutput, report }),
  )
  answer(response, 200, reply)
}
