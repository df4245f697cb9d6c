import type { Channel, EventName } from '../../shared/contract/channels.ts'
import type { Api, EventPayload, Input, Output } from '../../shared/contract/contract.ts'
import type { Reply } from '../../shared/contract/dispatch.ts'
import { DuigaoError } from '../../shared/contract/errors.ts'
import { decodeWire, encodeWire, WIRE_MEDIA_TYPE } from '../../shared/contract/wire.ts'
import { MAX_FILE_BYTES } from '../../shared/text/limits.ts'
import { chooseFiles } from './choose-files.ts'

type Listener = (payload: never) => void
type ImportItem = Output<'files:add'>['item']

const encoder = new TextEncoder()
const decoder = new TextDecoder()
/** Waits between attempts to reach the program again; it stops for good when its last window has been gone for seconds. */
const RECONNECT_MS = 500

function tooLarge(file: string): DuigaoError {
  const limit = MAX_FILE_BYTES / 1024 / 1024
  return new DuigaoError({
    code: 'file-too-large',
    message: `“${file}”超过 ${limit} MB，没有读入。请拆分后再导入。`,
    file,
    detail: { limit },
  })
}

async function post(page: string, channel: Channel, input: unknown): Promise<unknown> {
  let reply: Reply
  try {
    const response = await fetch(`/api/${channel}`, {
      method: 'POST',
      headers: { 'Content-Type': WIRE_MEDIA_TYPE, 'X-Duigao-Page': page },
      body: encodeWire(input, (text) => encoder.encode(text)) as Uint8Array<ArrayBuffer>,
    })
    const body = new Uint8Array(await response.arrayBuffer())
    reply = decodeWire(body, (bytes) => decoder.decode(bytes)) as Reply
  } catch (error) {
    throw new DuigaoError({ code: 'internal', message: '与对稿程序的连接断了，操作没有完成。请重新启动对稿。' }, error)
  }
  if (!reply.ok) throw new DuigaoError(reply.error)
  return reply.value
}

function failedItem(file: string, error: unknown): ImportItem {
  const { code, message } =
    error instanceof DuigaoError
      ? error
      : { code: 'file-damaged', message: `“${file}”读不出来，可能已被移走或正被占用。请检查后再试。` }
  return { id: crypto.randomUUID(), file, status: 'failed', error: { code, message }, reading: null }
}

type Upload = Input<'files:unpack'>

async function upload(page: string, file: Upload): Promise<ImportItem> {
  const { item } = (await post(page, 'files:add', file)) as Output<'files:add'>
  return item
}

/** The documents of an archive, one after the other; what was left out is an item that says why. */
async function addArchive(page: string, archive: Upload): Promise<ImportItem[]> {
  const { files, skipped } = (await post(page, 'files:unpack', archive)) as Output<'files:unpack'>
  const items = skipped.map(({ name, reason }) =>
    failedItem(name, new DuigaoError({ code: 'file-unsupported', message: `“${name}”：${reason}` })),
  )
  for (const { name, bytes } of files) items.push(await upload(page, { name, bytes: new Uint8Array(bytes) }))
  return items
}

/** Uploads the chosen files one after the other; a file that cannot be read is an item that says why. */
async function addChosen(page: string): Promise<{ items: ImportItem[] }> {
  const items: ImportItem[] = []
  for (const file of await chooseFiles()) {
    const { name } = file
    try {
      if (file.size > MAX_FILE_BYTES) throw tooLarge(name)
      const chosen = { name, bytes: new Uint8Array(await file.arrayBuffer()) }
      if (/\.zip$/i.test(name)) items.push(...(await addArchive(page, chosen)))
      else items.push(await upload(page, chosen))
    } catch (error) {
      items.push(failedItem(name, error))
    }
  }
  return { items }
}

function startDownload({ name, url }: EventPayload<'download-ready'>): void {
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
}

/** Keeps the event socket open, whose closing tells the program that the window is gone. */
function listen(page: string, deliver: (event: string, payload: unknown) => void): void {
  const socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}/events?page=${page}`)
  socket.addEventListener('message', ({ data }) => {
    const { event, payload } = JSON.parse(String(data)) as { event: string; payload: unknown }
    deliver(event, payload)
  })
  socket.addEventListener('close', () => setTimeout(() => listen(page, deliver), RECONNECT_MS))
}

/** The same Api as in Electron, over HTTP and a WebSocket to the program that served the page. */
export function createBrowserApi(): Api {
  const page = crypto.randomUUID()
  const listeners = new Map<EventName, Set<Listener>>()
  const on = <E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void) => {
    const set = listeners.get(event) ?? new Set()
    listeners.set(event, set.add(listener))
    return () => void set.delete(listener)
  }
  on('download-ready', startDownload)
  listen(page, (event, payload) => {
    for (const listener of listeners.get(event as EventName) ?? []) listener(payload as never)
  })
  return {
    async invoke<C extends Channel>(channel: C, input: Input<C>): Promise<Output<C>> {
      if (channel === 'files:choose') return (await addChosen(page)) as Output<C>
      const uploads = channel === 'files:add' || channel === 'files:unpack'
      const file = uploads ? (input as Upload) : null
      if (file && file.bytes.byteLength > MAX_FILE_BYTES) throw tooLarge(file.name)
      return (await post(page, channel, input)) as Output<C>
    },
    on,
  }
}
