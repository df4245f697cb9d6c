/** What the init script has at hand; the names are Playwright bindings that launch.ts exposes. */
export const INVOKE_BINDING = '__electronDoubleInvoke'
export const DELIVER = '__electronDoubleDeliver'

/**
 * Runs in the page before its scripts, as text: gives a preload the `require('electron')` of a sandboxed renderer.
 * Must not use anything from outside its own body.
 */
function hostPreload(
  preload: (require: (name: string) => unknown) => void,
  invokeBinding: string,
  deliver: string,
): void {
  if (window !== window.top) return
  type Listener = (event: unknown, payload: unknown) => void
  const listeners = new Map<string, Set<Listener>>()
  const page = window as unknown as Record<string, unknown>

  /** Bytes cross Playwright's binding as base64 inside JSON. */
  const encode = (value: unknown) =>
    JSON.stringify({ value }, (_key, entry: unknown) =>
      entry instanceof Uint8Array
        ? { $bytes: btoa(Array.from(entry, (byte) => String.fromCharCode(byte)).join('')) }
        : entry,
    )
  const decode = (json: string) =>
    (
      JSON.parse(json, (_key, entry: unknown) =>
        typeof entry === 'object' && entry !== null && '$bytes' in entry
          ? Uint8Array.from(atob(String(entry.$bytes)), (letter) => letter.charCodeAt(0))
          : entry,
      ) as { value: unknown }
    ).value

  const ipcRenderer = {
    async invoke(channel: string, input: unknown) {
      const invoke = page[invokeBinding] as (channel: string, input: string) => Promise<string>
      return decode(await invoke(channel, encode(input)))
    },
    on: (channel: string, listener: Listener) =>
      void listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener)),
    off: (channel: string, listener: Listener) => void listeners.get(channel)?.delete(listener),
  }
  page[deliver] = (channel: string, payload: string) => {
    for (const listener of listeners.get(channel) ?? []) listener({}, decode(payload))
  }

  /** As Electron's bridge: values are cloned, functions wrapped, of an Error only the message is left. */
  const cross = (value: unknown): unknown => {
    if (typeof value === 'function') return wrap(value as (...args: unknown[]) => unknown)
    if (value instanceof Promise)
      return value.then(cross, (error: unknown) => {
        throw error instanceof Error ? new Error(error.message) : structuredClone(error)
      })
    return structuredClone(value)
  }
  function wrap(bridged: (...args: unknown[]) => unknown) {
    return (...args: unknown[]) => cross(bridged(...args.map(cross)))
  }

  const contextBridge = {
    exposeInMainWorld(key: string, api: Readonly<Record<string, unknown>>) {
      const exposed = Object.fromEntries(Object.entries(api).map(([name, value]) => [name, cross(value)]))
      Object.defineProperty(window, key, { value: Object.freeze(exposed), enumerable: true })
    },
  }
  preload((name) => {
    if (name === 'electron') return { contextBridge, ipcRenderer }
    throw new Error(`module not found: ${name} (a sandboxed preload has only electron)`)
  })
}

/** The init script of a window with this preload. */
export function preloadScript(source: string): string {
  return `(${hostPreload.toString()})(function (require) {\nconst module = { exports: {} }, exports = module.exports;\n${source}\n}, ${JSON.stringify(INVOKE_BINDING)}, ${JSON.stringify(DELIVER)})`
}
