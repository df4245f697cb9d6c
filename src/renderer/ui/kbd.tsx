const SHOWN: Readonly<Record<string, string>> = { Mod: 'Ctrl', Enter: '↵', ArrowRight: '→', ArrowLeft: '←' }

/** A key combination as the shortcut registry writes it: `Mod+Enter` is shown as `Ctrl ↵`. Hidden from screen readers. */
export function Kbd({ keys, className }: { readonly keys: string; readonly className?: string }) {
  return (
    <kbd className={className} aria-hidden="true">
      {keys === 'Enter'
        ? keys
        : keys
            .split('+')
            .map((key) => SHOWN[key] ?? key)
            .join(' ')}
    </kbd>
  )
}
