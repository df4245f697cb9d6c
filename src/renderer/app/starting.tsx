import { i18n } from '../lib/i18n.ts'
import { Mark } from '../ui/icon.tsx'

/** What stands while the library is being opened; it shows itself only when that takes longer than people notice. */
export function Starting() {
  return (
    <div className="starting" role="status">
      <Mark />
      {i18n.t('common:starting')}
      <div className="thin-bar wait">
        <u />
      </div>
    </div>
  )
}
