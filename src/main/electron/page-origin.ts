import { app } from 'electron'

export const SCHEME = 'app'
const APP_ORIGIN = `${SCHEME}://duigao`

/** Vite's server while developing; never in a packaged app, whatever its environment says. */
export function developmentServer(): string | null {
  return app.isPackaged ? null : (process.env.ELECTRON_RENDERER_URL ?? null)
}

/** The one origin whose page may call us. */
export function pageOrigin(): string {
  const server = developmentServer()
  return server === null ? APP_ORIGIN : new URL(server).origin
}

export const pageAddress = (): string => `${pageOrigin()}/index.html`
