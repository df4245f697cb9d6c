import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron'
import { CHANNELS, type Channel, EVENTS, type EventName } from '../shared/contract/channels.ts'
import type { Reply } from '../shared/contract/dispatch.ts'

const channels: ReadonlySet<string> = new Set(CHANNELS)
const events: ReadonlySet<string> = new Set(EVENTS)

/** What the page gets, and all it gets: two functions that know the contract's names, never ipcRenderer itself. */
const api = {
  async invoke(channel: Channel, input: unknown): Promise<unknown> {
    if (!channels.has(channel)) throw new TypeError('unknown channel')
    const reply = (await ipcRenderer.invoke(channel, input)) as Reply
    if (reply.ok) return reply.value
    // A plain object: of an Error the bridge would leave nothing but its message.
    // oxlint-disable-next-line typescript/only-throw-error, no-throw-literal
    throw reply.error
  },
  on(event: EventName, listener: (payload: unknown) => void): () => void {
    if (!events.has(event)) throw new TypeError('unknown event')
    const forward = (_event: IpcRendererEvent, payload: unknown) => listener(payload)
    ipcRenderer.on(event, forward)
    return () => {
      ipcRenderer.off(event, forward)
    }
  },
}

contextBridge.exposeInMainWorld('api', Object.freeze(api))
