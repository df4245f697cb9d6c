/** What passes between the double's main process and the spec that plays the windows. Sent with structured clone. */

export interface Frame {
  /** In the app's own addresses: app://duigao/…, never Chromium's stand-in. */
  readonly url: string
  readonly origin: string
  readonly isMain: boolean
}

export interface HttpAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

export interface MenuEntry {
  readonly id: string | null
  readonly label: string
  readonly accelerator: string | null
  readonly role: string | null
  readonly entries: readonly MenuEntry[]
}

/** The answer to a question about a window that main has closed: its page may ask on until it is closed too. */
export function isGone(error: unknown, window: number): boolean {
  return error instanceof Error && error.message === goneMessage(window)
}

export function goneMessage(window: number): string {
  return `no window ${window}`
}

export type DialogKind = 'open' | 'save'
export type DialogAnswer =
  /** The file name the program suggests, in this folder. */
  { readonly saveIn: string } | { readonly filePaths: readonly string[] } | { readonly cancel: true }

/** What the program set up, for specs that look at settings. */
export interface Inspection {
  readonly webPreferences: Readonly<Record<string, unknown>>
  readonly sandboxEnabled: boolean
  readonly schemes: readonly unknown[]
  readonly userData: string
  readonly singleInstance: boolean
  readonly errorBoxes: readonly string[]
  readonly focused: number
}

/** Questions of the spec to the main process, each with the type of its answer. */
export interface Questions {
  'before-request': [{ readonly window: number; readonly url: string }, boolean]
  protocol: [{ readonly window: number; readonly url: string; readonly method: string }, HttpAnswer]
  invoke: [
    { readonly window: number; readonly channel: string; readonly input: unknown; readonly frame: Frame },
    unknown,
  ]
  navigate: [{ readonly window: number; readonly url: string; readonly isMain: boolean }, boolean]
  'open-window': [{ readonly window: number; readonly url: string }, 'allow' | 'deny']
  'script-dialog': [{ readonly kind: DialogKind; readonly answer: DialogAnswer }, null]
  'click-menu': [{ readonly id: string }, null]
  menu: [Record<string, never>, readonly MenuEntry[]]
  permission: [{ readonly permission: string }, { readonly requested: boolean; readonly checked: boolean }]
  inspect: [Record<string, never>, Inspection]
  'second-instance': [{ readonly args: readonly string[] }, null]
  quit: [Record<string, never>, null]
}
export type QuestionKind = keyof Questions

/** From the spec. `id` comes back in the answer. */
export interface Question<K extends QuestionKind = QuestionKind> {
  readonly type: 'question'
  readonly id: number
  readonly kind: K
  readonly about: Questions[K][0]
}

/** From the main process. */
export type FromMain =
  | { readonly type: 'answer'; readonly id: number; readonly value?: unknown; readonly error?: string }
  | { readonly type: 'open'; readonly window: number; readonly preload: string | null; readonly javascript: boolean }
  | { readonly type: 'load'; readonly window: number; readonly url: string; readonly id: number }
  | { readonly type: 'send'; readonly window: number; readonly channel: string; readonly payload: unknown }
  | { readonly type: 'print'; readonly window: number; readonly id: number }
  | { readonly type: 'destroy'; readonly window: number }

/** The spec's answer to `load` and `print`. */
export interface Done {
  readonly type: 'done'
  readonly id: number
  readonly value?: unknown
  readonly error?: string
}
