import { type IpcMainInvokeEvent, ipcMain } from 'electron'
import { CHANNELS } from '../../shared/contract/channels.ts'
import type { Handlers } from '../../shared/contract/contract.ts'
import { dispatch, type Reply } from '../../shared/contract/dispatch.ts'
import { DuigaoError } from '../../shared/contract/errors.ts'
import { checksOutput } from '../services/check-output.ts'
import { pageOrigin } from './page-origin.ts'

const FORBIDDEN: Reply = { ok: false, error: { code: 'forbidden', message: '请求不是来自对稿的窗口，已拒绝。' } }

/** Only our own page in the main frame of a window may call: not a frame inside it, not a page that got in otherwise. */
function isTrusted({ sender, senderFrame }: IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame === sender.mainFrame && senderFrame.origin === pageOrigin()
}

function report(error: unknown): void {
  if (!(error instanceof DuigaoError)) console.error(error)
}

/** Puts every channel of the contract behind the sender check and `dispatch`. */
export function register(handlers: Handlers): void {
  const checkOutput = checksOutput()
  for (const channel of CHANNELS)
    ipcMain.handle(channel, (event, input: unknown) =>
      isTrusted(event) ? dispatch(handlers, channel, input, { checkOutput, report }) : FORBIDDEN,
    )
}
