import { errorMessage } from '../../lib/errors.ts'
import { useT } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { CopyButton } from '../../ui/toasts.tsx'
import { type Entry, setPasting } from './queue.ts'
import { retryEntry } from './read-queue.ts'
import { removeEntry } from './take-out.ts'

/** A file that could not be read: which one, why, and what to do. */
export function FailurePanel({ entry }: { readonly entry: Entry }) {
  const t = useT()
  const message = entry.error ? errorMessage(entry.error) : ''
  const report = [entry.name, message, t('errors:code', { code: entry.error?.code ?? '' })].join('\n')
  return (
    <div className="import-empty">
      <div className="import-message bad" role="alert">
        <Icon name="warn" />
        <h2>{t('import:failed.title', { name: entry.name })}</h2>
        <p>{message}</p>
        <p className="mut sm">{t('import:failed.untouched')}</p>
        <div className="import-message-buttons">
          {entry.source !== null && <Button onClick={() => retryEntry(entry.key)}>{t('common:retry')}</Button>}
          <Button icon="paste" onClick={() => setPasting(true)}>
            {t('common:drop.paste')}
          </Button>
          <CopyButton text={report} size="normal" />
          <Button look="flat" onClick={() => removeEntry(entry.key)}>
            {t('import:failed.takeOut')}
          </Button>
        </div>
      </div>
    </div>
  )
}
