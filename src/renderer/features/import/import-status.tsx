import { api } from '../../lib/api.ts'
import { useT } from '../../lib/i18n.ts'
import { useQueue } from './queue.ts'
import { MAX_UNSAVED } from './read-queue.ts'
import { removeEntry } from './take-out.ts'

/** What is being read now, and how to stop it. */
export function ImportStatus() {
  const t = useT()
  const entry = useQueue(({ entries }) => entries.find(({ state }) => state === 'reading'))
  const arriving = useQueue((state) => state.arriving)
  const paused = useQueue(
    ({ entries }) =>
      entries.some(({ state }) => state === 'waiting') &&
      entries.filter(({ state }) => state === 'ready').length >= MAX_UNSAVED,
  )
  if (arriving) {
    const { label, done, total } = arriving
    return (
      <>
        <span>
          {t('import:status.reading', { name: label })} {done}/{total}
        </span>
        <button type="button" className="link" onClick={() => void api.invoke('import:cancel', {})}>
          {t('common:cancel')}
        </button>
      </>
    )
  }
  if (!entry) return paused ? <span className="amber">{t('import:status.paused', { count: MAX_UNSAVED })}</span> : null
  const { progress } = entry
  const percent = progress && progress.total > 0 ? ` ${Math.round((100 * progress.done) / progress.total)}%` : ''
  return (
    <>
      <span>
        {t('import:status.reading', { name: entry.name })}
        {percent}
      </span>
      <button type="button" className="link" onClick={() => removeEntry(entry.key)}>
        {t('common:cancel')}
      </button>
    </>
  )
}
