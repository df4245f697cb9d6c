import type { Channel } from '../../shared/contract/channels.ts'
import type { Api, Input, Output } from '../../shared/contract/contract.ts'
import { DuigaoError, type ErrorReply } from '../../shared/contract/errors.ts'
import { createBrowserApi } from './browser-api.ts'

declare global {
  interface Window {
    /** Put there by Electron's preload; absent in the browser shell. */
    readonly api?: Api
  }
}

/** What crosses Electron's bridge is a plain ErrorReply: classes do not. */
function fromBridge(bridge: Api): Api {
  return {
    async invoke<C extends Channel>(channel: C, input: Input<C>): Promise<Output<C>> {
      try {
        return await bridge.invoke(channel, input)
      } catch (error) {
        throw new DuigaoError(error as ErrorReply)
      }
    },
    on: (event, listener) => bridge.on(event, listener),
  }
}

/** The one way from the page to the program, in every shell. What it rejects with is always a DuigaoError. */
export const api: Api = window.api ? fromBridge(window.api) : createBrowserApi()
