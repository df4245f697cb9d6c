import type { EventName } from '../../shared/contract/channels.ts'
import type { EventPayload } from '../../shared/contract/contract.ts'

/** A file the user chose; its bytes are read only when asked for, so that a too large one costs nothing. */
export interface ChosenFile {
  readonly name: string
  readonly size: number
  read(): Promise<Uint8Array>
}

export type SaveOutcome =
  | { readonly status: 'saved'; readonly name: string; readonly where: string | null }
  | { readonly status: 'cancelled' }

/** All that the shells differ in. */
export interface Platform {
  readonly shell: 'electron' | 'browser'
  /** Shows the file dialog; empty when cancelled. The browser shell has none in main and answers on the page. */
  openFiles(): Promise<readonly ChosenFile[]>
  /** Asks where, then writes whole or not at all: an existing file stays as it was on failure (`write-failed`, `disk-full`). */
  saveFile(suggestedName: string, bytes: Uint8Array): Promise<SaveOutcome>
  /** One self-contained page to PDF. */
  printToPdf(html: string): Promise<Uint8Array>
  /** Tells every open page. */
  notify<E extends EventName>(event: E, payload: EventPayload<E>): void
}
