import { create } from 'zustand'
import type { SideRef } from '../lib/versions.ts'

/** Words of one side of a comparison; `start` is where they stood (UTF-16). */
export interface TextPlace {
  readonly side: 'left' | 'right'
  readonly start: number
  readonly quote: string
}

export type Screen =
  | { readonly name: 'library'; readonly documentId?: string }
  | { readonly name: 'import' }
  | {
      readonly name: 'compare'
      readonly leftVersionId: string
      readonly right: SideRef
      /** The words to open at. */
      readonly at?: TextPlace
    }
  | { readonly name: 'targets' }
  | { readonly name: 'settings' }
export type ScreenName = Screen['name']

interface Navigation {
  readonly screen: Screen
  /** Where Back leads, newest last. */
  readonly past: readonly Screen[]
  /** The last comparison, for the 比对 item of the title bar; null until one was opened. */
  readonly lastComparison: Extract<Screen, { name: 'compare' }> | null
  /** Where the app opens: no way back from there but the library. */
  readonly start: (screen: Screen) => void
  /** Opens a screen. Another comparison while comparing replaces the shown one: Back then leaves the comparison. */
  readonly open: (screen: Screen) => void
  /** Goes back one screen; from the first one to the library. */
  readonly back: () => void
}

/** How many screens back are kept. */
const MAX_PAST = 30

/** A store of its own for each app, so that tests do not share one. */
export function createNavigation(first: Screen = { name: 'library' }) {
  return create<Navigation>()((set) => ({
    screen: first,
    past: [],
    lastComparison: first.name === 'compare' ? first : null,
    start: (screen) => set({ screen, past: [], lastComparison: screen.name === 'compare' ? screen : null }),
    open: (screen) =>
      set((state) => ({
        screen,
        past: state.screen.name === screen.name ? state.past : [...state.past, state.screen].slice(-MAX_PAST),
        lastComparison: screen.name === 'compare' ? screen : state.lastComparison,
      })),
    back: () =>
      set((state) => ({
        screen: state.past.at(-1) ?? { name: 'library' },
        past: state.past.slice(0, -1),
      })),
  }))
}

export const useNavigation = createNavigation()
