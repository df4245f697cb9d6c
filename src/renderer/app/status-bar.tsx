import { useT } from '../lib/i18n.ts'
import { Icon } from '../ui/icon.tsx'
import type { StatusLine } from '../ui/status.ts'

/** The thin line at the foot: what the screen says, and that nothing leaves the machine. */
export function StatusBar({ line }: { readonly line: StatusLine | null }) {
  const t = useT()
  return (
    <footer className="status">
      {line?.left}
      <span className="sp" />
      {line?.right}
      <span title={t('common:offlineHint')}>
        <Icon name="lock" small />
        {t('common:offline')}
      </span>
    </footer>
  )
}
