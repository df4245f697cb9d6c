import { CHANNELS, type Channel } from './channels.ts'
import { contract, type Handlers } from './contract.ts'
import { DuigaoError, type ErrorReply, toErrorReply } from './errors.ts'

export type Reply = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: ErrorReply }

const known: ReadonlySet<string> = new Set(CHANNELS)

/** Whether a name that came from outside is a channel of the contract. */
export function isChannel(name: string): name is Channel {
  return known.has(name)
}

/**
 * The one door of every shell: checks the channel, parses the input, runs the handler and wraps what comes out.
 * Never throws; an unknown channel or a malformed input is `bad-request`.
 * `report` receives the error as thrown, for the shell's log. `checkOutput` parses the output too (development, tests).
 */
export async function dispatch(
  handlers: Handlers,
  channel: string,
  input: unknown,
  options: { readonly checkOutput?: boolean; readonly report?: (error: unknown) => void } = {},
): Promise<Reply> {
  try {
    if (!isChannel(channel)) throw new DuigaoError({ code: 'bad-request', message: '不认识的请求。' })
    const parsed = contract[channel].input.safeParse(input)
    if (!parsed.success) throw new DuigaoError({ code: 'bad-request', message: '请求的内容不合规定。' }, parsed.error)
    const handler = handlers[channel] as (input: unknown) => unknown
    const value = await handler(parsed.data)
    if (options.checkOutput) contract[channel].output.parse(value)
    return { ok: true, value }
  } catch (error) {
    options.report?.(error)
    return { ok: false, error: toErrorReply(error) }
  }
}
