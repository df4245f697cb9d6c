import { ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { useMemo, useState } from 'react'
import { useSettings } from '../lib/settings.ts'
import { useCommands } from '../lib/shortcuts.ts'
import { useTheme } from '../lib/theme.ts'
import { antdTheme } from '../ui/antd-theme.ts'
import type { StatusLine } from '../ui/status.ts'
import { Toasts } from '../ui/toasts.tsx'
import { useAppCommands } from './app-commands.ts'
import { DropVeil } from './drop-veil.tsx'
import { useNavigation } from './navigation.ts'
import { Palette } from './palette.tsx'
import { ScreenBoundary } from './screen-boundary.tsx'
import { ScreenView } from './screen-view.tsx'
import { StatusBar } from './status-bar.tsx'
import { TitleBar } from './title-bar.tsx'

/** A list opened from a modal dialog must stand inside it: the dialog covers everything else. */
function popupContainer(trigger?: HTMLElement): HTMLElement {
  return trigger?.closest('dialog') ?? document.body
}

/** The frame around every screen: title bar, screen, status bar, and what floats above them. */
export function App() {
  const { theme: choice, locale } = useSettings((state) => state.settings)
  const theme = useTheme(choice)
  const config = useMemo(() => antdTheme(theme), [theme])
  const screen = useNavigation((state) => state.screen)
  const [status, setStatus] = useState<StatusLine | null>(null)
  const [searching, setSearching] = useState(false)
  useAppCommands()
  useCommands([{ id: 'app.palette', keys: 'Mod+K', run: () => setSearching(true) }], 'app')
  return (
    <ConfigProvider theme={config} locale={locale === 'en' ? enUS : zhCN} getPopupContainer={popupContainer}>
      <div className="frame">
        <TitleBar onSearch={() => setSearching(true)} />
        <ScreenBoundary key={screen.name}>
          <ScreenView screen={screen} onStatus={setStatus} />
        </ScreenBoundary>
        <StatusBar line={status} />
      </div>
      <DropVeil />
      <Toasts />
      {searching && <Palette onClose={() => setSearching(false)} />}
    </ConfigProvider>
  )
}
