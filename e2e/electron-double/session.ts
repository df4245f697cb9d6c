type BeforeRequest = (details: { url: string }, callback: (response: { cancel?: boolean }) => void) => void
type ProtocolHandler = (request: Request) => Response | Promise<Response>
type PermissionRequest = (contents: unknown, permission: string, callback: (granted: boolean) => void) => void
type PermissionCheck = (contents: unknown, permission: string) => boolean

/** One session: its protocol handlers, its filter of requests and its permissions. */
export class DoubleSession {
  private readonly handlers = new Map<string, ProtocolHandler>()
  private beforeRequest: BeforeRequest = (_details, callback) => callback({})
  private permissionRequest: PermissionRequest = (_contents, _permission, callback) => callback(true)
  private permissionCheck: PermissionCheck = () => true

  readonly protocol = {
    handle: (scheme: string, handler: ProtocolHandler): void => {
      if (this.handlers.has(scheme)) throw new Error(`${scheme} has a handler already`)
      this.handlers.set(scheme, handler)
    },
  }
  readonly webRequest = {
    onBeforeRequest: (listener: BeforeRequest): void => {
      this.beforeRequest = listener
    },
  }

  setPermissionRequestHandler(handler: PermissionRequest): void {
    this.permissionRequest = handler
  }
  setPermissionCheckHandler(handler: PermissionCheck): void {
    this.permissionCheck = handler
  }
  setDevicePermissionHandler(handler: () => boolean): void {
    if (handler()) throw new Error('the double knows only sessions that grant no device')
  }
  setSpellCheckerEnabled(enabled: boolean): void {
    if (enabled) throw new Error('the double has no spell checker')
  }

  isCancelled(url: string): Promise<boolean> {
    return new Promise((resolve) => this.beforeRequest({ url }, ({ cancel }) => resolve(cancel === true)))
  }

  async answer(url: string, method: string): Promise<Response> {
    const handler = this.handlers.get(new URL(url).protocol.replace(':', ''))
    return handler ? handler(new Request(url, { method })) : new Response('no handler', { status: 501 })
  }

  async permission(permission: string): Promise<{ requested: boolean; checked: boolean }> {
    const requested = await new Promise<boolean>((resolve) => this.permissionRequest(null, permission, resolve))
    return { requested, checked: this.permissionCheck(null, permission) }
  }
}

export const defaultSession = new DoubleSession()
const partitions = new Map<string, DoubleSession>()

export const session = {
  defaultSession,
  fromPartition(name: string): DoubleSession {
    const found = partitions.get(name) ?? new DoubleSession()
    partitions.set(name, found)
    return found
  },
}
