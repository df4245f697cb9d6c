import type { Platform } from '../services/platform.ts'
import { callingPage } from './api-route.ts'
import type { Downloads } from './downloads.ts'
import type { EventSockets } from './event-sockets.ts'
import { printToPdf } from './print-to-pdf.ts'

/** The platform without a desktop: files come from the page and go to it as downloads. */
export function createBrowserPlatform(sockets: EventSockets, downloads: Downloads): Platform {
  return {
    shell: 'browser',
    // The page shows its own file input and sends the bytes with `files:add`.
    openFiles: () => Promise.resolve([]),
    saveFile(name, bytes) {
      const url = downloads.offer({ name, bytes })
      sockets.send('download-ready', { name, url }, callingPage.getStore() || undefined)
      return Promise.resolve({ status: 'saved', name, where: null })
    },
    printToPdf,
    notify: (event, payload) => sockets.send(event, payload),
  }
}
