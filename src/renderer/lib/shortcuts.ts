import { useEffect, useLayoutEffect, useRef } from 'react'

/** Written `Mod+Shift+K`: Mod is Ctrl, or ⌘ on a Mac; then Shift, Alt; last the key as `KeyboardEvent.key` says it. */
export type Keys = string

export interface Command {
  /** What the native menu and the palette call it, e.g. `compare.next-change`. */
  readonly id: string
  /** As the palette shows it; left out, the palette does not list it. */
  readonly title?: string
  readonly keys?: Keys | readonly Keys[]
  /** Whether it works while the focus is in a text field. Default: only with Mod, Alt or a function key. */
  readonly inText?: boolean
  /** Absent means always. A disabled command lets its key through. */
  readonly enabled?: boolean
  readonly run: () => void
}

type Registered = { readonly current: readonly Command[] }
/** Whose commands win a key: a screen's over the app's. */
export type Layer = 'app' | 'screen'

/** In the order of registration; what a component registers keeps its place while it is mounted. */
const registered: Readonly<Record<Layer, Set<Registered>>> = { app: new Set(), screen: new Set() }

/** The combination an event stands for, in the notation of Keys. */
export function keysOfEvent(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>): Keys {
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key
  return [
    event.ctrlKey || event.metaKey ? 'Mod' : '',
    // The shift of a printed sign is part of the sign: `?` is not `Shift+?`.
    event.shiftKey && (event.key.length > 1 || /[a-z]/i.test(event.key)) ? 'Shift' : '',
    event.altKey ? 'Alt' : '',
    key,
  ]
    .filter(Boolean)
    .join('+')
}

function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || target.matches('input, textarea, select, [role="combobox"]')
}

function worksInText(command: Command, keys: Keys): boolean {
  return command.inText ?? (/Mod|Alt/.test(keys) || /^(Shift\+)?F\d+$/.test(keys))
}

/** Enter and Space on a focused control belong to the control, not to a command. */
function belongsToControl(target: EventTarget | null, keys: Keys): boolean {
  if (keys !== 'Enter' && keys !== ' ') return false
  return target instanceof HTMLElement && target.closest('button, a, [role="button"], [role="menuitem"]') !== null
}

function keysOf(command: Command): readonly Keys[] {
  if (command.keys === undefined) return []
  return typeof command.keys === 'string' ? [command.keys] : command.keys
}

function newestFirst(): readonly Command[] {
  return [...registered.app, ...registered.screen].reverse().flatMap(({ current }) => current)
}

/** Gives a key press to the newest command that wants it. Answers whether one did. */
export function handleKey(event: KeyboardEvent): boolean {
  // While an input method composes, every key is the input method's.
  if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return false
  const keys = keysOfEvent(event)
  const inText = isTextField(event.target)
  // A dialog or an open list keeps its own keys: what lies under it must not react.
  const inDialog = event.target instanceof HTMLElement && event.target.closest('dialog, [role="dialog"]') !== null
  for (const command of newestFirst()) {
    if (command.enabled === false || !keysOf(command).includes(keys)) continue
    if (inText && !worksInText(command, keys)) continue
    if (inDialog && !command.id.startsWith('dialog.')) continue
    if (belongsToControl(event.target, keys)) continue
    event.preventDefault()
    command.run()
    return true
  }
  return false
}

/** Runs a command by its id (native menu, palette). Answers whether it is there and enabled. */
export function runCommand(id: string): boolean {
  const found = newestFirst().find((command) => command.id === id && command.enabled !== false)
  found?.run()
  return found !== undefined
}

/** Every enabled command with a title, newest first, each id once: what the palette lists. */
export function listCommands(): readonly Command[] {
  const byId = new Map<string, Command>()
  for (const command of newestFirst()) {
    if (command.title !== undefined && command.enabled !== false && !byId.has(command.id)) byId.set(command.id, command)
  }
  return [...byId.values()]
}

/** Registers commands outside React. Returns the function that takes them back. */
export function registerCommands(commands: readonly Command[], layer: Layer = 'screen'): () => void {
  const entry: Registered = { current: commands }
  registered[layer].add(entry)
  return () => {
    registered[layer].delete(entry)
  }
}

/** Registers commands while the component is mounted; the newest mounted one wins a key. The list may change on every render. */
export function useCommands(commands: readonly Command[], layer: Layer = 'screen'): void {
  const latest = useRef(commands)
  useLayoutEffect(() => {
    latest.current = commands
  })
  useEffect(() => {
    registered[layer].add(latest)
    return () => {
      registered[layer].delete(latest)
    }
  }, [layer])
}

/** Connects the keyboard; `onMenuCommand` subscribes to the native menu. Call once, at the start. */
export function startShortcuts(onMenuCommand: (run: (id: string) => void) => () => void): () => void {
  const listener = (event: KeyboardEvent) => {
    handleKey(event)
  }
  // A closed list opens at any Enter; Ctrl+Enter is the screen's, so it is taken before the list sees it.
  const early = (event: KeyboardEvent) => {
    const onList = event.target instanceof HTMLElement && event.target.matches('[role="combobox"]')
    if (onList && keysOfEvent(event) === 'Mod+Enter' && handleKey(event)) event.stopPropagation()
  }
  window.addEventListener('keydown', early, { capture: true })
  window.addEventListener('keydown', listener)
  const stopMenu = onMenuCommand((id) => {
    runCommand(id)
  })
  return () => {
    window.removeEventListener('keydown', early, { capture: true })
    window.removeEventListener('keydown', listener)
    stopMenu()
  }
}
