import { BrowserWindow, session } from 'electron'
import { DuigaoError } from '../../shared/contract/errors.ts'
import { SCHEME } from './page-origin.ts'
import { secureSession } from './security.ts'

const PAGE = `${SCHEME}://print/`

/** Prints one self-contained page in a window nobody sees: own session, no scripts, no network. */
export async function printToPdf(html: string): Promise<Uint8Array> {
  const printing = session.fromPartition(`print-${crypto.randomUUID()}`)
  secureSession(printing)
  printing.protocol.handle(
    SCHEME,
    () => new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8' } }),
  )
  const window = new BrowserWindow({
    show: false,
    webPreferences: { session: printing, sandbox: true, contextIsolation: true, javascript: false, spellcheck: false },
  })
  try {
    await window.loadURL(PAGE)
    return await window.webContents.printToPDF({ printBackground: true, preferCSSPageSize: true })
  } catch (error) {
    throw new DuigaoError({ code: 'write-failed', message: 'PDF 没有生成：打印失败。请再试一次。' }, error)
  } finally {
    window.destroy()
  }
}
