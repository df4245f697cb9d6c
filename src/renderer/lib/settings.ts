import { create } from 'zustand'
import type { Output } from '../../shared/contract/contract.ts'
import { api } from './api.ts'
import { setLocale } from './i18n.ts'
import { applyTextSize, showTheme } from './theme.ts'
import { showError } from './toast.ts'

export type Settings = Output<'settings:get'>['settings']

/** What holds until main has answered, and where it cannot. */
export const DEFAULT_SETTINGS: Settings = {
  locale: 'zh-CN',
  theme: 'system',
  reviewer: '',
  textSize: 16,
  filters: { targets: true, substance: true, wording: true, punctuation: false, numbering: false, layout: false },
  disabledChecks: [],
  targetsColumns: null,
}

interface SettingsStore {
  readonly settings: Settings
  /** Reads the settings from main. Never rejects: the defaults hold when it fails. */
  readonly load: () => Promise<void>
  /** Shows a change at once and keeps it; on failure the former value comes back with a message. */
  readonly change: (fields: Partial<Settings>) => Promise<void>
}

async function show(settings: Settings): Promise<void> {
  showTheme(settings.theme)
  applyTextSize(settings.textSize)
  await setLocale(settings.locale)
}

export const useSettings = create<SettingsStore>()((set, get) => ({
  settings: DEFAULT_SETTINGS,
  load: async () => {
    try {
      const { settings } = await api.invoke('settings:get', {})
      set({ settings })
      await show(settings)
    } catch (error) {
      showError(error)
    }
  },
  change: async (fields) => {
    const before = get().settings
    const wanted = { ...before, ...fields }
    set({ settings: wanted })
    await show(wanted)
    try {
      await api.invoke('settings:set', { settings: fields })
    } catch (error) {
      const former = Object.fromEntries(
        Object.keys(fields).map((key) => [key, before[key as keyof Settings]]),
      ) as Partial<Settings>
      const restored = { ...get().settings, ...former }
      set({ settings: restored })
      await show(restored)
      showError(error)
    }
  },
}))
