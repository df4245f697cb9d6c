import { useT } from '../lib/i18n.ts'
import { useLibrary } from '../lib/library.ts'
import { IconButton } from '../ui/button.tsx'
import { Icon, Mark } from '../ui/icon.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { useComparisonAtHand } from './comparison-at-hand.ts'
import { type ScreenName, useNavigation } from './navigation.ts'

/** The product's name, the screens, the search for commands and documents, the library's name and the settings. */
export function TitleBar({ onSearch }: { readonly onSearch: () => void }) {
  const t = useT()
  const info = useLibrary((state) => state.info)
  const open = useNavigation((state) => state.open)
  return (
    <header className="title">
      <div className="brand">
        <Mark />
        {t('common:appName')}
      </div>
      <MainNavigation />
      <div className="sp" />
      <button type="button" className="find" onClick={onSearch}>
        <Icon name="search" />
        {t('common:find')}
        <span className="sp" />
        <Kbd keys="Mod+K" />
      </button>
      <div className="sp" />
      {info && (
        <div className="lib">
          <Icon name="book" />
          <span className="ellipsis">{t('common:library', { name: info.libraryName.replace(/\.duigao$/, '') })}</span>
        </div>
      )}
      <IconButton icon="gear" label={t('common:nav.settings')} onClick={() => open({ name: 'settings' })} />
    </header>
  )
}

function MainNavigation() {
  const t = useT()
  const current = useNavigation((state) => state.screen.name)
  const open = useNavigation((state) => state.open)
  const comparison = useComparisonAtHand()
  const shown: ScreenName = current === 'import' ? 'library' : current
  return (
    <nav className="nav" aria-label={t('common:nav.label')}>
      <button
        type="button"
        className={shown === 'library' ? 'on' : undefined}
        aria-current={shown === 'library' ? 'page' : undefined}
        onClick={() => open({ name: 'library' })}
      >
        {t('common:nav.library')}
      </button>
      <button
        type="button"
        className={shown === 'compare' ? 'on' : undefined}
        aria-current={shown === 'compare' ? 'page' : undefined}
        disabled={comparison === null}
        title={comparison === null ? t('common:nav.nothingToCompare') : undefined}
        onClick={() => comparison && open(comparison)}
      >
        {t('common:nav.compare')}
      </button>
      <button
        type="button"
        className={shown === 'targets' ? 'on' : undefined}
        aria-current={shown === 'targets' ? 'page' : undefined}
        onClick={() => open({ name: 'targets' })}
      >
        {t('common:nav.targets')}
      </button>
    </nav>
  )
}
