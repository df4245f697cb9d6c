import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocket, WebSocketServer } from 'ws'

/** The page says nothing over its socket; a longer message than this ends it. */
const MAX_MESSAGE_BYTES = 1024

export interface EventSockets {
  /** Takes over an upgrade request that has passed the guards. `page` is the id the page gave itself. */
  accept(request: IncomingMessage, socket: Duplex, head: Buffer, page: string): void
  /** Sends to every page, or to one. */
  send(event: string, payload: unknown, page?: string): void
  /** A window's process has ended; the wait begins if no page is open. */
  windowEnded(): void
  close(): void
}

/**
 * The open pages. `onAbandoned` is called once the last one has been gone for `graceMs`: a reload takes less than that,
 * a closed window does not come back.
 */
export function createEventSockets(options: { readonly graceMs: number; onAbandoned(): void }): EventSockets {
  const server = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BYTES })
  const pages = new Map<WebSocket, string>()
  let timer: NodeJS.Timeout | undefined
  const waitIfAlone = () => {
    clearTimeout(timer)
    if (pages.size === 0) timer = setTimeout(() => options.onAbandoned(), options.graceMs)
  }
  return {
    accept(request, stream, head, page) {
      server.handleUpgrade(request, stream, head, (socket) => {
        clearTimeout(timer)
        pages.set(socket, page)
        socket.on('close', () => {
          pages.delete(socket)
          waitIfAlone()
        })
        socket.on('error', () => socket.terminate())
      })
    },
    send(event, payload, page) {
      const message = JSON.stringify({ event, payload })
      for (const [socket, id] of pages)
        if ((page === undefined || page === id) && socket.readyState === WebSocket.OPEN) socket.send(message)
    },
    windowEnded: waitIfAlone,
    close() {
      for (const socket of pages.keys()) socket.removeAllListeners('close').terminate()
      pages.clear()
      clearTimeout(timer)
      server.close()
    },
  }
}
