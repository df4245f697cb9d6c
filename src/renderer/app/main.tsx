import { createRoot } from 'react-dom/client'
import { api } from '../lib/api.ts'
import { startI18n } from '../lib/i18n.ts'
import { useLibrary, watchLibrary } from '../lib/library.ts'
import { DEFAULT_SETTINGS, useSettings } from '../lib/settings.ts'
import { startShortcuts } from '../lib/shortcuts.ts'
import { showTheme } from '../lib/theme.ts'
import '../ui/tokens.css'
import '../ui/base.css'
import './frame.css'
import { App } from './app.tsx'
import { firstScreen } from './first-screen.ts'
import { useNavigation } from './navigation.ts'
import { prepareComparing } from './screen-view.tsx'
import { Starting } from './starting.tsx'

/** The first screen may keep the page busy; after this comparing is prepared all the same. */
const PREPARE_AFTER_MS = 2000

async function start(element: HTMLElement): Promise<void> {
  showTheme(DEFAULT_SETTINGS.theme)
  await startI18n(DEFAULT_SETTINGS.locale)
  const root = createRoot(element)
  root.render(<Starting />)
  await Promise.all([useSettings.getState().load(), useLibrary.getState().load()])
  useNavigation.getState().start(await firstScreen(useLibrary.getState().documents))
  watchLibrary()
  startShortcuts((run) => api.on('menu-command', ({ command }) => run(command)))
  root.render(<App />)
  requestIdleCallback(prepareComparing, { timeout: PREPARE_AFTER_MS })
}

const element = document.getElementById('root')
if (!element) throw new Error('index.html has no #root')
await start(element)
