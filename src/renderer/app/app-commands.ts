import { useT } from '../lib/i18n.ts'
import { useLibrary } from '../lib/library.ts'
import { useSettings } from '../lib/settings.ts'
import { type Command, useCommands } from '../lib/shortcuts.ts'
import { showError } from '../lib/toast.ts'
import { undoLast } from '../lib/undo.ts'
import { useComparisonAtHand } from './comparison-at-hand.ts'
import { openSamples } from './first-screen.ts'
import { chooseAndImport, chooseFolderAndImport, openPaste } from './importing.ts'
import { useNavigation } from './navigation.ts'

const THEMES = ['system', 'light', 'dark', 'high-contrast'] as const
const LANGUAGES = ['zh-CN', 'en'] as const

/** The commands that hold on every screen; the native menu uses the same ids. */
export function useAppCommands(): void {
  const t = useT()
  const open = useNavigation((state) => state.open)
  const back = useNavigation((state) => state.back)
  const comparison = useComparisonAtHand()
  const settings = useSettings((state) => state.settings)
  const empty = useLibrary((state) => state.documents?.length === 0)
  const change = useSettings((state) => state.change)
  const commands: readonly Command[] = [
    { id: 'app.library', title: t('common:command.library'), keys: 'Mod+1', run: () => open({ name: 'library' }) },
    {
      id: 'app.compare',
      title: t('common:command.compare'),
      keys: 'Mod+2',
      enabled: comparison !== null,
      run: () => comparison && open(comparison),
    },
    { id: 'app.targets', title: t('common:command.targets'), keys: 'Mod+3', run: () => open({ name: 'targets' }) },
    { id: 'app.settings', title: t('common:command.settings'), keys: 'Mod+,', run: () => open({ name: 'settings' }) },
    { id: 'app.back', title: t('common:command.back'), keys: 'Alt+ArrowLeft', inText: false, run: back },
    { id: 'app.undo', title: t('common:command.undo'), keys: 'Mod+Z', inText: false, run: undoLast },
    { id: 'import.files', title: t('common:command.import'), keys: 'Mod+O', run: chooseAndImport },
    { id: 'import.folder', title: t('common:command.importFolder'), run: chooseFolderAndImport },
    { id: 'import.paste', title: t('common:command.paste'), keys: 'Mod+Shift+V', inText: false, run: openPaste },
    {
      id: 'library.samples',
      title: t('common:command.samples'),
      enabled: empty,
      run: () => void openSamples().then(open, showError),
    },
    ...THEMES.map((theme) => ({
      id: `settings.theme.${theme}`,
      title: t(`common:command.theme.${theme}`),
      enabled: settings.theme !== theme,
      run: () => void change({ theme }),
    })),
    ...LANGUAGES.map((locale) => ({
      id: `settings.locale.${locale}`,
      title: t(`common:command.locale.${locale}`),
      enabled: settings.locale !== locale,
      run: () => void change({ locale }),
    })),
  ]
  useCommands(commands, 'app')
}
