import { useLayoutEffect, useSyncExternalStore } from 'react'

/** What the user chose; `system` follows the desktop. */
export type ThemeChoice = 'system' | 'light' | 'dark' | 'high-contrast'
/** What is shown: the value of `data-theme` on the document element. */
export type Theme = 'light' | 'dark' | 'high-contrast'

const DARK = '(prefers-color-scheme: dark)'
const MORE_CONTRAST = '(prefers-contrast: more)'

/** The theme shown for a choice, by what the desktop prefers. */
export function resolveTheme(choice: ThemeChoice, prefers: { dark: boolean; contrast: boolean }): Theme {
  if (choice !== 'system') return choice
  if (prefers.contrast) return 'high-contrast'
  return prefers.dark ? 'dark' : 'light'
}

function matches(query: string): () => boolean {
  return () => window.matchMedia(query).matches
}

function watch(query: string): (changed: () => void) => () => void {
  return (changed) => {
    const list = window.matchMedia(query)
    list.addEventListener('change', changed)
    return () => list.removeEventListener('change', changed)
  }
}

const [watchDark, isDark] = [watch(DARK), matches(DARK)]
const [watchContrast, isContrast] = [watch(MORE_CONTRAST), matches(MORE_CONTRAST)]

/** Text pane size in CSS pixels; every text pane reads `--fs-text`. */
export function applyTextSize(pixels: number): void {
  document.documentElement.style.setProperty('--fs-text', `${pixels}px`)
}

/** Shows a theme before the first rendering, so that no light page flashes on a dark desktop. */
export function showTheme(choice: ThemeChoice): void {
  document.documentElement.dataset.theme = resolveTheme(choice, { dark: isDark(), contrast: isContrast() })
}

/** Keeps `data-theme` on the document element true to the choice while mounted, also when the desktop changes its mind. */
export function useTheme(choice: ThemeChoice): Theme {
  const dark = useSyncExternalStore(watchDark, isDark)
  const contrast = useSyncExternalStore(watchContrast, isContrast)
  const theme = resolveTheme(choice, { dark, contrast })
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = theme
  }, [theme])
  return theme
}

/**
 * The tokens of a theme as values, for code that cannot use `var()`: antd's colour arithmetic, canvas drawing.
 * Reads them off a probe, so the theme need not be the one shown.
 */
export function readTokens<Name extends `--${string}`>(theme: Theme, names: readonly Name[]): Record<Name, string> {
  const probe = document.createElement('div')
  probe.dataset.theme = theme
  document.body.append(probe)
  const style = getComputedStyle(probe)
  const values = Object.fromEntries(names.map((name) => [name, style.getPropertyValue(name).trim()]))
  probe.remove()
  return values as Record<Name, string>
}
